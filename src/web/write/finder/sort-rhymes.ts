import type { FoundRhyme } from '../../../lyrics/rhyme/finder/contract.ts';

export const RHYME_SORTS = ['strength', 'syllables', 'use'] as const;
export type RhymeSort = (typeof RHYME_SORTS)[number];

const byStrength = (a: FoundRhyme, b: FoundRhyme): number =>
  b.score - a.score || b.matched - a.matched || b.frequency - a.frequency;

const ORDERS: Record<RhymeSort, (a: FoundRhyme, b: FoundRhyme) => number> = {
  strength: byStrength,
  syllables: (a, b) => a.syllables - b.syllables || byStrength(a, b),
  use: (a, b) => b.frequency - a.frequency || byStrength(a, b),
};

/** Rhymes of one reading that belong together; without a heading all of them. */
export interface RhymeRow {
  syllables: number | null;
  items: readonly FoundRhyme[];
}

/** The rhymes of one reading in an order; by syllables in a row for each number of them. */
export function sortRhymes(items: readonly FoundRhyme[], reading: number, sort: RhymeSort): RhymeRow[] {
  const sorted = items.filter((item) => item.reading === reading).sort(ORDERS[sort]);
  if (sort !== 'syllables') return sorted.length === 0 ? [] : [{ syllables: null, items: sorted }];
  const rows = Map.groupBy(sorted, ({ syllables }) => syllables);
  return [...rows].map(([syllables, found]) => ({ syllables, items: found }));
}
