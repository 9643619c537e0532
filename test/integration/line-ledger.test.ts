import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { createLocalLineLedger, type LineLedger, withLocalLedger } from '../../src/lib/line-ledger.ts';
import { createRedis } from '../../src/redis/client.ts';
import { createRedisLineLedger } from '../../src/redis/line-ledger.ts';
import { NOBODY, startPart } from '../support/test-barline.ts';

const piece = fc.record({
  songId: fc.nat(4),
  lines: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 }),
});
const charges = fc.array(
  fc.record({
    caller: fc.constantFrom('one', 'two'),
    pieces: fc.array(piece, { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const limits = fc.record({ perSong: fc.nat(4), total: fc.nat(10) });

describe.each(inject('redisChoices'))('a ledger of lines over %s Redis', (choice) => {
  const open = async (): Promise<LineLedger> => {
    const { vars } = await startPart({ kind: 'redis', choice });
    return createRedisLineLedger(
      createRedis(
        { url: vars.UPSTASH_REDIS_REST_URL ?? '', token: vars.UPSTASH_REDIS_REST_TOKEN ?? '' },
        10_000,
      ),
    );
  };

  it('grants the same lines as a ledger in memory', async () => {
    const shared = await open();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(charges, limits, async (list, bounds) => {
        run += 1;
        const local = createLocalLineLedger();
        for (const one of list) {
          const charge = { ...one, day: `2026-03-01-${run}`, limits: bounds };
          expect(await shared.take(charge)).toEqual(await local.take(charge));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never grants more than the budget to concurrent requests', async () => {
    const shared = await open();
    const ask = (songId: number) =>
      shared.take({
        caller: 'one',
        day: '2026-03-01',
        limits: { perSong: 2, total: 7 },
        pieces: [{ songId, lines: ['a'] }],
      });
    const granted = (await Promise.all(Array.from({ length: 12 }, (_, i) => ask(i)))).flat();
    expect(granted.filter((one) => one)).toHaveLength(7);
    expect(await ask(100)).toEqual([false]);
  });
});

describe('a ledger of lines with an unreliable Redis', () => {
  it('is kept in memory during an outage, reports it, and grants at most the budget', async () => {
    const outcomes = [true, false, false, true];
    let failures = 0;
    const whole = createLocalLineLedger();
    const shared: LineLedger = {
      take: async (charge) => {
        if (outcomes.shift() !== true) throw new Error('Redis is gone');
        return whole.take(charge);
      },
    };
    const ledger = withLocalLedger(shared, createLocalLineLedger(), () => {
      failures += 1;
    });
    const charge = { caller: 'one', day: '2026-03-01', limits: { perSong: 1, total: 2 } };
    const granted: boolean[] = [];
    for (const songId of [1, 2, 3, 4]) {
      granted.push(...(await ledger.take({ ...charge, pieces: [{ songId, lines: ['a'] }] })));
    }
    expect(granted).toEqual([true, true, false, false]);
    expect(failures).toBe(2);
  });

  it('treats a Redis that does not answer as down', async () => {
    const failures: unknown[] = [];
    const gone = createRedisLineLedger(createRedis({ url: NOBODY, token: 'any' }));
    const ledger = withLocalLedger(gone, createLocalLineLedger(), (error) => failures.push(error));
    const charge = { caller: 'one', day: '2026-03-01', limits: { perSong: 1, total: 1 } };
    expect(await ledger.take({ ...charge, pieces: [{ songId: 1, lines: ['a'] }] })).toEqual([true]);
    expect(await ledger.take({ ...charge, pieces: [{ songId: 2, lines: ['a'] }] })).toEqual([false]);
    expect(failures).toHaveLength(2);
  });
});
