import { runSimilarity } from '../sound-similarity.ts';
import type { PhraseWord } from './phrase-index.ts';
import { isSameRun, isSameVowel, MIN_VOWEL, type Sound, vowelLikeness } from './sounds.ts';

/** What a phrase has to sound like. */
export interface Target {
  readonly sounds: readonly Sound[];
  /** Index of the syllable that carries the rhyme. */
  readonly anchor: number;
}

const MIN_WEAK = 0.45;
const MIN_STRESSED = 0.6;
/** A weak syllable before the rhyming one may sound otherwise: "on my mind", "all the time". */
const UNLIKE = 0.3;
/** A stressed word where the query has none, or the reverse. */
const MISPLACED = 0.8;
const WEAK_WEIGHT = 0.5;

export const weightOf = ({ stress }: Pick<Sound, 'stress'>): number => (stress === 0 ? WEAK_WEIGHT : 1);

/**
 * Likeness of a syllable and the one at a place of the target, 0-1, where `run` is that of the consonants after them.
 * 0 where they do not fit. Before the rhyming syllable vowels count most.
 */
export function syllableFit({ sounds, anchor }: Target, at: number, own: Sound, run: number): number {
  const wanted = sounds[at];
  if (!wanted) return 0;
  const vowels = vowelLikeness(wanted, own);
  const [isWeak, isOwnWeak] = [wanted.stress === 0, own.stress === 0];
  if (at < anchor) {
    if (vowels < MIN_VOWEL) return isWeak && isOwnWeak ? UNLIKE : 0;
    return vowels * (0.75 + 0.25 * run) * (isWeak === isOwnWeak ? 1 : MISPLACED);
  }
  if (vowels < MIN_VOWEL || isWeak !== isOwnWeak) return 0;
  const score = vowels * (0.4 + 0.6 * run);
  return score < (at === anchor ? MIN_STRESSED : MIN_WEAK) ? 0 : score;
}

/**
 * Weighted likeness of the syllables of a word at a place, as if the consonants after its last vowel were those wanted;
 * 0 where one does not fit.
 */
export function wordFit(target: Target, at: number, own: readonly Sound[]): number {
  let sum = 0;
  for (let index = 0; index < own.length; index++) {
    const [sound, wanted] = [own[index], target.sounds[at + index]];
    if (!sound || !wanted) return 0;
    const run = index === own.length - 1 ? 1 : runSimilarity(wanted.tail, sound.tail);
    const score = syllableFit(target, at + index, sound, run);
    if (score === 0) return 0;
    sum += score * weightOf(wanted);
  }
  return sum;
}

/** What the last syllable before `end` loses, now that the consonants of the next word are known; -1: it does not fit. */
export function lossAt(target: Target, end: number, last: Sound, next: readonly number[]): number {
  const wanted = target.sounds[end - 1];
  if (!wanted) return -1;
  const tail = next.length === 0 ? last.tail : [...last.tail, ...next];
  const closed = syllableFit(target, end - 1, last, runSimilarity(wanted.tail, tail));
  return closed === 0 ? -1 : (syllableFit(target, end - 1, last, 1) - closed) * weightOf(wanted);
}

/** The syllables of a phrase with the consonants between words in one run. */
function soundsOf(words: readonly PhraseWord[]): Sound[] {
  return words.flatMap(({ sounds }, index) => {
    const head = words[index + 1]?.head ?? [];
    return sounds.map((sound, at) =>
      at === sounds.length - 1 ? { ...sound, tail: [...sound.tail, ...head] } : sound,
    );
  });
}

export interface Comparison {
  /** Everything from the rhyming vowel on is the same. */
  readonly isPerfect: boolean;
  /** The rhyming syllable is the same, its first consonants included: a repetition. */
  readonly isRepeated: boolean;
  /** Syllables from the end with similar vowels. */
  readonly matched: number;
}

/** Compares a whole phrase with the target, whose last syllables it fits. */
export function comparePhrase({ sounds, anchor }: Target, words: readonly PhraseWord[]): Comparison {
  const own = soundsOf(words);
  const shift = sounds.length - own.length;
  const isSame = (at: number): boolean => {
    const [a, b] = [sounds[at], own[at - shift]];
    return a !== undefined && b !== undefined && isSameVowel(a, b) && isSameRun(a.tail, b.tail);
  };
  let isPerfect = true;
  for (let at = anchor; at < sounds.length; at++) isPerfect &&= isSame(at);
  const isRepeated =
    isSame(anchor) && isSameRun(sounds[anchor]?.onset ?? [], own[anchor - shift]?.onset ?? []);
  let matched = 0;
  for (let at = sounds.length - 1; at >= Math.max(0, shift); at--) {
    const [a, b] = [sounds[at], own[at - shift]];
    if (!a || !b || vowelLikeness(a, b) < MIN_VOWEL) break;
    matched++;
  }
  return { isPerfect, isRepeated, matched };
}
