import type { Diversity } from '../contract.ts';

const MATTR_WINDOW = 50;
const MTLD_THRESHOLD = 0.72;
const HDD_DRAWS = 42;
const MIN_MTLD_TOKENS = 10;

/** The usual measures of a list of words; each is null where the list is too short for it. */
export function measureDiversity(words: readonly string[]): Diversity {
  const counts = countTypes(words);
  let once = 0;
  for (const count of counts.values()) if (count === 1) once += 1;
  return {
    tokens: words.length,
    types: counts.size,
    ttr: words.length === 0 ? null : counts.size / words.length,
    mattr: movingTtr(words, MATTR_WINDOW),
    mtld: words.length < MIN_MTLD_TOKENS ? null : mtld(words, MTLD_THRESHOLD),
    hdd: hypergeometricDiversity(counts, words.length, HDD_DRAWS),
    hapax_ratio: counts.size === 0 ? null : once / counts.size,
    yule_k: yuleK(counts, words.length),
  };
}

/** How often each word occurs. */
export function countTypes(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Moving-average type-token ratio (Covington & McFall 2010), 0-1; null when the text is shorter than the window. */
export function movingTtr(words: readonly string[], window: number): number | null {
  if (words.length < window) return null;
  const inside = new Map<string, number>();
  let sum = 0;
  words.forEach((word, at) => {
    inside.set(word, (inside.get(word) ?? 0) + 1);
    const left = words[at - window];
    if (left !== undefined) {
      const count = inside.get(left) ?? 0;
      if (count <= 1) inside.delete(left);
      else inside.set(left, count - 1);
    }
    if (at >= window - 1) sum += inside.size / window;
  });
  return sum / (words.length - window + 1);
}

/** Mean type-token ratio of consecutive segments of `size` words, the last short one left out (Johnson 1944), 0-1. */
export function segmentTtr(words: readonly string[], size: number): number | null {
  if (words.length < size) return null;
  let sum = 0;
  let segments = 0;
  for (let at = 0; at + size <= words.length; at += size) {
    sum += new Set(words.slice(at, at + size)).size / size;
    segments += 1;
  }
  return sum / segments;
}

/** Measure of textual lexical diversity (McCarthy & Jarvis 2010): words per factor, mean of both directions; null for none. */
export function mtld(words: readonly string[], threshold: number): number | null {
  if (words.length === 0) return null;
  return (wordsPerFactor(words, threshold) + wordsPerFactor([...words].reverse(), threshold)) / 2;
}

// A factor ends where the running TTR falls to the threshold; what is left at the end counts in part.
function wordsPerFactor(words: readonly string[], threshold: number): number {
  const seen = new Set<string>();
  let length = 0;
  let factors = 0;
  for (const word of words) {
    length += 1;
    seen.add(word);
    if (seen.size / length > threshold) continue;
    factors += 1;
    seen.clear();
    length = 0;
  }
  if (length > 0) factors += (1 - seen.size / length) / (1 - threshold);
  // All words different: no factor at all, so the text counts as one.
  return words.length / (factors === 0 ? 1 : factors);
}

/** HD-D (McCarthy & Jarvis 2007): expected TTR of `draws` words drawn without replacement, 0-1; null for shorter texts. */
export function hypergeometricDiversity(
  counts: ReadonlyMap<string, number>,
  tokens: number,
  draws: number,
): number | null {
  if (tokens < draws) return null;
  const absentByCount = new Map<number, number>();
  let expected = 0;
  for (const count of counts.values()) {
    let absent = absentByCount.get(count);
    if (absent === undefined) {
      absent = probabilityAbsent(tokens, count, draws);
      absentByCount.set(count, absent);
    }
    expected += 1 - absent;
  }
  return expected / draws;
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
export function yuleK(counts: ReadonlyMap<string, number>, tokens: number): number | null {
  if (tokens === 0) return null;
  return (10_000 * (sumOfSquares(counts) - tokens)) / (tokens * tokens);
}

/** Σ f² over the types. */
export function sumOfSquares(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count * count;
  return sum;
}
