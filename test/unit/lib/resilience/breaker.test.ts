import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Breaker, type BreakerOptions, createBreaker } from '../../../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import type { SharedState } from '../../../../src/lib/resilience/shared-state.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { slowState } from '../../../support/slow-state.ts';

const OPTIONS: BreakerOptions = { failures: 3, openMs: 1000, windowMs: 400, probeMs: 200 };

let clock: FakeClock;
let state: SharedState;
/** The breaker of another isolate: only the state is shared. */
const isolate = (): Breaker => createBreaker('upstream', { state, clock }, OPTIONS);
const fail = async (times: number) => {
  for (let i = 0; i < times; i++) await isolate().failed();
};

beforeEach(() => {
  clock = createFakeClock();
  state = createLocalState(clock);
});

describe('a breaker', () => {
  it('opens at the last of so many failures in a row, for all isolates', async () => {
    await fail(2);
    expect(await isolate().admit()).toEqual({ state: 'closed', nextTryAt: null, admitted: true });
    await fail(1);
    expect(await isolate().admit()).toEqual({
      state: 'open',
      nextTryAt: clock.now() + 1000,
      admitted: false,
    });
  });

  it('forgets failures that are too far apart, and those before a success', async () => {
    await fail(2);
    clock.advance(400);
    await fail(2);
    expect((await isolate().status()).state).toBe('closed');
    const caller = isolate();
    await caller.admit();
    await caller.succeeded();
    await fail(2);
    expect((await isolate().status()).state).toBe('closed');
  });

  it('lets one caller probe after its time; success closes it', async () => {
    await fail(3);
    clock.advance(1000);
    const prober = isolate();
    expect(await prober.admit()).toMatchObject({ state: 'half_open', admitted: true });
    expect(await isolate().admit()).toMatchObject({ state: 'half_open', admitted: false });
    await prober.succeeded();
    expect(await isolate().admit()).toMatchObject({ state: 'closed', admitted: true });
    await fail(2);
    expect((await isolate().status()).state).toBe('closed');
  });

  it('opens anew when the probe fails, and lets another probe when one never came back', async () => {
    await fail(3);
    clock.advance(1000);
    await isolate().admit();
    clock.advance(199);
    expect(await isolate().admit()).toMatchObject({ admitted: false });
    clock.advance(1);
    const second = isolate();
    expect(await second.admit()).toMatchObject({ admitted: true });
    await second.failed();
    expect(await isolate().status()).toEqual({ state: 'open', nextTryAt: clock.now() + 1000 });
  });

  it('opens at once for as long as it was told, and never shorter than it was open already', async () => {
    await isolate().failed(5000);
    expect(await isolate().status()).toEqual({ state: 'open', nextTryAt: clock.now() + 5000 });
    await isolate().failed(10);
    await isolate().failed();
    expect(await isolate().status()).toEqual({ state: 'open', nextTryAt: clock.now() + 5000 });
    await isolate().failed(9000);
    expect(await isolate().status()).toEqual({ state: 'open', nextTryAt: clock.now() + 9000 });
  });

  it('is not closed by a call that it let through before it opened', async () => {
    const early = isolate();
    await fail(1);
    await early.admit();
    await isolate().failed(5000);
    await early.succeeded();
    expect((await isolate().status()).state).toBe('open');
  });

  it('is not closed by a success that is told while another call opens it', async () => {
    let meanwhile: (() => Promise<void>) | null = () => isolate().failed(5000);
    const remove: SharedState['remove'] = async (...keys) => {
      const first = meanwhile;
      meanwhile = null;
      await first?.();
      await state.remove(...keys);
    };
    const slow = createBreaker('upstream', { state: { ...state, remove }, clock }, OPTIONS);
    await fail(1);
    await slow.admit();
    await slow.succeeded();
    expect((await isolate().status()).state).toBe('open');
  });

  it('peeks without becoming the probe, and sees that another is', async () => {
    await fail(3);
    expect(await isolate().peek()).toMatchObject({ state: 'open', admitted: false });
    clock.advance(1000);
    expect(await isolate().peek()).toMatchObject({ state: 'half_open', admitted: true });
    expect(await isolate().peek()).toMatchObject({ state: 'half_open', admitted: true });
    await isolate().admit();
    expect(await isolate().peek()).toMatchObject({ state: 'half_open', admitted: false });
  });

  it('can be told to probe before its time; the answer decides', async () => {
    await fail(3);
    await isolate().probeNow();
    expect(await isolate().admit()).toMatchObject({ state: 'half_open', admitted: true });
    expect(await isolate().admit(), 'one at a time').toMatchObject({ admitted: false });
    await fail(1);
    expect(await isolate().status()).toMatchObject({ state: 'open' });
    await isolate().probeNow();
    await isolate().admit();
    const prober = isolate();
    await prober.peek();
    await prober.succeeded();
    await isolate().probeNow();
    expect(await isolate().status()).toMatchObject({ state: 'closed' });
  });

  it('has written what it was told when it says so, however far away the state is', async () => {
    const distant = (): Breaker => createBreaker('upstream', { state: slowState(state), clock }, OPTIONS);
    for (let i = 0; i < 3; i++) await distant().failed();
    expect(await isolate().peek()).toMatchObject({ state: 'open' });
    clock.advance(1000);
    const prober = distant();
    expect(await prober.peek()).toMatchObject({ state: 'half_open', admitted: true });
    expect(await prober.admit()).toMatchObject({ admitted: true });
    await prober.succeeded();
    expect(await isolate().peek()).toMatchObject({ state: 'closed', admitted: true });
  });

  it('writes nothing a second time for a success', async () => {
    const written: string[] = [];
    const remove: SharedState['remove'] = async (...keys) => {
      written.push(...keys);
      await state.remove(...keys);
    };
    const caller = createBreaker('upstream', { state: { ...state, remove }, clock }, OPTIONS);
    await caller.failed();
    await caller.succeeded();
    const once = written.length;
    expect(once).toBeGreaterThan(0);
    await caller.succeeded();
    expect(written).toHaveLength(once);
  });

  it('writes nothing for a success that has nothing to forget', async () => {
    const written: string[] = [];
    const remove: SharedState['remove'] = async (...keys) => void written.push(...keys);
    const quiet = createBreaker('upstream', { state: { ...state, remove }, clock }, OPTIONS);
    await quiet.admit();
    await quiet.succeeded();
    expect(written).toEqual([]);
  });
});

