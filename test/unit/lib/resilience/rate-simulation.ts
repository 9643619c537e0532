import type { Random } from '../../../../src/lib/clock.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import { budgetOptions, createModelBudget } from '../../../../src/lib/resilience/model-budget.ts';
import { createVirtualTime, type VirtualTime } from '../../../support/virtual-time.ts';

export interface Simulation {
  items: number;
  perMinute: number;
  /** Requests per minute that the provider accepts; null: no limit. */
  capacity: { perMinute: number; burst: number } | null;
  /** Shares of answers that are refused or fail, whatever the rate. */
  refuse: number;
  fail: number;
  /** Items whose first request is refused, from the first to before the second number. */
  refuseFirst: readonly [number, number];
  latencyMs: number;
  isolates: number;
  /** Maximum number of concurrent calls per isolate. */
  lanes: number;
  retryAfterMs: number;
  random: Random;
}

export interface Simulated {
  seconds: number;
  overIdeal: number;
  sent: number;
  refused: number;
  /** Of the requests sent after this many seconds, the share that was refused. */
  refusedAfter(seconds: number): number;
  /** Requests a minute sent after this many seconds. */
  rateAfter(seconds: number): number;
}

export const ORDINARY: Omit<Simulation, 'random'> = {
  items: 300,
  perMinute: 600,
  capacity: null,
  refuse: 0,
  fail: 0,
  refuseFirst: [0, 0],
  latencyMs: 300,
  isolates: 4,
  lanes: 8,
  retryAfterMs: 1000,
};

/** A generator that gives the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A bucket of tokens that refills evenly; says when it has another. */
function createLimiter(capacity: Simulation['capacity'], time: VirtualTime): () => boolean {
  if (capacity === null) return () => true;
  let [tokens, at] = [capacity.burst, time.now()];
  return () => {
    tokens = Math.min(capacity.burst, tokens + ((time.now() - at) * capacity.perMinute) / 60_000);
    at = time.now();
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** A batch processed by several isolates, each with its own budget over one shared state. */
export async function simulate(s: Simulation): Promise<Simulated> {
  const time = createVirtualTime();
  const state = createLocalState(time);
  const started = time.now();
  const admit = createLimiter(s.capacity, time);
  const log: { at: number; refused: boolean }[] = [];
  let waiting = s.items;
  let done = 0;

  const ask = async (isFirstOfRow: boolean): Promise<'ok' | 'refused' | 'failed'> => {
    const refused = !admit() || isFirstOfRow || s.random() < s.refuse;
    log.push({ at: time.now() - started, refused });
    await time.sleep(refused ? 20 : s.latencyMs * (0.5 + s.random()));
    if (refused) return 'refused';
    return s.random() < s.fail ? 'failed' : 'ok';
  };
  const lane = async () => {
    const budget = createModelBudget('llm', { state, clock: time }, budgetOptions(s.perMinute, 5));
    while (waiting > 0) {
      const item = s.items - waiting;
      let isInRow = item >= s.refuseFirst[0] && item < s.refuseFirst[1];
      waiting -= 1;
      for (let end = ''; end !== 'ok'; ) {
        const ticket = await budget.take(60_000, 'background');
        if (!ticket.granted) {
          await time.sleep(ticket.waitMs);
          continue;
        }
        end = await ask(isInRow);
        isInRow = false;
        if (end === 'refused') {
          await budget.refused(ticket.takenAt, s.retryAfterMs);
          await time.sleep(s.retryAfterMs);
        } else if (end === 'failed') await time.sleep(2000 * s.random());
      }
      done += 1;
    }
  };
  await time.run(Promise.all(Array.from({ length: s.isolates * s.lanes }, lane)));
  if (done !== s.items) throw new Error(`${done} of ${s.items} items are done`);
  const seconds = (time.now() - started) / 1000;
  const ideal = (s.items - 5) / (Math.min(s.perMinute, s.capacity?.perMinute ?? s.perMinute) / 60);
  const after = (from: number) => log.filter(({ at }) => at >= from * 1000);
  const refusedIn = (list: typeof log) => list.filter(({ refused }) => refused).length;
  return {
    seconds,
    overIdeal: seconds / ideal,
    sent: log.length,
    refused: refusedIn(log),
    refusedAfter: (from) => refusedIn(after(from)) / Math.max(1, after(from).length),
    rateAfter: (from) => (after(from).length / Math.max(1, seconds - from)) * 60,
  };
}
