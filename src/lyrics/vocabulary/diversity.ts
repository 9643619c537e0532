import type { Diversity } from '../contract.ts';
import type { WordSequence } from './word-sequence.ts';

const MATTR_WINDOW = 50;
const MTLD_THRESHOLD = 0.72;
const HDD_DRAWS = 42;
const MIN_MTLD_TOKENS = 10;

/** The usual measures of a list of words; each is null where the list is too short for it. */
export function measureDiversity(words: WordSequence): Diversity {
  const tokens = words.ids.length;
  const types = words.counts.length;
  let once = 0;
  for (const count of words.counts) if (count === 1) once += 1;
  return {
    tokens,
    types,
    ttr: tokens === 0 ? null : types / tokens,
    mattr: movingTtr(words, MATTR_WINDOW),
    mtld: tokens < MIN_MTLD_TOKENS ? null : mtld(words, MTLD_THRESHOLD),
    hdd: hypergeometricDiversity(words, HDD_DRAWS),
    hapax_ratio: types === 0 ? null : once / types,
    yule_k: yuleK(words),
  };
}

/** Moving-average type-token ratio (Covington & McFall 2010), 0-1; null when the text is shorter than the window. */
export function movingTtr({ ids, counts }: WordSequence, window: number): number | null {
  if (window < 1 || ids.length < window) return null;
  const inside = new Int32Array(counts.length);
  let types = 0;
  let sum = 0;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    if (inside[id] === 0) types += 1;
    inside[id] = (inside[id] ?? 0) + 1;
    if (at >= window) {
      const left = ids[at - window] ?? 0;
      inside[left] = (inside[left] ?? 0) - 1;
      if (inside[left] === 0) types -= 1;
    }
    if (at >= window - 1) sum += types / window;
  }
  return sum / (ids.length - window + 1);
}

/** Mean type-token ratio of consecutive segments of `size` words, the last short one left out (Johnson 1944), 0-1. */
export function segmentTtr({ ids }: WordSequence, size: number): number | null {
  if (size < 1 || ids.length < size) return null;
  let sum = 0;
  let segments = 0;
  for (let at = 0; at + size <= ids.length; at += size) {
    sum += new Set(ids.subarray(at, at + size)).size / size;
    segments += 1;
  }
  return sum / segments;
}

/** Measure of textual lexical diversity (McCarthy & Jarvis 2010): words per factor, mean of both directions. */
export function mtld(words: WordSequence, threshold: number): number | null {
  if (words.ids.length === 0) return null;
  return (wordsPerFactor(words, threshold, 1) + wordsPerFactor(words, threshold, -1)) / 2;
}

// A factor ends where the running TTR falls to the threshold; the incomplete last one counts as a fraction.
function wordsPerFactor({ ids, counts }: WordSequence, threshold: number, step: 1 | -1): number {
  const seenInFactor = new Int32Array(counts.length).fill(-1);
  let factor = 0;
  let types = 0;
  let length = 0;
  let factors = 0;
  for (let at = step === 1 ? 0 : ids.length - 1; at >= 0 && at < ids.length; at += step) {
    const id = ids[at] ?? 0;
    length += 1;
    if (seenInFactor[id] !== factor) {
      seenInFactor[id] = factor;
      types += 1;
    }
    if (types / length > threshold) continue;
    factors += 1;
    factor += 1;
    types = 0;
    length = 0;
  }
  if (length > 0) factors += (1 - types / length) / (1 - threshold);
  // All words different: no factor at all, so the text counts as one.
  return ids.length / (factors === 0 ? 1 : factors);
}

/** HD-D (McCarthy & Jarvis 2007): expected TTR of `draws` words drawn without replacement, 0-1; null for shorter texts. */
export function hypergeometricDiversity({ ids, counts }: WordSequence, draws: number): number | null {
  const tokens = ids.length;
  if (draws < 1 || tokens < draws) return null;
  const absentByCount = new Map<number, number>();
  let expected = 0;
  for (const count of counts) {
    let absent = absentByCount.get(count);
    if (absent === undefined) {
      absent = probabilityAbsent(tokens, count, draws);
      absentByCount.set(count, absent);
    }
    expected += 1 - absent;
  }
  // Rounding can make a sum of many shares slightly greater than 1.
  return Math.min(1, expected / draws);
}

// C(tokens - count, draws) / C(tokens, draws) as a product of draws.
function probabilityAbsent(tokens: number, count: number, draws: number): number {
  let probability = 1;
  for (let drawn = 0; drawn < draws; drawn++) {
    const others = tokens - count - drawn;
    if (others <= 0) return 0;
    probability *= others / (tokens - drawn);
  }
  return probability;
}

/** Yule's characteristic K (1944): 10,000 × (Σ f² − N) / N², higher is more repetitive; null without words. */
export function yuleK({ ids, counts }: WordSequence): number | null {
  const tokens = ids.length;
  return tokens === 0 ? null : (10_000 * (sumOfSquares(counts) - tokens)) / (tokens * tokens);
}

/** Σ f² over the types. */
export function sumOfSquares(counts: Int32Array): number {
  let sum = 0;
  for (const count of counts) sum += count * count;
  return sum;
}
