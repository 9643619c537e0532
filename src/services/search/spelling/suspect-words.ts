import { isStopWord } from '../../../lib/stop-words.ts';
import type { Lexicon } from '../../../lyrics/phonetics/lexicon.ts';
import { speakInflected } from '../../../lyrics/phonetics/morphology.ts';
import { plainLetters } from '../../../lyrics/phonetics/plain-letters.ts';
import { COMMON_NAMES } from './common-names.ts';

/** Words that may be misspelt in one query; further ones are left as they are. */
const MAX_SUSPECTS = 5;
const MIN_LENGTH = 3;
const MAX_LENGTH = 24;
/** An ending makes a word of a base that is as long and as frequent as this. */
const MIN_BASE = { length: 4, frequency: 5 };
const LATIN = /^[a-z]+$/;

/** Letters alone, as the catalogue's words are kept. */
export const letterKey = (word: string): string => plainLetters(word.toLowerCase()).replaceAll("'", '');

/** "killin", "killa" and "killaz": spellings of rap, not errors. */
function isSlang({ find }: Pick<Lexicon, 'find'>, word: string): boolean {
  const [, gangsta] = /^(.+)a[hsz]?$/.exec(word) ?? [];
  return (word.endsWith('in') && find(`${word}g`) !== undefined) || find(`${gangsta}er`) !== undefined;
}

/** Whether general English has a word, or its base, frequent or not, or it is a common name. */
export function isOrdinary(lexicon: Pick<Lexicon, 'find'>, word: string): boolean {
  const find = (spelling: string) => lexicon.find(spelling);
  if (isStopWord(word) || COMMON_NAMES.has(word) || find(word) !== undefined) return true;
  const base = speakInflected(word, (spelling) => {
    const known = spelling.length < MIN_BASE.length ? undefined : find(spelling);
    return known !== undefined && known.frequency >= MIN_BASE.frequency ? [[]] : undefined;
  });
  return base !== undefined || isSlang({ find }, word);
}

/**
 * The words, as letter keys, that may be misspelt: Latin letters of some length that general English has not. Whether the
 * catalogue knows them is the catalogue's to say.
 */
export function suspectWords(lexicon: Pick<Lexicon, 'find'>, words: readonly string[]): string[] {
  const keys = words.filter((word) => !isOrdinary(lexicon, word.replaceAll('’', "'"))).map(letterKey);
  return [...new Set(keys)]
    .filter((key) => key.length >= MIN_LENGTH && key.length <= MAX_LENGTH && LATIN.test(key))
    .filter((key) => !isOrdinary(lexicon, key))
    .slice(0, MAX_SUSPECTS);
}
