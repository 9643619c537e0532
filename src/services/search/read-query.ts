import type { LexicalQuery } from '../../db/queries/lexical-matches.ts';
import { wordsIn } from './snippet.ts';

/** A search as it was typed, taken apart. */
export interface ReadQuery {
  lexical: LexicalQuery;
  /** What stands in quotes, to be found word for word. */
  phrases: string[];
}

/** Names of artists and songs seldom have more words. */
const MAX_NAME_WORDS = 5;
const QUOTED = /"([^"]*)"/g;
const UNWANTED = /(^|\s)-\S+/g;

/** Reads quotes and minus signs. A quote without its partner, and one around no word, mean nothing. */
export function readQuery(text: string): ReadQuery {
  const phrases = Array.from(text.matchAll(QUOTED), ([, inside = '']) => inside.trim());
  const words = text.replaceAll('"', ' ').replaceAll(UNWANTED, ' ');
  return {
    lexical: { text, words, isName: !text.includes('"') && wordsIn(words).length <= MAX_NAME_WORDS },
    phrases: phrases.filter((phrase) => wordsIn(phrase).length > 0),
  };
}
