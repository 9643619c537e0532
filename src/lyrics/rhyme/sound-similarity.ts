import { CONSONANTS, type Consonant, VOWELS, type Vowel } from '../phonetics/phones.ts';

/** The tongue's height and backness at the start and the end of a vowel, each 0-1, and 1 if the vowel is r-coloured. */
type Place = readonly [height: number, back: number, endHeight: number, endBack: number, r: number];

const PLACES: Readonly<Record<Vowel, Place>> = {
  AA: [0.05, 0.75, 0.05, 0.75, 0],
  AE: [0.2, 0.2, 0.2, 0.2, 0],
  AH: [0.4, 0.55, 0.4, 0.55, 0],
  AO: [0.15, 0.85, 0.15, 0.85, 0],
  AW: [0.1, 0.5, 0.8, 0.85, 0],
  AY: [0.1, 0.5, 0.85, 0.15, 0],
  EH: [0.45, 0.15, 0.45, 0.15, 0],
  ER: [0.5, 0.5, 0.5, 0.5, 1],
  EY: [0.6, 0.1, 0.9, 0.05, 0],
  IH: [0.8, 0.15, 0.8, 0.15, 0],
  IY: [1, 0, 1, 0, 0],
  OW: [0.55, 0.95, 0.85, 0.9, 0],
  OY: [0.4, 0.95, 0.85, 0.15, 0],
  UH: [0.8, 0.8, 0.8, 0.8, 0],
  UW: [1, 0.9, 1, 0.9, 0],
};

function vowelDistance(a: Vowel, b: Vowel): number {
  const [left, right] = [PLACES[a], PLACES[b]];
  const start = Math.hypot(left[0] - right[0], left[1] - right[1]);
  const end = Math.hypot(left[2] - right[2], left[3] - right[3]);
  return (start + end) / 2 + Math.abs(left[4] - right[4]) * 0.3;
}

/** Vowels that become similar when unstressed. */
const REDUCED: ReadonlySet<Vowel> = new Set(['AH', 'IH', 'UH', 'EH', 'ER', 'IY', 'AE']);

/** Minimum similarity of two weak vowels of such a pair. */
const blurred = (a: Vowel, b: Vowel): number => {
  if (!REDUCED.has(a) || !REDUCED.has(b)) return 0;
  const isFar = [a, b].some((name) => name === 'ER' || name === 'IY' || name === 'AE');
  return isFar ? 0.55 : 0.8;
};

/** How much vowels are blurred: neither weak, one weak, both weak. */
const BLUR = [0, 0.8, 1];

/** A vowel with its weakness (0 or 1) as one number, below VOWEL_CODES. */
export const vowelCode = (vowel: number, weak: number): number => weak * VOWELS.length + vowel;
export const VOWEL_CODES = VOWELS.length * 2;
const SPOKEN_VOWELS = [0, 1].flatMap((weak) => VOWELS.map((name) => ({ name, weak })));

/**
 * Similarity of two vowels by their codes, a row of VOWEL_CODES each, 0-1, 1 for the same: exp(-4 × distance of their
 * tongue paths); weak vowels blur.
 */
export const VOWEL_SIMILARITY: Float32Array = Float32Array.from(
  SPOKEN_VOWELS.flatMap((a) =>
    SPOKEN_VOWELS.map((b) =>
      Math.max(
        Math.exp(-4 * vowelDistance(a.name, b.name)),
        (BLUR[a.weak + b.weak] ?? 0) * blurred(a.name, b.name),
      ),
    ),
  ),
);

const MIN_ALIKE = 0.4;

/** The same with 0 where the vowels are too far apart for a rhyme. */
export const VOWEL_ALIKE: Float32Array = VOWEL_SIMILARITY.map((value) => (value < MIN_ALIKE ? 0 : value));

/** Similarity of two strong vowels. */
export const vowelSimilarity = (a: number, b: number): number => VOWEL_SIMILARITY[a * VOWEL_CODES + b] ?? 0;

/** Manner, place of articulation from lips (0) to throat (1), voice. */
const TRAITS: Readonly<Record<Consonant, readonly [manner: string, place: number, voice: number]>> = {
  B: ['stop', 0, 1],
  P: ['stop', 0, 0],
  D: ['stop', 0.4, 1],
  T: ['stop', 0.4, 0],
  G: ['stop', 0.9, 1],
  K: ['stop', 0.9, 0],
  CH: ['affricate', 0.6, 0],
  JH: ['affricate', 0.6, 1],
  F: ['fricative', 0.1, 0],
  V: ['fricative', 0.1, 1],
  TH: ['fricative', 0.3, 0],
  DH: ['fricative', 0.3, 1],
  S: ['sibilant', 0.45, 0],
  Z: ['sibilant', 0.45, 1],
  SH: ['sibilant', 0.6, 0],
  ZH: ['sibilant', 0.6, 1],
  HH: ['fricative', 1, 0],
  M: ['nasal', 0, 1],
  N: ['nasal', 0.4, 1],
  NG: ['nasal', 0.9, 1],
  L: ['liquid', 0.45, 1],
  R: ['liquid', 0.6, 1],
  W: ['glide', 0.1, 1],
  Y: ['glide', 0.7, 1],
};

const MANNER_KIN: Readonly<Record<string, number>> = {
  'stop|affricate': 0.5,
  'sibilant|affricate': 0.6,
  'fricative|sibilant': 0.6,
  'stop|fricative': 0.3,
  'liquid|glide': 0.4,
};

function consonantSimilarityOf(a: Consonant, b: Consonant): number {
  if (a === b) return 1;
  const [[mannerA, placeA, voiceA], [mannerB, placeB, voiceB]] = [TRAITS[a], TRAITS[b]];
  const manner =
    mannerA === mannerB
      ? 1
      : (MANNER_KIN[`${mannerA}|${mannerB}`] ?? MANNER_KIN[`${mannerB}|${mannerA}`] ?? 0);
  return 0.85 * manner * (1 - 0.4 * Math.abs(placeA - placeB)) * (voiceA === voiceB ? 1 : 0.8);
}

const CONSONANT_SIMILARITY = Float32Array.from(
  CONSONANTS.flatMap((a) => CONSONANTS.map((b) => consonantSimilarityOf(a, b))),
);

const LONGEST = 64;
const ROW = new Float64Array(LONGEST + 1);

/**
 * Similarity of two consonant runs, 0-1: the best global alignment (a gap scores 0, a pair its similarity) divided by
 * the longer length; 1 for two empty runs. Consonants after the 64th are ignored.
 */
export function runSimilarity(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const width = Math.min(b.length, LONGEST);
  ROW.fill(0, 0, width + 1);
  for (const left of a) {
    let diagonal = 0;
    for (let index = 0; index < width; index++) {
      const likeness = CONSONANT_SIMILARITY[left * CONSONANTS.length + (b[index] ?? 0)] ?? 0;
      const above = ROW[index + 1] ?? 0;
      ROW[index + 1] = Math.max(diagonal + likeness, above, ROW[index] ?? 0);
      diagonal = above;
    }
  }
  return (ROW[width] ?? 0) / Math.max(a.length, b.length);
}
