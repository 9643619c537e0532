/** How far apart two values are. */
export type Level = 'nominal' | 'ordinal' | 'interval';

/** One unit's value from each rater; null where a rater gave none. */
export type Unit = readonly (number | null)[];

interface Coincidences {
  values: number[];
  /** How often two raters gave the values at these places to one unit, each unit weighing as many as gave it a value. */
  table: number[][];
  /** Sums of the rows. */
  totals: number[];
}

function coincidencesOf(units: readonly Unit[]): Coincidences {
  const rated = units
    .map((unit) => unit.filter((value) => value !== null))
    .filter((values) => values.length > 1);
  const values = [...new Set(rated.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, at) => [value, at]));
  const table = values.map(() => values.map(() => 0));
  for (const unit of rated)
    for (const [i, first] of unit.entries())
      for (const [j, second] of unit.entries()) {
        if (i === j) continue;
        const row = table[place.get(first) ?? 0];
        const column = place.get(second) ?? 0;
        if (row !== undefined) row[column] = (row[column] ?? 0) + 1 / (unit.length - 1);
      }
  return { values, table, totals: table.map((row) => row.reduce((sum, count) => sum + count, 0)) };
}

/** The squared difference of the values at two places. */
function differenceOf({ values, totals }: Coincidences, level: Level): (c: number, k: number) => number {
  if (level === 'nominal') return (c, k) => (c === k ? 0 : 1);
  if (level === 'interval') return (c, k) => ((values[c] ?? 0) - (values[k] ?? 0)) ** 2;
  return (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c];
    const between = totals.slice(low, high + 1).reduce((sum, total) => sum + total, 0);
    return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
  };
}

/**
 * Krippendorff's alpha of the agreement of any number of raters, also with values missing: 1 if they always agree, 0 as
 * by chance, below 0 if they disagree more than that (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
 * Null if no unit has two values, or if all values are equal, where nothing can be said.
 */
export function krippendorffAlpha(units: readonly Unit[], level: Level): number | null {
  const coincidences = coincidencesOf(units);
  const { table, totals } = coincidences;
  const all = totals.reduce((sum, total) => sum + total, 0);
  const difference = differenceOf(coincidences, level);
  let [observed, expected] = [0, 0];
  for (const [c, row] of table.entries())
    for (const [k, count] of row.entries()) {
      const apart = difference(c, k);
      observed += count * apart;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * apart;
    }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}
