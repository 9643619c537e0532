import { consonant, isVowel, type Pronunciation } from '../phones.ts';
import type { PronunciationSource } from '../pronunciation-source.ts';
import { unstretch } from '../stretched.ts';
import { spellOut } from './letter-names.ts';

/** Capitals that are initials although the same letters in lower case are a word. */
const NEVER_WORDS = new Set(
  'ac ad ag ap ar ca cd da dc dm er ga id la md mia ny oj ot pe pi pr rip sd sos uk un ups us va xxx'.split(
    ' ',
  ),
);
const DOTTED = /^((?:[a-z]\.){1,12})('?s)?$/;
/** A word in capitals that the dictionary knows from speech is emphasis. */
const MIN_WORD_FREQUENCY = 5;
/** Unknown capitals of more letters are a word ("KENDRICK"). */
const MAX_UNKNOWN = 4;
const VOICELESS = new Set((['F', 'S', 'CH'] as const).map(consonant));

/** "NORE" has the shape of a word, "ESPN" and "LAPD" have not. */
const WORD_SHAPE = /^[^aeiou]+[aeiou]+[^aeiou][aeiouy]$/;

/** Whether capitals among lower-case words mean initials ("NBA") and not a word ("NASA", "NEVER"). */
export function meansInitials(source: PronunciationSource, letters: string): boolean {
  const lower = letters.toLowerCase();
  if (NEVER_WORDS.has(lower)) return true;
  const frequency = source.find(lower)?.frequency;
  if (frequency !== undefined && frequency >= MIN_WORD_FREQUENCY) return false;
  if (letters.length > MAX_UNKNOWN) return frequency === undefined && !/[aeiouy]/.test(lower);
  const isStretched = letters.length > 2 && unstretch(source, lower) !== undefined;
  return !WORD_SHAPE.test(lower) && !isStretched;
}

/** Letters that are spelled out whatever they would be as a word: "b.i.g.". */
export const dotted = (letters: string): string =>
  [...letters.toLowerCase()].map((letter) => `${letter}.`).join('');

/** The letters of dotted initials; undefined if it is something else. */
export const initialsOf = (spelling: string): string | undefined =>
  DOTTED.exec(spelling)?.[1]?.replaceAll('.', '');

/** Dotted initials letter by letter, with a plural or possessive end ("m.c.s"); undefined if it is something else. */
export function speakInitials(spelling: string): Pronunciation | undefined {
  const [, letters = '', ending = ''] = DOTTED.exec(spelling) ?? [];
  if (letters === '') return undefined;
  const phones = spellOut(letters);
  const last = phones.at(-1) ?? 0;
  if (ending === '') return phones;
  return [...phones, consonant(!isVowel(last) && VOICELESS.has(last) ? 'S' : 'Z')];
}
