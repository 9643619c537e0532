import type { Stretch } from './edit.ts';

export const HUES = 8;

interface Place extends Stretch {
  /** 0-based number of its line. */
  line: number;
}

interface Hued extends Stretch {
  hue: number;
}

/** How many words of a group had each colour before. */
function formerHues(members: readonly Place[], hueAt: ReadonlyMap<number, number>): number[] {
  const counts = new Array<number>(HUES).fill(0);
  for (const { start } of members) {
    const hue = hueAt.get(start);
    if (hue !== undefined) counts[hue] = (counts[hue] ?? 0) + 1;
  }
  return counts;
}

/** The colour that is farthest from its next use: lines between the group and other words of that colour. */
function farthestHue(members: readonly Place[], used: readonly (readonly number[])[]): number {
  let best = 0;
  let farthest = -1;
  for (let hue = 0; hue < HUES; hue++) {
    const lines = used[hue] ?? [];
    let nearest = Number.POSITIVE_INFINITY;
    for (const { line } of members)
      for (const other of lines) nearest = Math.min(nearest, Math.abs(line - other));
    if (nearest > farthest) {
      best = hue;
      farthest = nearest;
    }
    if (nearest === Number.POSITIVE_INFINITY) break;
  }
  return best;
}

/**
 * A colour (0-7) for each rhyme group. Groups keep the colour that most of their words had; new ones take the one that
 * is used farthest away, so that neighbours differ.
 */
export function chooseHues(groups: readonly (readonly Place[])[], before: readonly Hued[]): number[] {
  const hueAt = new Map(before.map(({ start, hue }) => [start, hue]));
  const hues = new Array<number>(groups.length).fill(-1);
  const used: number[][] = Array.from({ length: HUES }, () => []);
  const give = (group: number, hue: number): void => {
    hues[group] = hue;
    used[hue]?.push(...(groups[group] ?? []).map(({ line }) => line));
  };
  const claims = groups.map((members, group) => {
    const counts = formerHues(members, hueAt);
    const most = Math.max(...counts);
    return { group, most, hue: counts.indexOf(most) };
  });
  for (const { group, hue } of claims.filter(({ most }) => most > 0).sort((a, b) => b.most - a.most))
    if (!meets(groups[group] ?? [], used[hue] ?? [])) give(group, hue);
  const first = (members: readonly Place[]) => members[0]?.start ?? 0;
  const open = [...groups.keys()].filter((group) => hues[group] === -1);
  open.sort((a, b) => first(groups[a] ?? []) - first(groups[b] ?? []));
  for (const group of open) give(group, farthestHue(groups[group] ?? [], used));
  return hues;
}

/** Lines within which two groups of one colour would be taken for one. */
const NEAR_LINES = 2;

const meets = (members: readonly Place[], lines: readonly number[]): boolean =>
  members.some(({ line }) => lines.some((other) => Math.abs(line - other) <= NEAR_LINES));