/** A model of the same rules without shared keys. */
class Model {
  openUntil: number | null = null;
  failures: number[] = [];
  probeUntil = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get name(): 'closed' | 'open' | 'half_open' {
    const { windowMs, probeMs } = OPTIONS;
    if (this.openUntil !== null && this.openUntil + windowMs + probeMs <= this.#now()) this.openUntil = null;
    if (this.openUntil === null) return 'closed';
    return this.openUntil > this.#now() ? 'open' : 'half_open';
  }

  admit(): boolean {
    if (this.name !== 'half_open') return this.name === 'closed';
    if (this.probeUntil > this.#now()) return false;
    this.probeUntil = this.#now() + OPTIONS.probeMs;
    return true;
  }

  succeeded(): void {
    if (this.name === 'open') return;
    Object.assign(this, { openUntil: null, failures: [], probeUntil: 0 });
  }

  failed(): void {
    if (this.name === 'open') return;
    const last = this.failures.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (last + OPTIONS.windowMs <= this.#now()) this.failures = [];
    this.failures.push(this.#now());
    if (this.name === 'closed' && this.failures.length < OPTIONS.failures) return;
    Object.assign(this, { openUntil: this.#now() + OPTIONS.openMs, failures: [], probeUntil: 0 });
  }
}

it('moves between its states as the rules say, whatever happens', async () => {
  const call = fc.record({
    outcome: fc.constantFrom('succeeded' as const, 'failed' as const),
    beforeMs: fc.nat(700),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 40 }), async (calls) => {
      clock = createFakeClock();
      state = createLocalState(clock);
      const model = new Model(clock.now);
      for (const { outcome, beforeMs } of calls) {
        clock.advance(beforeMs);
        const caller = isolate();
        const expected = { state: model.name, admitted: model.admit() };
        expect(await caller.peek()).toMatchObject(expected);
        expect(await caller.admit()).toMatchObject(expected);
        if (!expected.admitted) continue;
        await caller[outcome]();
        model[outcome]();
      }
    }),
  );
});
