import { VOWEL_ALIKE, VOWEL_CODES } from './sound-similarity.ts';
import { syllableQuality, type Verse } from './verse.ts';

/** Two syllables of different words that may rhyme; `left` comes first in the song. */
export interface SyllablePairs {
  readonly count: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Similarity of the sound alone, 0-1. */
  readonly quality: Float32Array;
}

/** Pairs of words, ordered by the later word. */
export interface CandidatePairs extends SyllablePairs {
  /** The pairs whose later word is w are [first[w], first[w + 1]). */
  readonly first: Int32Array;
}

export const MAX_LINES_BACK = 2;
export const MAX_WORDS_BACK = 32;
const MIN_QUALITY = 0.45;
const MIN_WEAK = 0.55;
const MIN_WEAK_INSIDE = 0.75;
/** Number of words from the end of a line that may carry its end rhyme. */
const NEAR_END = 2;
const MIN_BESIDE = 0.5;
const MAX_FOR_WORD = 8;

interface BestSyllables {
  left: number;
  right: number;
  quality: number;
}

/** The syllables that may carry a rhyme, word by word: those of word w are [first[w], first[w + 1]). */
interface Carriers {
  readonly first: Int32Array;
  readonly syllables: Int32Array;
  readonly code: Uint8Array;
  readonly tail: Uint16Array;
  /** One half for a stressed syllable, less for an unstressed one: the similarity of a pair is weighted by both. */
  readonly weight: Float32Array;
  /** Codes of each word's carriers as bits, and of every carrier that could rhyme with one of them. */
  readonly codes: Int32Array;
  readonly kin: Int32Array;
}

/** For each code, the codes that sound similar enough, as bits. */
const KIN = Int32Array.from({ length: VOWEL_CODES }, (_, a) => {
  let bits = 0;
  for (let b = 0; b < VOWEL_CODES; b++) {
    if ((VOWEL_ALIKE[a * VOWEL_CODES + b] ?? 0) >= MIN_QUALITY) bits |= 1 << b;
  }
  return bits;
});

function findCarriers({ text, firstSyllable, stress, code, tail }: Verse): Carriers {
  const words = text.words.length;
  const carriers = {
    first: new Int32Array(words + 1),
    syllables: new Int32Array(stress.length),
    code: new Uint8Array(stress.length),
    tail: new Uint16Array(stress.length),
    weight: new Float32Array(stress.length),
    codes: new Int32Array(words),
    kin: new Int32Array(words),
  };
  let count = 0;
  for (let word = 0; word < words; word++) {
    carriers.first[word] = count;
    const end = firstSyllable[word + 1] ?? 0;
    for (let syllable = firstSyllable[word] ?? 0; syllable < end; syllable++) {
      const isStressed = (stress[syllable] ?? 0) > 0;
      if (!isStressed && syllable + 1 !== end) continue;
      carriers.syllables[count] = syllable;
      const own = code[syllable] ?? 0;
      carriers.code[count] = own;
      carriers.codes[word] = (carriers.codes[word] ?? 0) | (1 << own);
      carriers.kin[word] = (carriers.kin[word] ?? 0) | (KIN[own] ?? 0);
      carriers.tail[count] = tail[syllable] ?? 0;
      carriers.weight[count] = isStressed ? 0.5 : 0.4;
      count++;
    }
  }
  carriers.first[words] = count;
  return carriers;
}

