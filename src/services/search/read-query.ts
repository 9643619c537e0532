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

const keyOf = (phrase: string): string => wordsIn(phrase).join(' ');

/** What stands in quotes and holds a word, each but once, however it is written. */
export function phrasesIn(text: string): string[] {
  const quoted = Array.from(text.matchAll(QUOTED), ([, inside = '']) => inside.trim());
  const different = new Map(quoted.reverse().map((phrase) => [keyOf(phrase), phrase]));
  different.delete('');
  return [...different.values()].reverse();
}

/** The text without quotes that stand in it already, which would cost as much again. */
function withoutRepeats(text: string): string {
  const seen = new Set<string>();
  return text.replaceAll(QUOTED, (quoted: string, inside: string) => {
    const key = keyOf(inside);
    if (seen.has(key)) return ' ';
    seen.add(key);
    return quoted;
  });
}

/** Reads quotes and minus signs. A quote without its partner, and one around no word, mean nothing. */
export function readQuery(text: string, language: string | null = null): ReadQuery {
  const phrases = phrasesIn(text);
  const words = text.replaceAll('"', ' ').replaceAll(UNWANTED, ' ');
  const isName = !text.includes('"') && wordsIn(words).length <= MAX_NAME_WORDS;
  return {
    lexical: { text: withoutRepeats(text), words, isName, languages: languagesOf(words, language) },
    phrases,
  };
}
