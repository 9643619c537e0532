import type { KilledWorld, Lived } from './killed-world.ts';
import type { Death } from './life.ts';
import type { Delivery } from './platform.ts';

/** More than any pipeline takes. */
const MAX_ROUNDS = 100;

async function give(world: KilledWorld, delivery: Delivery, death: Death | null): Promise<Lived> {
  const lived = await world.live((ctx) => delivery.deliver(ctx), death);
  delivery.done();
  return lived;
}

/** Gives a Worker that may die the first message of this type. */
export async function deliverNext(
  world: KilledWorld,
  type: string,
  death: Death | null = null,
): Promise<Lived> {
  const delivery = world.platform.takeOne(type);
  if (delivery === null) throw new Error(`No message ${type} waits.`);
  return give(world, delivery, death);
}

/** Gives Workers all messages, and those that these send, until none waits but those of the type that is kept. */
export async function deliverAll(world: KilledWorld, kept: string | null = null): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const delivery = world.platform.take(kept);
    if (delivery === null) return;
    await give(world, delivery, null);
  }
  throw new Error('There is always another message.');
}
