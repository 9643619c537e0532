import type { Analysis } from '../api/types.ts';

type Groups = Analysis['rhyme']['groups'];

/** Colours in the style sheet. */
export const HUES = 8;
/** Groups whose words stand at most so many lines apart are neighbours. */
const NEAR = 2;

/** How close two sorted lists of lines come: the least distance. */
function distance(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] ?? 0, b[j] ?? 0];
    least = Math.min(least, Math.abs(one - other));
    if (one < other) i++;
    else j++;
  }
  return least;
}

/**
 * A hue for every group: none that a neighbour has, as far as there are hues, and of the others the one whose last
 * group stands furthest away. Large groups choose first.
 */
export function assignHues(groups: Groups): number[] {
  const lines = groups.map(({ members }) => [...new Set(members.map(({ line }) => line))]);
  const order = groups
    .map((_, group) => group)
    .sort((a, b) => sizeOf(groups, b) - sizeOf(groups, a) || a - b);
  const hues = groups.map(() => -1);
  const taken: number[][][] = Array.from({ length: HUES }, () => []);
  for (const group of order) {
    const own = lines[group] ?? [];
    const room = taken.map((others) => Math.min(...others.map((other) => distance(own, other))));
    const first = group % HUES;
    let best = first;
    for (let step = 0; step < HUES; step++) {
      const hue = (first + step) % HUES;
      const [here, there] = [room[hue] ?? 0, room[best] ?? 0];
      if (there > NEAR) break;
      if (here > there) best = hue;
    }
    hues[group] = best;
    taken[best]?.push(own);
  }
  return hues;
}

const sizeOf = (groups: Groups, group: number): number => groups[group]?.members.length ?? 0;
