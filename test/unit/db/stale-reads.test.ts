import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Row, type Sql, type Statement, sql } from '../../../src/db/client.ts';
import { createStaleReads, type StaleRead } from '../../../src/db/stale-reads.ts';
import { DatabaseRefusal } from '../../../src/lib/database-refusal.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { TooManyInFlight } from '../../../src/lib/resilience/limit-in-flight.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

/** What the replica does: an age of its data in milliseconds, null for no beat, or what it throws. */
type Behaviour = number | null | Error;

const coded = (code: string) => Object.assign(new Error('no'), { code });
const DOWN = new AppError('DATABASE_UNAVAILABLE', 'The database does not answer.');
const MINE = sql`select 1`;

function open() {
  const clock = createFakeClock();
  const results: StaleRead[] = [];
  const options: unknown[] = [];
  let behaviour: Behaviour = 0;
  let asked = 0;
  const batch = async (statements: readonly Statement[], given?: unknown): Promise<Row[][]> => {
    asked += 1;
    options.push(given);
    if (behaviour instanceof Error) throw behaviour;
    const age = { age_ms: behaviour };
    return [[age], ...statements.slice(1).map(() => [{ from: 'replica' }])];
  };
  const one = [{ from: 'primary' }];
  const primary: Sql = {
    query: async <T>() => one as T[],
    batch: async (statements) => statements.map(() => one),
  };
  const replica: Sql = { query: () => Promise.reject(new Error('asked without its age')), batch };
  const reads = createStaleReads({
    primary,
    replica,
    rest: { until: 0 },
    clock,
    note: (result) => void results.push(result),
  });
  return {
    clock,
    results,
    options,
    asked: () => asked,
    read: async (next: Behaviour) => {
      behaviour = next;
      const [row] = await reads.query<{ from: string }>(MINE);
      const [both] = await reads.batch([MINE, MINE]);
      expect(both?.[0]?.from === 'replica' && row?.from === 'primary').toBe(false);
      return row?.from;
    },
  };
}

describe('reads that may be stale', () => {
  it('come from a replica that is at most a second behind, in a transaction that cannot write', async () => {
    const { read, options } = open();
    expect(await read(0)).toBe('replica');
    expect(await read(1000)).toBe('replica');
    expect(options).toEqual(options.map(() => ({ readOnly: true })));
  });

  it.each<[string, Behaviour, StaleRead]>([
    ['is more than a second behind', 1001, 'stale'],
    ['has no beat', null, 'stale'],
    ['does not answer', DOWN, 'failed'],
    ['lacks a table that the primary has', coded('42P01'), 'failed'],
    ['cancels what stands in its way', coded('40001'), 'failed'],
    ['refuses a write', coded('25006'), 'refused'],
  ])('come from the primary when the replica %s', async (_, behaviour, result) => {
    const { read, results } = open();
    expect(await read(behaviour)).toBe('primary');
    expect(results[0]).toBe(result);
  });

  it('are not asked of a stale replica again for a second, nor of one that failed for thirty', async () => {
    const stale = open();
    await stale.read(5000);
    expect(stale.results).toEqual(['stale', 'resting']);
    stale.clock.advance(1000);
    expect(await stale.read(0)).toBe('replica');
    const failed = open();
    await failed.read(DOWN);
    failed.clock.advance(29_999);
    expect(await failed.read(0)).toBe('primary');
    expect(failed.asked()).toBe(1);
    failed.clock.advance(1);
    expect(await failed.read(0)).toBe('replica');
  });

  it.each([
    new DatabaseRefusal('22P02', { cause: null }),
    new AppError('CLIENT_GONE', 'gone'),
    new AppError('QUERY_TIMEOUT', 'too long'),
    new TooManyInFlight('DATABASE_UNAVAILABLE', 'busy'),
  ])('fail as they would on the primary, without a rest: $message', async (error) => {
    const { read } = open();
    await expect(read(error)).rejects.toBe(error);
    expect(await read(0)).toBe('replica');
  });

  it('never come from a replica that is behind or fails, whatever it did before', async () => {
    const behaviours = fc.oneof(
      fc.double({ min: 0, max: 5000, noNaN: true }),
      fc.constantFrom<Behaviour>(null, DOWN, coded('40001'), coded('25006')),
    );
    const steps = fc.array(fc.record({ behaviour: behaviours, waitMs: fc.nat(40_000) }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const { read, clock } = open();
        for (const { behaviour, waitMs } of list) {
          clock.advance(waitMs);
          const isFresh = typeof behaviour === 'number' && behaviour <= 1000;
          const from = await read(behaviour);
          if (!isFresh) expect(from).toBe('primary');
          else if (waitMs >= 30_000) expect(from).toBe('replica');
        }
      }),
      { numRuns: 50 },
    );
  });
});
