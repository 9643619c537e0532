/** Colours in the style sheet. */
export const HUES = 8;
/** Groups whose words stand at most so many lines apart are neighbours: in one colour they would be taken for one. */
const NEAR = 2;

/** A word of a group: UTF-16 offset of its first letter, and the 0-based number of its line. */
interface Place {
  start: number;
  line: number;
}

interface Group {
  members: readonly Place[];
}

/** A word that has a colour on the screen. */
interface Hued {
  start: number;
  hue: number;
}

/** How close two sorted lists of lines come: the least distance; infinite where one is empty. */
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

/** The hue that most words of each group had before, with their number; those without one are left out. */
function claimsOf(groups: readonly Group[], before: readonly Hued[]): { group: number; hue: number }[] {
  const hueAt = new Map(before.map(({ start, hue }) => [start, hue]));
  return groups
    .map(({ members }, group) => {
      const counts = new Array<number>(HUES).fill(0);
      for (const { start } of members) {
        const hue = hueAt.get(start);
        if (hue !== undefined) counts[hue] = (counts[hue] ?? 0) + 1;
      }
      const most = Math.max(...counts);
      return { group, most, hue: counts.indexOf(most) };
    })
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most);
}

/** The hues that are given so far, and the lines on which each of them stands. */
class GivenHues {
  readonly hues: number[];
  readonly #lines: readonly (readonly number[])[];
  readonly #taken: number[][][] = Array.from({ length: HUES }, () => []);

  constructor(groups: readonly Group[]) {
    this.hues = groups.map(() => -1);
    this.#lines = groups.map(({ members }) =>
      [...new Set(members.map(({ line }) => line))].sort((a, b) => a - b),
    );
  }

  give(group: number, hue: number): void {
    this.hues[group] = hue;
    this.#taken[hue]?.push([...(this.#lines[group] ?? [])]);
  }

  /** Lines between the group and the next group of that hue. */
  room(group: number, hue: number): number {
    const own = this.#lines[group] ?? [];
    return Math.min(...(this.#taken[hue] ?? []).map((others) => distance(own, others)));
  }

  /** The first hue that no neighbour has, else the one whose next group stands furthest away. */
  roomiest(group: number): number {
    const first = group % HUES;
    let best = first;
    let most = this.room(group, first);
    for (let step = 1; step < HUES && most <= NEAR; step++) {
      const hue = (first + step) % HUES;
      const room = this.room(group, hue);
      if (room > most) [best, most] = [hue, room];
    }
    return best;
  }
}

/**
 * A hue (0-7) for every group: none that a neighbour has, as far as there are hues. `before` are the words that have a
 * colour already: a group keeps the hue of most of its words, unless a neighbour keeps it. Of the others large groups
 * choose first.
 */
export function assignHues(groups: readonly Group[], before: readonly Hued[] = []): number[] {
  const given = new GivenHues(groups);
  for (const { group, hue } of claimsOf(groups, before))
    if (given.room(group, hue) > NEAR) given.give(group, hue);
  const size = (group: number) => groups[group]?.members.length ?? 0;
  const open = [...groups.keys()].filter((group) => given.hues[group] === -1);
  for (const group of open.sort((a, b) => size(b) - size(a) || a - b))
    given.give(group, given.roomiest(group));
  return given.hues;
}
