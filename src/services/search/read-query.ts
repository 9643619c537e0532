import type { LexicalQuery } from '../../db/queries/lexical-matches.ts';
import { type TextLanguage, textLanguageOf } from '../../db/queries/text-languages.ts';
import { MAX_WORDS_WITH_OR } from '../../lib/search-limits.ts';
import { detectLanguage } from '../../lyrics/text/language.ts';
import { wordsIn } from './snippet.ts';

/** A parsed search. */
export interface ReadQuery {
  lexical: LexicalQuery;
  /**
   * The text to search by meaning: as typed, without unwanted words, because they would draw the vector towards them.
   */
  meaning: string;
  /** Quoted phrases, to be found word for word. */
  phrases: string[];
  /** Words and phrases after a minus sign, which no hit may contain. */
  unwanted: string[];
}

/** Names of artists and songs rarely have more words. */
const MAX_NAME_WORDS = 5;
const QUOTED = /"([^"]*)"/g;
const OR = /(?<=\s)or(?=\s)/i;
const QUOTED_OR_OR = /"[^"]*"|(?<=\s)or(?=\s)/gi;
/** In the order of the text: an unwanted phrase or word (or nothing after a lone dash), or a quote. */
const MARKED = /(?<=^|[\s"])-+(?:"([^"]*)"|([^\s"]*))|"[^"]*"/g;
/** Text that Postgres would read as an operator although no word follows it. */
const STRAY_MINUS = /(?<![\p{L}\p{N}])-/gu;

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Letters that do not occur in English words. */
const FOREIGN = /[^\p{ASCII}’‘]/u;

/**
 * The languages a query may be in: the filtered one, otherwise those suggested by its letters and by detection.
 * English is always included, because the language of a few words is easily mistaken.
 */
function languagesOf(text: string, filtered: string | null): TextLanguage[] {
  if (filtered !== null) return [textLanguageOf(filtered)];
  const looks = textLanguageOf(detectLanguage(text)?.code ?? null);
  const first = CYRILLIC.test(text) ? 'russian' : FOREIGN.test(text) ? looks : 'english';
  return [...new Set<TextLanguage>([first, looks, 'english'])];
}

const keyOf = (phrase: string): string => wordsIn(phrase).join(' ');

/** Texts that contain a word, without duplicates that differ only in spelling. */
function different(texts: readonly string[]): string[] {
  const byKey = new Map(texts.toReversed().map((text) => [keyOf(text), text]));
  byKey.delete('');
  return [...byKey.values()].reverse();
}

/** The text with each unwanted part replaced by a blank. */
const wantedIn = (text: string): string =>
  text.replaceAll(MARKED, (found) => (found.startsWith('"') ? found : ' ')).replaceAll(STRAY_MINUS, ' ');

/** Quoted phrases that are wanted. */
export const phrasesIn = (text: string): string[] =>
  different(Array.from(wantedIn(text).matchAll(QUOTED), ([, inside = '']) => inside.trim()));

/** Phrases marked as unwanted. */
export const unwantedPhrasesIn = (text: string): string[] =>
  different(Array.from(text.matchAll(MARKED), ([, phrase = '']) => phrase.trim()));

/** Words and phrases marked as unwanted. */
export const unwantedIn = (text: string): string[] =>
  different(Array.from(text.matchAll(MARKED), ([, phrase, word]) => (phrase ?? word ?? '').trim()));

/** The text without repeated quotes, each of which would cost as much again. */
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
 * The wanted text with `or` as an ordinary word where the operator would be expensive: between many words, because
 * each adds all of its songs. Without a neighbour, and inside quotes, it is also an ordinary word.
 */
function withCheapOperators(text: string): string {
  const alternatives = text.replaceAll(QUOTED, ' phrase ').split(OR);
  if (alternatives.length === 1) return text;
  const isCheap =
    wordsIn(text).length <= MAX_WORDS_WITH_OR && alternatives.every((one) => wordsIn(one).length > 0);
  return isCheap ? text : withoutOr(text);
}

/**
 * Reads quotes and minus signs. An unpaired quote, a quote without a word, and a lone dash have no meaning: "Artist -
 * Title" are words.
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
