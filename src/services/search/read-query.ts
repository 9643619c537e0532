import type { LexicalQuery } from '../../db/queries/lexical-matches.ts';
import { type TextLanguage, textLanguageOf } from '../../db/queries/text-languages.ts';
import { MAX_WORDS_WITH_OR } from '../../lib/search-limits.ts';
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
const OR = /(?<=\s)or(?=\s)/i;
const QUOTED_OR_OR = /"[^"]*"|(?<=\s)or(?=\s)/gi;
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

/** The words of a query that are marked as not wanted. */
export const unwantedIn = (text: string): string[] =>
  Array.from(text.replaceAll('"', ' ').matchAll(UNWANTED), ([word]) => word.trim().slice(1));

const withoutOr = (text: string): string =>
  text.replaceAll(QUOTED_OR_OR, (found) => (found.startsWith('"') ? found : ' '));

const hasWanted = (text: string): boolean => wordsIn(text.replaceAll(UNWANTED, ' ')).length > 0;

/**
 * The text with `or` as a mere word where it would be dear: between many words, since each adds all of its songs, and
 * beside nothing but unwanted words, which nearly every song would match. In quotes it is a word anyway.
 */
function withCheapOperators(text: string): string {
  const alternatives = text.replaceAll(QUOTED, ' phrase ').split(OR);
  if (alternatives.length === 1) return text;
  const isCheap = wordsIn(text).length <= MAX_WORDS_WITH_OR && alternatives.every(hasWanted);
  return isCheap ? text : withoutOr(text);
}

/** Reads quotes and minus signs. A quote without its partner, and one around no word, mean nothing. */
export function readQuery(text: string, language: string | null = null): ReadQuery {
  const phrases = phrasesIn(text);
  const words = withoutOr(text).replaceAll('"', ' ').replaceAll(UNWANTED, ' ');
  const isName = !text.includes('"') && wordsIn(words).length <= MAX_NAME_WORDS;
  return {
    lexical: {
      text: withCheapOperators(withoutRepeats(text)),
      words,
      unwanted: unwantedIn(text),
      isName,
      languages: languagesOf(words, language),
    },
    phrases,
  };
}
