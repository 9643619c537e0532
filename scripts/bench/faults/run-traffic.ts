import { setTimeout as sleep } from 'node:timers/promises';
import type { AcceptedWrite } from './audit.ts';
import type { FaultWorld } from './fault-world.ts';
import { type Sent, send } from './send.ts';
import { BATCH_ITEMS, trafficRequest } from './traffic.ts';

/** Requests at their times, whatever becomes of those before. */
export class Traffic {
  readonly sent: Sent[] = [];
  readonly accepted: AcceptedWrite[] = [];
  readonly #world: FaultWorld;
  readonly #everyMs: number;
  readonly #refusedWrites: number[] = [];
  #isOver = false;

  constructor(world: FaultWorld, requestsPerMinute: number) {
    this.#world = world;
    this.#everyMs = 60_000 / requestsPerMinute;
  }

  /** Until `stop`, and to the last answer. */
  async run(): Promise<void> {
    const started = performance.now();
    const open: Promise<void>[] = [];
    for (let i = 0; !this.#isOver; i++) {
      const atMs = i * this.#everyMs;
      const waitMs = started + atMs - performance.now();
      if (waitMs > 0) await sleep(waitMs);
      open.push(this.#send(i, atMs));
    }
    await Promise.all(open);
  }

  stop(): void {
    this.#isOver = true;
  }

  /** Sends again what was not accepted, and returns how many; throws if it is refused without a fault. */
  async repeatWrites(): Promise<number> {
    const again = this.#refusedWrites.splice(0);
    for (const i of again) {
      const sent = await send(this.#world, trafficRequest(i), 0);
      if (sent.accepted === null) throw new Error(`a repeated write was not accepted: ${sent.why}`);
      await this.#note(i, sent);
    }
    return again.length;
  }

  async #send(i: number, atMs: number): Promise<void> {
    const sent = await send(this.#world, trafficRequest(i), atMs);
    this.sent.push(sent);
    await this.#note(i, sent);
  }

  async #note(request: number, { kind, accepted: answer }: Sent): Promise<void> {
    if (kind !== 'batch' && kind !== 'artist' && kind !== 'track') return;
    if (answer === null) {
      this.#refusedWrites.push(request);
      return;
    }
    this.accepted.push({ request, kind, answer });
    if (this.#world.isDoubling) await sendAgain(this.#world, kind, answer);
  }
}

/** The messages of an accepted write once more, as a queue may deliver them. */
async function sendAgain(world: FaultWorld, kind: AcceptedWrite['kind'], answer: unknown): Promise<void> {
  if (kind === 'batch') {
    const { batch_id } = answer as { batch_id: string };
    for (let position = 0; position < BATCH_ITEMS; position++) {
      await world.sendAgain('ANALYSIS_QUEUE', { type: 'batch.item', batch_id, position });
    }
  }
  if (kind === 'artist') {
    const { run } = answer as { run: { id: number } };
    await world.sendAgain('INGEST_QUEUE', { type: 'artist.list', run_id: run.id });
  }
}
