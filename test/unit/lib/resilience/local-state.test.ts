import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const key = fc.constantFrom('a', 'b');
const ttlMs = fc.integer({ min: 1, max: 100 });
const step = fc.oneof(
  fc.record({ op: fc.constant('get' as const), key }),
  fc.record({ op: fc.constant('set' as const), key, value: fc.constantFrom('1', 'x'), ttlMs }),
  fc.record({ op: fc.constant('acquire' as const), key, ttlMs }),
  fc.record({ op: fc.constant('remove' as const), key }),
  fc.record({ op: fc.constant('advance' as const), ms: fc.integer({ min: 0, max: 60 }) }),
);

describe('the state of one isolate', () => {
  it('holds a value until its time is over, and a lock for one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const clock = createFakeClock();
        const state = createLocalState(clock);
        const model = new Map<string, { value: string; until: number }>();
        const alive = (name: string) => {
          const entry = model.get(name);
          return entry !== undefined && entry.until > clock.now() ? entry.value : null;
        };
        for (const one of steps) {
          if (one.op === 'advance') clock.advance(one.ms);
          else if (one.op === 'get') expect(await state.get(one.key)).toBe(alive(one.key));
          else if (one.op === 'remove') {
            await state.remove(one.key);
            model.delete(one.key);
          } else {
            const free = alive(one.key) === null;
            const value = one.op === 'set' ? one.value : 'lock';
            if (one.op === 'set') await state.set(one.key, value, one.ttlMs);
            else expect(await state.acquire(one.key, value, one.ttlMs)).toBe(free);
            if (one.op === 'set' || free) model.set(one.key, { value, until: clock.now() + one.ttlMs });
          }
        }
      }),
    );
  });

  it('counts from one again when nobody counted for a while', async () => {
    const clock = createFakeClock();
    const state = createLocalState(clock);
    expect([await state.increment('n', 100), await state.increment('n', 100)]).toEqual([1, 2]);
    clock.advance(99);
    expect(await state.increment('n', 100)).toBe(3);
    clock.advance(100);
    expect(await state.increment('n', 100)).toBe(1);
  });

  it('gives slots an interval apart, each once, none further away than allowed', async () => {
    const ask = fc.record({ afterMs: fc.nat(150), maxWaitMs: fc.nat(400) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(ask, { maxLength: 40 }),
        fc.integer({ min: 1, max: 100 }),
        async (asks, intervalMs) => {
          const clock = createFakeClock();
          const state = createLocalState(clock);
          let lastSlot = Number.NEGATIVE_INFINITY;
          for (const { afterMs, maxWaitMs } of asks) {
            clock.advance(afterMs);
            const { granted, waitMs } = await state.reserve('gate', intervalMs, maxWaitMs);
            const slot = clock.now() + waitMs;
            // The next free slot, neither earlier nor later.
            expect(slot).toBe(Math.max(clock.now(), lastSlot + intervalMs));
            expect(granted).toBe(waitMs <= maxWaitMs);
            if (granted) lastSlot = slot;
          }
        },
      ),
    );
  });

  it('counts the slots that were taken, and no others', async () => {
    const state = createLocalState(createFakeClock());
    const tally = { key: 'taken', ttlMs: 1000 };
    for (let i = 0; i < 3; i++) await state.reserve('gate', 100, 100, tally);
    expect(await state.get('taken')).toBe('2');
    await state.reserve('gate', 100, 500);
    expect(await state.get('taken')).toBe('2');
  });

  it('renews and releases for the holder alone', async () => {
    const clock = createFakeClock();
    const state = createLocalState(clock);
    await state.acquire('lock', 'me', 100);
    expect(await state.renew('lock', 'other', 1000)).toBe(false);
    expect(await state.renew('lock', 'me', 1000)).toBe(true);
    clock.advance(999);
    await state.release('lock', 'other');
    expect(await state.get('lock')).toBe('me');
    await state.release('lock', 'me');
    expect(await state.acquire('lock', 'other', 100)).toBe(true);
    clock.advance(100);
    expect(await state.renew('lock', 'other', 100)).toBe(false);
  });

  it('makes room with what is over before it takes what still counts', async () => {
    const clock = createFakeClock();
    const state = createLocalState(clock);
    await state.set('kept', 'v', 1000);
    await state.set('short', 'v', 1);
    for (let i = 2; i < 10_000; i++) await state.set(`key-${i}`, 'v', 1000);
    clock.advance(1);
    expect(await state.get('short')).toBeNull();
    await state.set('one more', 'v', 1000);
    expect(await state.get('kept')).toBe('v');
  });

  it('is bounded: what was written longest ago goes first', async () => {
    const state = createLocalState(createFakeClock());
    for (let i = 0; i <= 10_000; i++) await state.set(`key-${i}`, 'v', 1000);
    expect(await state.get('key-0')).toBeNull();
    expect(await state.get('key-1')).toBe('v');
    expect(await state.get('key-10000')).toBe('v');
  });
});
