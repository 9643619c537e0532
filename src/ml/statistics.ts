/** The mean over the songs that have the measure, and the number of those songs. */
export interface Mean {
  mean: number | null;
  songs: number;
}

export function meanOf(values: readonly (number | null | undefined)[]): Mean {
  const known = values.filter((value): value is number => typeof value === 'number');
  const sum = known.reduce((total, value) => total + value, 0);
  return { mean: known.length === 0 ? null : sum / known.length, songs: known.length };
}

export interface Count<K extends string> {
  value: K;
  count: number;
  share: number;
}

/** How often each value occurs and its share of `total`, the most common first. */
export function countsOf<K extends string>(values: readonly K[], total: number): Count<K>[] {
  const groups = [...Map.groupBy(values, (value) => value)];
  return groups
    .map(([value, { length }]) => ({ value, count: length, share: length / total }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** a / b; null if b is 0. */
export const ratio = (a: number, b: number): number | null => (b === 0 ? null : a / b);
