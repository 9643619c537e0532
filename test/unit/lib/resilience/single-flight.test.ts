import { beforeEach, describe, expect, it } from 'vitest';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import type { SharedState } from '../../../../src/lib/resilience/shared-state.ts';
import { type Flight, singleFlight } from '../../../../src/lib/resilience/single-flight.ts';
import { createVirtualTime, type VirtualTime } from '../../../support/virtual-time.ts';

let time: VirtualTime;
let state: SharedState;
let runs: number;

beforeEach(() => {
  time = createVirtualTime();
  state = createLocalState(time);
  runs = 0;
});

/** A call that takes the given time and returns its time limit. */
function call(workMs: number, flight: Partial<Flight<string>> = {}): Promise<string> {
  return singleFlight<string>(
    { state, clock: time, waitUntil: () => undefined },
    {
      id: 'song',
      timeoutMs: 5000,
      work: async (timeoutMs) => {
        runs += 1;
        await time.sleep(workMs);
        return `worked with ${timeoutMs} ms`;
      },
      serialize: (end) => ('value' in end ? String(end.value) : `failed: ${String(end.error)}`),
      receive: async (told) => `told: ${told}`,
      onTimeout: async () => 'timed out',
      ...flight,
    },
  );
}

describe('calls for the same thing', () => {
  it('are worked on once, and the others are told the end', async () => {
    const answers = await time.run(Promise.all([call(1000), call(1000), call(1000)]));
    const end = 'worked with 5000 ms';
    expect(answers).toEqual([end, `told: ${end}`, `told: ${end}`]);
    expect(runs).toBe(1);
  });

  it('are told of a failure as well, which the one that worked throws', async () => {
    const failing = call(0, { work: () => time.sleep(500).then(() => Promise.reject(new Error('no'))) });
    const [first, second] = await time.run(Promise.allSettled([failing, call(0)]));
    expect(first).toMatchObject({ status: 'rejected', reason: new Error('no') });
    expect(second).toEqual({ status: 'fulfilled', value: 'told: failed: Error: no' });
  });

  it('are worked on anew when they begin after the end, and answered by it when they begin with it', async () => {
    await time.run(call(1000));
    const end = 'worked with 5000 ms';
    expect(await time.run(call(1000))).toBe(`told: ${end}`);
    await time.run(time.sleep(1));
    expect(await time.run(call(1000))).toBe(end);
    expect(runs).toBe(2);
  });

  it('do not wait for each other when they ask for something else', async () => {
    await time.run(Promise.all([call(1000), call(1000, { id: 'other' })]));
    expect(runs).toBe(2);
  });
});

describe('a call that waits for another', () => {
  const held = (): Promise<unknown> => state.acquire('flight:song', 'somebody', 60_000);

  it('gives up when its time is over, and not before', async () => {
    await held();
    const began = time.now();
    expect(await time.run(call(0))).toBe('timed out');
    expect(time.now() - began).toBe(5000);
    expect(runs).toBe(0);
  });

  it('looks again soon, then less and less often, and never less than every 400 ms', async () => {
    await held();
    const looks: number[] = [];
    const get: SharedState['get'] = (key) => {
      looks.push(time.now());
      return state.get(key);
    };
    const waiting = singleFlight<string>(
      { state: { ...state, get }, clock: time, waitUntil: () => undefined },
      {
        ...{ id: 'song', timeoutMs: 5000, work: async () => 'worked', serialize: () => '' },
        ...{ receive: async (told) => told, onTimeout: async () => 'timed out' },
      },
    );
    await time.run(waiting);
    const pauses = looks.slice(1).map((at, i) => at - (looks[i] ?? 0));
    expect(pauses.slice(0, 3)).toEqual([25, 37.5, 56.25]);
    expect(Math.max(...pauses)).toBe(400);
  });

  it('takes the place of one that died, with the time that is left to it', async () => {
    await state.acquire('flight:song', 'somebody', 2000);
    const answer = await time.run(call(100));
    const left = Number(/\d+/.exec(answer)?.[0]);
    expect(left).toBeLessThanOrEqual(3000);
    expect(left).toBeGreaterThanOrEqual(2600);
  });

  it('is not answered by an end that cannot be read', async () => {
    await state.set('flight:song:end', '{"at":', 60_000);
    expect(await time.run(call(100))).toBe('worked with 5000 ms');
  });
});

it('the lock is free again after the end, whoever found it', async () => {
  await time.run(Promise.all([call(100), call(100)]));
  expect(await state.get('flight:song')).toBeNull();
  expect(await time.run(call(100))).toBe('worked with 5000 ms');
  expect(await state.get('flight:song')).toBeNull();
});
