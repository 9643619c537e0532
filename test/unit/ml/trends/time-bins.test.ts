import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BASE_UNITS,
  binLabel,
  binsAfter,
  binsAYear,
  DAY_MS,
  lastBins,
  nominalLength,
  timeBins,
} from '../../../../src/ml/trends/time-bins.ts';

const day = (iso: string): number => Date.parse(iso) / DAY_MS;
const DAY = 0;
const MONTH = 1;
const YEAR = 2;

describe('bins of time', () => {
  it.each([
    ['quarter', 1, 24, '2025-09-19', ['2023-Q4', '2025-Q3'], 8],
    ['quarter', 1, 24, '2025-08-02', ['2023-09 to 2023-11', '2025-06 to 2025-08'], 8],
    ['quarter', 4, 120, '2025-12-31', ['2016', '2025'], 10],
    ['month', 1, 12, '2024-02-29', ['2023-03', '2024-02'], 12],
    ['month', 2, 12, '2024-02-29', ['2023-03 to 2023-04', '2024-01 to 2024-02'], 6],
    ['week', 1, 3, '2024-03-10', ['2023-12-11 to 2023-12-17', '2024-03-04 to 2024-03-10'], 13],
    ['year', 1, 120, '2025-01-01', ['2016', '2025'], 10],
    ['year', 1, 6, '2025-01-01', [], 0],
  ] as const)('of %s × %i over %i months back from %s', (unit, width, months, newest, ends, count) => {
    const { bins } = timeBins(unit, width, { months, newest: day(newest) });
    expect(bins).toHaveLength(count);
    const labels = bins.map(binLabel);
    expect(ends.length === 0 ? labels : [labels[0], labels.at(-1)]).toEqual([...ends]);
  });

  it('are next to each other, hold the newest release last, and go on after it', () => {
    const cases = fc.record({
      unit: fc.constantFrom(...BASE_UNITS),
      width: fc.integer({ min: 1, max: 4 }),
      months: fc.integer({ min: 3, max: 120 }),
      newest: fc.integer({ min: day('1950-01-01'), max: day('2090-12-31') }),
    });
    fc.assert(
      fc.property(cases, ({ unit, width, ...window }) => {
        const time = timeBins(unit, width, window);
        const all = [...time.bins, ...binsAfter(time, 3)];
        for (const [i, bin] of all.entries()) {
          expect(bin.to).toBeGreaterThan(bin.from);
          if (i > 0) expect(bin.from).toBe(all[i - 1]?.to);
        }
        if (time.bins.length > 0) expect(time.binOf(window.newest, DAY)).toBe(time.bins.length - 1);
        for (const [i, { from, to }] of time.bins.entries()) {
          expect(time.binOf(from, DAY)).toBe(i);
          expect(time.binOf(to - 1, DAY)).toBe(i);
        }
        expect(time.binOf((time.bins[0]?.from ?? 0) - 1, DAY)).toBe(-1);
        expect(time.binOf((time.bins.at(-1)?.to ?? 0) + 400, DAY)).toBe(-1);
      }),
      { numRuns: 50 },
    );
  });

  it('take no song whose date is less precise than they are', () => {
    const window = { months: 12, newest: day('2025-06-30') };
    const at = (unit: (typeof BASE_UNITS)[number], precision: number) =>
      timeBins(unit, 1, { ...window, months: 24 }).binOf(day('2025-01-01'), precision) >= 0;
    expect(BASE_UNITS.map((unit) => [DAY, MONTH, YEAR].map((precision) => at(unit, precision)))).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, false],
      [true, true, true],
    ]);
  });

  it('of the narrowest width reach as far back as a window without bins', () => {
    const newest = day('2025-09-19');
    for (let months = 3; months <= 120; months++) {
      const length = nominalLength(months);
      const [{ from } = { from: 0 }] = timeBins('days' in length ? 'week' : 'month', 1, {
        months,
        newest,
      }).bins;
      if ('days' in length) expect(from).toBe(newest + 1 - length.days);
      else expect(from).toBe(Date.UTC(2025, 9 - length.months, 1) / DAY_MS);
    }
  });

  it('lose the oldest without changing the others', () => {
    const time = timeBins('quarter', 1, { months: 24, newest: day('2025-09-19') });
    const less = lastBins(time, 3);
    expect(less.bins).toEqual(time.bins.slice(-3));
    expect(less.binOf(day('2025-09-19'), DAY)).toBe(2);
    expect(less.binOf(time.bins[0]?.from ?? 0, DAY)).toBe(-1);
    expect(binsAYear(time)).toBe(4);
  });
});
