import { pairAt } from './end-word-features.ts';
import type { HeardStanza } from './stanza-features.ts';

const THRESHOLD = 0.5;

function meanBetween(stanza: HeardStanza, a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (const left of a) {
    for (const right of b) {
      const pair = pairAt(stanza.pairs.size, Math.min(left, right), Math.max(left, right));
      sum += stanza.probability[pair] ?? 0;
    }
  }
  return sum / (a.length * b.length);
}

/**
 * The rhyme scheme of a stanza as one number per line: lines are merged while the mean probability between two groups
 * is above one half, the most likely first (average linkage).
 */
export function schemeOf(stanza: HeardStanza): number[] {
  const groups = new Map<number, number[]>();
  const owner = Array.from({ length: stanza.pairs.size }, (_, line) => line);
  for (const line of owner) groups.set(line, [line]);
  const order = [...stanza.probability.keys()]
    .filter((pair) => (stanza.probability[pair] ?? 0) > THRESHOLD)
    .sort((a, b) => (stanza.probability[b] ?? 0) - (stanza.probability[a] ?? 0));
  for (const pair of order) {
    const a = owner[stanza.pairs.left[pair] ?? 0] ?? 0;
    const b = owner[stanza.pairs.right[pair] ?? 0] ?? 0;
    const [first, second] = [groups.get(a), groups.get(b)];
    if (a === b || !first || !second || meanBetween(stanza, first, second) <= THRESHOLD) continue;
    for (const line of second) owner[line] = a;
    groups.set(a, [...first, ...second]);
    groups.delete(b);
  }
  return owner;
}
