import { isVowel, type Pronunciation, stressOf, vowelOf } from './phones.ts';
import { rhymePart } from './readings.ts';

const SHIFTS = [10, 5, 0] as const;
export const KEY_VOWELS = SHIFTS.length;

/** One vowel as 1-30, with stressed and unstressed ones distinct; 0 means no vowel. */
const vowelCode = (vowel: number, stress: number): number => 1 + vowel * 2 + (stress > 0 ? 1 : 0);

/** The vowel at a position of a key, counted from the word's end. */
export const keyPart = (vowel: number, stress: number, back: number): number =>
  vowelCode(vowel, stress) << (SHIFTS[back] ?? 0);

/** How many keys share their first `count` vowels: the width of a range of keys. */
export const keySpan = (count: number): number => 1 << (SHIFTS[count - 1] ?? 0);

/**
 * The key by which the lexicon orders words for the rhyme finder: the last three vowels, last first, five bits each,
 * so that words with similar endings are adjacent.
 */
export function soundKey(phones: Pronunciation): number {
  let key = 0;
  let back = 0;
  for (let index = phones.length - 1; index >= 0 && back < KEY_VOWELS; index--) {
    const phone = phones[index] ?? 0;
    if (!isVowel(phone)) continue;
    key |= keyPart(vowelOf(phone), stressOf(phone), back);
    back++;
  }
  return key;
}

/** A pronunciation in the rhyme finder's index. */
export interface KeyedSound {
  readonly id: number;
  readonly variant: number;
  readonly key: number;
  readonly ending: number;
}

/** The last sound of a pronunciation: 0 for a vowel or none, otherwise the consonant's number + 1. */
export function endingOf(phones: Pronunciation): number {
  const last = phones.at(-1);
  return last === undefined || isVowel(last) ? 0 : last + 1;
}

/** Of a word that is pronounced only when it is asked for. */
export const UNKNOWN_ENDING = 0xff;

/** Pronunciations sorted by their vowels read from the end: rhymes of one kind stand side by side. */
export interface SoundIndex {
  readonly keys: Uint16Array;
  /** Entry << SOUND_BITS | which of its pronunciations, in the order of `keys`. */
  readonly sounds: Uint32Array;
  /** The last sound of each. */
  readonly endings: Uint8Array;
}

export const SOUND_BITS = 2;
const KEYS = 1 << 15;

/** Sorts by key, and equal keys as they came: a counting sort, since there are few keys. */
export function indexBySound(keyed: Iterable<KeyedSound>): SoundIndex {
  const found = [...keyed];
  const starts = new Uint32Array(KEYS + 1);
  for (const { key } of found) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 1; key <= KEYS; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const index = {
    keys: new Uint16Array(found.length),
    sounds: new Uint32Array(found.length),
    endings: new Uint8Array(found.length),
  };
  for (const { id, variant, key, ending } of found) {
    const at = starts[key] ?? 0;
    index.keys[at] = key;
    index.sounds[at] = (id << SOUND_BITS) | variant;
    index.endings[at] = ending;
    starts[key] = at + 1;
  }
  return index;
}

/** The keys of a word's pronunciations; of those with the same key and rhyming part the first is listed. */
export function keyedSounds(id: number, pronunciations: readonly Pronunciation[]): KeyedSound[] {
  const [only] = pronunciations;
  if (only && pronunciations.length === 1)
    return [{ id, variant: 0, key: soundKey(only), ending: endingOf(only) }];
  const names = pronunciations.map((phones) => `${soundKey(phones)} ${rhymePart(phones).join()}`);
  return pronunciations.flatMap((phones, variant) =>
    names.indexOf(names[variant] ?? '') === variant
      ? [{ id, variant, key: soundKey(phones), ending: endingOf(phones) }]
      : [],
  );
}
