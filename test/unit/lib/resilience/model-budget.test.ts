import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../src/lib/clock.ts';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import { createModelBudget, DEFAULT_MODEL_BUDGET } from '../../../../src/lib/resilience/model-budget.ts';
import { slowState } from '../../../support/slow-state.ts';

const MINUTE = 60_000;
const options = DEFAULT_MODEL_BUDGET;

/** A clock that jumps over every sleep. */
function jumpingClock(start = 1_700_000_000_000): Clock & { advance(ms: number): void } {
  let now = start;
  const advance = (ms: number) => {
    now += ms;
  };
  return { now: () => now, sleep: async (ms) => advance(ms), advance };
}

function open(clock: Clock, state = createLocalState(clock)) {
  return createModelBudget('test', { state, clock });
}

describe('the rate budget', () => {
  it('lets a burst of five through and then one every 60/45 s', async () => {
    const clock = jumpingClock();
    const budget = open(clock);
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      const before = clock.now();
      await budget.take(MINUTE);
      waits.push(clock.now() - before);
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 1334, 1334, 1334]);
  });

  it('refuses a slot beyond the patience of the caller, says how far it is, and does not take it', async () => {
    const clock = jumpingClock();
    const budget = open(clock);
    for (let i = 0; i < 5; i++) await budget.take(0);
    const refused = await budget.take(1000);
    expect(refused).toMatchObject({ granted: false });
    expect(refused.granted ? 0 : refused.waitMs).toBe(Math.ceil(MINUTE / 45));
    expect(await budget.take(1400)).toMatchObject({ granted: true });
  });

  it('keeps two of the burst from background work, and lets it use the whole rate otherwise', async () => {
    const clock = jumpingClock();
    const budget = open(clock);
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      const before = clock.now();
      await budget.take(MINUTE, 'background');
      waits.push(clock.now() - before);
    }
    expect(waits).toEqual([0, 0, 0, 1334, 1334, 1334]);
    for (let i = 0; i < 2; i++) expect(await budget.take(0)).toMatchObject({ granted: true });
    expect(await budget.take(0)).toMatchObject({ granted: false });
  });

  it('refuses background work a slot beyond its patience without waiting for it', async () => {
    const clock = jumpingClock();
    const budget = open(clock);
    for (let i = 0; i < 3; i++) await budget.take(0, 'background');
    const before = clock.now();
    expect(await budget.take(1000, 'background')).toEqual({ granted: false, waitMs: Math.ceil(MINUTE / 45) });
    expect(clock.now()).toBe(before);
    expect(await budget.take(1400, 'background')).toMatchObject({ granted: true });
  });

  it('has a slot for two people at once, whatever background work was done before', async () => {
    const steps = fc.array(fc.nat(3000), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(steps, async (pauses) => {
        const clock = jumpingClock();
        const budget = open(clock);
        for (const pause of pauses) {
          await budget.take(MINUTE, 'background');
          clock.advance(pause);
        }
        expect([await budget.take(0), await budget.take(0)]).toMatchObject([
          { granted: true },
          { granted: true },
        ]);
      }),
    );
  });

  it('is one for all that share its state', async () => {
    const clock = jumpingClock();
    const state = createLocalState(clock);
    const isolates = [open(clock, state), open(clock, state)];
    for (let i = 0; i < 5; i++) await isolates[i % 2]?.take(0);
    for (const isolate of isolates) expect(await isolate.take(0)).toMatchObject({ granted: false });
  });

  it('is cut by 30 % by a refusal, and restored by windows without one, fast at first', async () => {
    const clock = jumpingClock();
    const budget = open(clock);
    await budget.refused(clock.now());
    const rates: number[] = [];
    for (let window = 0; window <= 7; window++) {
      rates.push(await budget.rate());
      clock.advance(options.windowMs - 1);
      expect(await budget.rate()).toBe(rates.at(-1));
      clock.advance(1);
    }
    expect(rates).toEqual([31, 35, 38, 39, 40, 41, 43, 45]);
  });

  it('is cut once a window, by however many refusals', async () => {
    const clock = jumpingClock();
    const budget = open(clock);
    const sent = clock.now();
    clock.advance(500);
    for (let i = 0; i < 30; i++) {
      await budget.refused(i < 6 ? sent + i : clock.now());
      clock.advance(250);
    }
    expect(await budget.rate()).toBe(31);
  });

  it('is not held back by a refusal that asks for no time', async () => {
    const clock = jumpingClock();
    const budget = open(clock);
    await budget.refused(clock.now());
    for (let i = 0; i < 5; i++) expect(await budget.take(0)).toMatchObject({ granted: true });
  });

  it('is held back for all that share its state when the refusal has been told', async () => {
    const clock = jumpingClock();
    const state = createLocalState(clock);
    const told = open(clock, slowState(state));
    await told.refused(clock.now(), 3000);
    expect(await open(clock, state).take(2000)).toMatchObject({ granted: false, waitMs: 3000 });
    expect(await open(clock, state).rate()).toBe(31);
  });

  it('is not held back for all by a refusal now and then', async () => {
    const clock = jumpingClock();
    const budget = open(clock);
    await budget.refused(clock.now());
    for (let i = 0; i < 10; i++) await budget.take(MINUTE);
    const before = clock.now();
    await budget.refused(clock.now(), 5000);
    expect(await budget.take(MINUTE)).toMatchObject({ granted: true });
    expect(clock.now() - before).toBeLessThan(5000);
    await budget.refused(clock.now(), 60_000);
    expect(await budget.take(50_000)).toMatchObject({ granted: false });
  });

  it.each([
    ['a window', 0, false],
    ['a little less than a window', -1, true],
  ])('is held back for all by any refusal that asks for %s', async (_, more, isGranted) => {
    const clock = jumpingClock();
    const budget = open(clock);
    await budget.refused(clock.now());
    await budget.refused(clock.now(), options.windowMs + more);
    expect((await budget.take(0)).granted).toBe(isGranted);
  });

  it('holds everybody back for as long as the upstream asked', async () => {
    const clock = jumpingClock();
    const budget = open(clock);
    await budget.refused(clock.now(), 3000);
    expect(await budget.take(2000)).toMatchObject({ granted: false, waitMs: 3000 });
    const before = clock.now();
    expect(await budget.take(5000)).toMatchObject({ granted: true });
    expect(clock.now() - before).toBe(3000);
  });

  it('takes what it cannot read in the shared state for no cut', async () => {
    const clock = jumpingClock();
    const state = createLocalState(clock);
    for (const junk of ['{', '[]', '{"rate":-1,"cutAt":0}', 'null']) {
      await state.set('budget:test:epoch', junk, MINUTE);
      expect(await open(clock, state).rate()).toBe(45);
    }
  });
});

