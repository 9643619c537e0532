import { isWeakEnd } from './soundings.ts';
import {
  anchorOf,
  isSameRun,
  isSameVowel,
  MIN_VOWEL,
  type Sound,
  soundLikeness,
  vowelLikeness,
} from './sounds.ts';

/** The rhyming syllable counts as much as two that follow it. */
const ANCHOR_WEIGHT = 2;
const MAX_MULTI = 4;

/** Mean likeness of the last syllables, the first of them, which carries the rhyme, counting double. */
export function likeness(query: readonly Sound[], candidate: readonly Sound[], count: number): number {
  let sum = 0;
  let weights = 0;
  for (let back = 1; back <= count; back++) {
    const [a, b] = [query.at(-back), candidate.at(-back)];
    if (!a || !b) return 0;
    const weight = back === count ? ANCHOR_WEIGHT : 1;
    sum += weight * soundLikeness(a, b);
    weights += weight;
  }
  return sum / weights;
}

/** Sum of the likeness of the syllables that match before the rhyming ones. */
export function furtherLikeness(
  query: readonly Sound[],
  candidate: readonly Sound[],
  { needed, matched }: { needed: number; matched: number },
): number {
  let sum = 0;
  for (let back = needed + 1; back <= matched; back++) {
    const [a, b] = [query.at(-back), candidate.at(-back)];
    if (a && b) sum += soundLikeness(a, b);
  }
  return sum;
}

/** Whether everything from the rhyming vowel on is the same. */
export function isWhole(query: readonly Sound[], candidate: readonly Sound[], count: number): boolean {
  for (let back = 1; back <= count; back++) {
    const [a, b] = [query.at(-back), candidate.at(-back)];
    if (!a || !b || !isSameVowel(a, b) || !isSameRun(a.tail, b.tail)) return false;
  }
  return true;
}

/** Whether the last syllables are the same, with what the first of them begins: a homophone, or the word in another. */
export function isRepeated(query: readonly Sound[], candidate: readonly Sound[], count: number): boolean {
  const [a, b] = [query.at(-count), candidate.at(-count)];
  return (
    a !== undefined && b !== undefined && isSameRun(a.onset, b.onset) && isWhole(query, candidate, count)
  );
}

/** Syllables from the end whose vowels are similar and of which none is stressed in one word alone. */
export function countMatched(query: readonly Sound[], candidate: readonly Sound[]): number {
  let count = 0;
  while (count < Math.min(query.length, candidate.length, MAX_MULTI)) {
    const [a, b] = [query.at(-1 - count), candidate.at(-1 - count)];
    if (!a || !b || vowelLikeness(a, b) < MIN_VOWEL) break;
    count++;
  }
  return count;
}

/** Whether a word can rhyme on a syllable: on its primary stress, or on a secondary one after it ("yesterday"). */
export function carriesRhyme(candidate: readonly Sound[], at: number): boolean {
  const main = anchorOf(candidate);
  return (
    candidate[at]?.stress !== 0 &&
    (at === main || (at > main && candidate[at]?.stress === 2 && !isWeakEnd(candidate[at])))
  );
}