/** Writes the two most similar syllables of two words to `best`; quality 0 if none are similar enough. */
function findBest(
  { runs }: Verse,
  { first, syllables, code, tail, weight }: Carriers,
  leftWord: number,
  rightWord: number,
  best: BestSyllables,
): void {
  const leftEnd = first[leftWord + 1] ?? 0;
  const rightStart = first[rightWord] ?? 0;
  const rightEnd = first[rightWord + 1] ?? 0;
  best.quality = 0;
  for (let left = first[leftWord] ?? 0; left < leftEnd; left++) {
    const row = (code[left] ?? 0) * VOWEL_CODES;
    for (let right = rightStart; right < rightEnd; right++) {
      const vowels = VOWEL_ALIKE[row + (code[right] ?? 0)] ?? 0;
      // The consonants can only lower it.
      if (vowels < MIN_QUALITY) continue;
      const consonants = 0.5 + 0.5 * runs.similarity(tail[left] ?? 0, tail[right] ?? 0);
      const quality = vowels * consonants * ((weight[left] ?? 0) + (weight[right] ?? 0));
      if (quality <= best.quality) continue;
      best.left = syllables[left] ?? 0;
      best.right = syllables[right] ?? 0;
      best.quality = quality;
    }
  }
}

/** A repeated function word rhymes only as part of a longer run: a neighbouring syllable must match too. */
function isLonely(verse: Verse, { left, right }: BestSyllables): boolean {
  const before = left > 0 ? syllableQuality(verse, left - 1, right - 1) : 0;
  if (before >= MIN_BESIDE) return false;
  const after = right + 1 < verse.vowel.length ? syllableQuality(verse, left + 1, right + 1) : 0;
  return after < MIN_BESIDE;
}

/**
 * A weak syllable carries a rhyme near the ends of two lines, or if it sounds similar enough and the other is at most
 * one line away: almost none of the remaining pairs are rhymes.
 */
function isFaint(verse: Verse, { left, right, quality }: BestSyllables, back: number, word: number): boolean {
  const weak = (verse.weak[left] ?? 0) + (verse.weak[right] ?? 0);
  if (weak === 0) return false;
  const lines = (verse.line[word] ?? 0) - (verse.line[back] ?? 0);
  if ((verse.toEnd[back] ?? 0) < NEAR_END && (verse.toEnd[word] ?? 0) < NEAR_END) {
    return quality < MIN_WEAK && (weak === 2 || lines > 1);
  }
  return quality < MIN_WEAK_INSIDE || lines > 1;
}

/**
 * All pairs of words at most 2 lines and 32 words apart whose best syllables are similar, at most 8 per word, the
 * nearest first. The cost is linear in the length of the song.
 */
export function findCandidatePairs(verse: Verse): CandidatePairs {
  const words = verse.text.words.length;
  const { line, spellingId, weak, firstSyllable, text } = verse;
  const room = words * MAX_FOR_WORD;
  const pairs = {
    first: new Int32Array(words + 1),
    left: new Int32Array(room),
    right: new Int32Array(room),
    quality: new Float32Array(room),
  };
  const carriers = findCarriers(verse);
  const { codes } = carriers;
  const best: BestSyllables = { left: -1, right: -1, quality: 0 };
  let count = 0;
  for (let word = 1; word < words; word++) {
    pairs.first[word] = count;
    const ownLine = line[word] ?? 0;
    const isLight = weak[firstSyllable[word] ?? 0] === 1;
    const most = count + MAX_FOR_WORD;
    const kin = carriers.kin[word] ?? 0;
    const last = Math.max(word - MAX_WORDS_BACK, text.lines[ownLine - MAX_LINES_BACK]?.firstWord ?? 0);
    for (let back = word - 1; back >= last && count < most; back--) {
      if (((codes[back] ?? 0) & kin) === 0) continue;
      findBest(verse, carriers, back, word, best);
      if (best.quality < MIN_QUALITY || isFaint(verse, best, back, word)) continue;
      if (isLight && spellingId[back] === spellingId[word] && isLonely(verse, best)) continue;
      pairs.left[count] = best.left;
      pairs.right[count] = best.right;
      pairs.quality[count] = best.quality;
      count++;
    }
  }
  pairs.first[words] = count;
  return {
    count,
    first: pairs.first,
    left: pairs.left.subarray(0, count),
    right: pairs.right.subarray(0, count),
    quality: pairs.quality.subarray(0, count),
  };
}
