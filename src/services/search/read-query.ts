import type { LexicalQuery } from '../../db/queries/lexical-matches.ts';
import { type TextLanguage, textLanguageOf } from '../../db/queries/text-languages.ts';
import { detectLanguage } from '../../lyrics/text/language.ts';
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

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Letters that English words do without. */
const FOREIGN = /[^\p{ASCII}’‘]/u;

/**
 * The languages a query may be in: the one that is filtered by, else what its letters say and what it looks like. English
 * is always among them, since a few words are easily mistaken.
 */
function languagesOf(text: string, filtered: string | null): TextLanguage[] {
  if (filtered !== null) return [textLanguageOf(filtered)];
  const looks = textLanguageOf(detectLanguage(text)?.code ?? null);
  const first = CYRILLIC.test(text) ? 'russian' : FOREIGN.test(text) ? looks : 'english';
  return [...new Set<TextLanguage>([first, looks, 'english'])];
}

/** Reads quotes and minus signs. A quote without its partner, and one around no word, mean nothing. */
export function readQuery(text: string, language: string | null = null): ReadQuery {
  const phrases = Array.from(text.matchAll(QUOTED), ([, inside = '']) => inside.trim());
  const words = text.replaceAll('"', ' ').replaceAll(UNWANTED, ' ');
  const isName = !text.includes('"') && wordsIn(words).length <= MAX_NAME_WORDS;
  return {
    lexical: { text, words, isName, languages: languagesOf(words, language) },
    phrases: phrases.filter((phrase) => wordsIn(phrase).length > 0),
  };
}