describe('whatever happens', () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('take' as const), patience: fc.integer({ min: 0, max: 30_000 }) }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 90_000 }) }),
    fc.record({ kind: fc.constant('refused' as const), after: fc.integer({ min: 0, max: 5000 }) }),
  );

  it('no minute sees more than the rate and the burst, and nobody waits beyond his patience', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 120 }), async (events) => {
        const clock = jumpingClock();
        const budget = open(clock);
        const sent: number[] = [];
        for (const one of events) {
          if (one.kind === 'pass') clock.advance(one.ms);
          else if (one.kind === 'refused') await budget.refused(clock.now(), one.after);
          else {
            const before = clock.now();
            const ticket = await budget.take(one.patience);
            expect(clock.now() - before).toBeLessThanOrEqual(one.patience + 1);
            if (ticket.granted) sent.push(clock.now());
          }
          const rate = await budget.rate();
          expect(rate).toBeGreaterThanOrEqual(options.floorPerMinute);
          expect(rate).toBeLessThanOrEqual(options.perMinute);
        }
        for (const at of sent) {
          const within = sent.filter((other) => other >= at && other < at + MINUTE).length;
          expect(within).toBeLessThanOrEqual(options.perMinute + options.burst);
        }
      }),
      { numRuns: 60 },
    );
  });
});
