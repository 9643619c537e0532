import type { Verse } from './verse.ts';

/** Two words whose syllables `left` and `right` may rhyme; `left` comes first in the song. */
export interface CandidatePairs {
  readonly count: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Sound alone, 0-1. */
  readonly quality: Float32Array;
}

export const MAX_LINES_BACK = 2;
export const MAX_WORDS_BACK = 32;
const MIN_QUALITY = 0.45;
const MIN_WEAK = 0.55;
const MIN_BESIDE = 0.5;
const MAX_FOR_WORD = 8;

/** How alike two syllables sound from the vowel on, 0-1. */
export const syllableQuality = (verse: Verse, left: number, right: number): number =>
  verse.sounds.quality(verse.sound[left] ?? 0, verse.sound[right] ?? 0);

interface BestSyllables {
  left: number;
  right: number;
  quality: number;
}

/** The syllables that may carry a rhyme, word by word: those of word w are [first[w], first[w + 1]). */
interface Carriers {
  readonly first: Int32Array;
  readonly syllables: Int32Array;
  /** A half for a stressed syllable, less for another: two of them weigh the likeness of a pair. */
  readonly weight: Float32Array;
}

function findCarriers(verse: Verse): Carriers {
  const words = verse.text.words.length;
  const first = new Int32Array(words + 1);
  const syllables: number[] = [];
  for (let word = 0; word < words; word++) {
    first[word] = syllables.length;
    const end = verse.firstSyllable[word + 1] ?? 0;
    for (let syllable = verse.firstSyllable[word] ?? 0; syllable < end; syllable++) {
      if ((verse.stress[syllable] ?? 0) > 0 || syllable + 1 === end) syllables.push(syllable);
    }
  }
  first[words] = syllables.length;
  const weight = Float32Array.from(syllables, (syllable) => ((verse.stress[syllable] ?? 0) > 0 ? 0.5 : 0.4));
  return { first, syllables: Int32Array.from(syllables), weight };
}

/** Fills `best` with the two syllables of two words that sound most alike; quality 0 when none do. */
function findBest(
  verse: Verse,
  carriers: Carriers,
  leftWord: number,
  rightWord: number,
  best: BestSyllables,
): void {
  const { first, syllables, weight } = carriers;
  const leftEnd = first[leftWord + 1] ?? 0;
  const rightEnd = first[rightWord + 1] ?? 0;
  best.quality = 0;
  for (let left = first[leftWord] ?? 0; left < leftEnd; left++) {
    for (let right = first[rightWord] ?? 0; right < rightEnd; right++) {
      const a = syllables[left] ?? 0;
      const b = syllables[right] ?? 0;
      const quality = syllableQuality(verse, a, b) * ((weight[left] ?? 0) + (weight[right] ?? 0));
      if (quality <= best.quality) continue;
      best.left = a;
      best.right = b;
      best.quality = quality;
    }
  }
}

/** A light word repeated rhymes only as part of a longer run: a syllable beside it has to match too. */
function isLonely(verse: Verse, { left, right }: BestSyllables): boolean {
  const before = left > 0 ? syllableQuality(verse, left - 1, right - 1) : 0;
  const after = right + 1 < verse.vowel.length ? syllableQuality(verse, left + 1, right + 1) : 0;
  return before < MIN_BESIDE && after < MIN_BESIDE;
}

/** Poor sound between weak syllables, or with one weak and lines between: next to none of these are rhymes. */
function isFaint(
  verse: Verse,
  { left, right, quality }: BestSyllables,
  leftLine: number,
  rightLine: number,
): boolean {
  if (quality >= MIN_WEAK) return false;
  const weak = (verse.weak[left] ?? 0) + (verse.weak[right] ?? 0);
  return weak === 2 || (weak === 1 && rightLine - leftLine > 1);
}

/**
 * Every two words at most 2 lines and 32 words apart whose best syllables sound at all alike, at most 8 for a
 * word, the nearest first. The cost is linear in the length of the song.
 */
export function findCandidatePairs(verse: Verse): CandidatePairs {
  const left: number[] = [];
  const right: number[] = [];
  const quality: number[] = [];
  const { words } = verse.text;
  const carriers = findCarriers(verse);
  const best: BestSyllables = { left: -1, right: -1, quality: 0 };
  for (let word = 1; word < words.length; word++) {
    const firstLine = (verse.line[word] ?? 0) - MAX_LINES_BACK;
    const isLight = verse.weak[verse.firstSyllable[word] ?? 0] === 1;
    let found = 0;
    for (let back = word - 1; back >= 0 && word - back <= MAX_WORDS_BACK && found < MAX_FOR_WORD; back--) {
      if ((verse.line[back] ?? 0) < firstLine) break;
      findBest(verse, carriers, back, word, best);
      if (best.quality < MIN_QUALITY || isFaint(verse, best, verse.line[back] ?? 0, verse.line[word] ?? 0))
        continue;
      if (isLight && verse.spellingId[back] === verse.spellingId[word] && isLonely(verse, best)) continue;
      left.push(best.left);
      right.push(best.right);
      quality.push(best.quality);
      found++;
    }
  }
  return {
    count: left.length,
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    quality: Float32Array.from(quality),
  };
}
