import type { LexicalQuery } from '../../db/queries/lexical-matches.ts';
import { type TextLanguage, textLanguageOf } from '../../db/queries/text-languages.ts';
import { MAX_WORDS_WITH_OR } from '../../lib/search-limits.ts';
import { detectLanguage } from '../../lyrics/text/language.ts';
import { wordsIn } from './snippet.ts';

/** A search as it was typed, taken apart. */
export interface ReadQuery {
  lexical: LexicalQuery;
  /** What to look for by meaning: as it was typed, without what is unwanted, which a vector would be drawn towards. */
  meaning: string;
  /** What stands in quotes, to be found word for word. */
  phrases: string[];
  /** Words and phrases behind a minus sign, which no hit may hold. */
  unwanted: string[];
}

/** Names of artists and songs seldom have more words. */
const MAX_NAME_WORDS = 5;
const QUOTED = /"([^"]*)"/g;
const OR = /(?<=\s)or(?=\s)/i;
const QUOTED_OR_OR = /"[^"]*"|(?<=\s)or(?=\s)/gi;
/** In the order of the text: what is unwanted (a phrase, a word, or nothing where a dash stands alone), or a quote. */
const MARKED = /(?<=^|[\s"])-+(?:"([^"]*)"|([^\s"]*))|"[^"]*"/g;
/** What Postgres would read as an operator although it stands before no word of its own. */
const STRAY_MINUS = /(?<![\p{L}\p{N}])-/gu;

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

/** Texts that hold a word, each but once, however it is written. */
function different(texts: readonly string[]): string[] {
  const byKey = new Map(texts.toReversed().map((text) => [keyOf(text), text]));
  byKey.delete('');
  return [...byKey.values()].reverse();
}

/** The text without what is unwanted: a blank in the place of each. */
const wantedIn = (text: string): string =>
  text.replaceAll(MARKED, (found) => (found.startsWith('"') ? found : ' ')).replaceAll(STRAY_MINUS, ' ');

/** What stands in quotes and is wanted. */
export const phrasesIn = (text: string): string[] =>
  different(Array.from(wantedIn(text).matchAll(QUOTED), ([, inside = '']) => inside.trim()));

/** Phrases that are marked as not wanted. */
export const unwantedPhrasesIn = (text: string): string[] =>
  different(Array.from(text.matchAll(MARKED), ([, phrase = '']) => phrase.trim()));

/** Words and phrases that are marked as not wanted. */
export const unwantedIn = (text: string): string[] =>
  different(Array.from(text.matchAll(MARKED), ([, phrase, word]) => (phrase ?? word ?? '').trim()));

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

const withoutOr = (text: string): string =>
  text.replaceAll(QUOTED_OR_OR, (found) => (found.startsWith('"') ? found : ' '));

/**
 * The wanted text with `or` as a mere word where it would be dear: between many words, since each adds all of its songs.
 * Beside nothing it is a mere word too, and in quotes anyway.
 */
function withCheapOperators(text: string): string {
  const alternatives = text.replaceAll(QUOTED, ' phrase ').split(OR);
  if (alternatives.length === 1) return text;
  const isCheap =
    wordsIn(text).length <= MAX_WORDS_WITH_OR && alternatives.every((one) => wordsIn(one).length > 0);
  return isCheap ? text : withoutOr(text);
}

/**
 * Reads quotes and minus signs. A quote without its partner, one around no word, and a dash that stands alone mean
 * nothing: "Artist - Title" are words.
 */
export function readQuery(text: string, language: string | null = null): ReadQuery {
  const wanted = wantedIn(text);
  const words = withoutOr(wanted).replaceAll('"', ' ');
  const unwanted = unwantedIn(text);
  const isName = !wanted.includes('"') && wordsIn(words).length <= MAX_NAME_WORDS;
  return {
    lexical: {
      text: withCheapOperators(withoutRepeats(wanted)),
      words,
      isName,
      languages: languagesOf(words, language),
    },
    phrases: phrasesIn(text),
    unwanted,
    meaning: unwanted.length > 0 && wordsIn(words).length > 0 ? wanted.trim() : text,
  };
}
