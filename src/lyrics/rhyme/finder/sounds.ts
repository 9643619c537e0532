import { type Consonant, consonant, VOWELS, vowel } from '../../phonetics/phones.ts';
import type { Syllable } from '../../phonetics/syllables.ts';
import { runSimilarity, VOWEL_CODES, VOWEL_SIMILARITY, vowelCode } from '../sound-similarity.ts';

/** Vowels less similar than this do not rhyme, 0-1. */
export const MIN_VOWEL = 0.5;

/** A syllable of a word or phrase as the finder compares it. */
export interface Sound {
  readonly vowel: number;
  readonly stress: number;
  /** Consonants that begin the syllable. */
  readonly onset: readonly number[];
  /** Every consonant up to the next vowel, also of the next word. */
  readonly tail: readonly number[];
}

/** The runs of two or three consonants that begin a syllable in English. */
const CLUSTERS =
  'P L,P R,P Y,B L,B R,B Y,T R,T W,D R,D W,K L,K R,K W,K Y,G L,G R,G W,F L,F R,F Y,V Y,TH R,TH W,SH R,S L,S M,S N,S P,S T,S K,S W,' +
  'S F,M Y,N Y,HH Y,HH W,S P L,S P R,S P Y,S T R,S K R,S K W,S K Y';
const LEGAL = new Set(
  CLUSTERS.split(',').map((run) =>
    run
      .split(' ')
      .map((name) => consonant(name as Consonant))
      .join(),
  ),
);
const NG = consonant('NG');

/** The part of a run between two vowels that begins the second syllable: as much as English allows. */
function onsetOf(run: readonly number[]): readonly number[] {
  for (const length of [3, 2]) {
    const part = run.slice(-length);
    if (part.length === length && LEGAL.has(part.join())) return part;
  }
  return run.at(-1) === NG ? [] : run.slice(-1);
}

/** Joins the syllables of words: what one ends on and the next begins with is one run. */
export function joinSounds(words: readonly (readonly Syllable[])[]): Sound[] {
  const sounds: Sound[] = [];
  for (const syllables of words) {
    for (const [index, { vowel, stress, head, tail }] of syllables.entries()) {
      const last = sounds.at(-1);
      if (index === 0 && last) sounds[sounds.length - 1] = { ...last, tail: [...last.tail, ...head] };
      sounds.push({ vowel, stress, tail, onset: index === 0 ? head : onsetOf(head) });
    }
  }
  return sounds;
}

export const isSameRun = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((phone, index) => phone === b[index]);

/** A vowel with its weakness as one number. */
export const codeOf = ({ vowel, stress }: Sound): number => vowelCode(vowel, stress === 0 ? 1 : 0);

const WEAK_CODES = VOWELS.map((_, name) => vowelCode(name, 1));
const STRONG_CODES = VOWELS.map((_, name) => vowelCode(name, 0));
const CODES_LIKE = [...STRONG_CODES, ...WEAK_CODES].map((code) =>
  [...STRONG_CODES, ...WEAK_CODES].filter(
    (other) =>
      (VOWEL_SIMILARITY[code * VOWEL_CODES + other] ?? 0) >= MIN_VOWEL ||
      (WEAK_CODES.includes(code) && WEAK_CODES.includes(other)),
  ),
);
/** Codes of the vowels that are like one; a weak one goes with every weak one. */
export const codesLike = (sound: Sound): readonly number[] => CODES_LIKE[codeOf(sound)] ?? [];

/** Similarity of two vowels, 0-1; weak ones blur. */
export const vowelLikeness = (a: Sound, b: Sound): number =>
  VOWEL_SIMILARITY[codeOf(a) * VOWEL_CODES + codeOf(b)] ?? 0;

const [AH, IH] = [vowel('AH'), vowel('IH')];

/** Whether two vowels are one to the ear: the dictionary writes a weak vowel as AH or IH. */
export const isSameVowel = (a: Sound, b: Sound): boolean =>
  a.vowel === b.vowel || (a.stress === 0 && b.stress === 0 && isWeak(a.vowel) && isWeak(b.vowel));
const isWeak = (name: number): boolean => name === AH || name === IH;

/** Similarity of two syllables from the vowel on, 0-1. */
export const soundLikeness = (a: Sound, b: Sound): number =>
  vowelLikeness(a, b) * (0.4 + 0.6 * runSimilarity(a.tail, b.tail));

/** The syllable that carries the rhyme: the last with primary stress, else with secondary, else the first. */
export function anchorOf(sounds: readonly Sound[]): number {
  for (const stress of [1, 2]) {
    const at = sounds.findLastIndex((sound) => sound.stress === stress);
    if (at >= 0) return at;
  }
  return 0;
}
