import type { LexicalQuery } from '../../db/queries/lexical-matches.ts';
import { type TextLanguage, textLanguageOf } from '../../db/queries/text-languages.ts';
import { emojiAsWords } from '../../lib/emoji-words.ts';
import { indexedForms, inUsualLetters, isUnspaced } from '../../lib/query-script.ts';
import { MAX_WORDS_WITH_OR } from '../../lib/search-limits.ts';
import { isStopWord } from '../../lib/stop-words.ts';
import { detectLanguage } from '../../lyrics/text/language.ts';
import { isHeaderLine } from '../../lyrics/text/sections.ts';
import { conceptWords, inEnglish, labelsOf } from './concept-words.ts';
import { hasOnlyStopWords, queryWords, wordsIn } from './snippet.ts';
import { addressesAsWords, songAddresses } from './song-address.ts';

/** A parsed search. */
export interface ReadQuery {
  lexical: LexicalQuery;
  /** The wanted words as typed, without operators. */
  words: string;
  /**
   * The text to search by meaning: as typed, without unwanted words, because they would draw the vector towards them.
   */
  meaning: string;
  /** Words of songs about the theme or mood that the query names. */
  concepts: string[];
  /** The language that the wanted words certainly are in; null if that is open. */
  language: string | null;
  /** English words for those of another language, as far as they are known. */
  english: string[];
  /** Quoted phrases, to be found word for word. */
  phrases: string[];
  /** Words and phrases after a minus sign, which no hit may contain. */
  unwanted: string[];
  /** Wanted words that a listener may have misspelt: not quoted, pasted, of an address or of another language. */
  spelt: string[];
}

/** Names of artist and song together rarely have more words. */
const MAX_NAME_WORDS = 16;
/** Comparing names by their letters costs with their length. */
const MAX_NEAR_NAME_WORDS = 6;
/** A text of more different words is pasted. */
const MAX_TYPED_WORDS = 25;
/** UTF-16 units; about the longest passage of a song. */
const MAX_MEANING_LENGTH = 1500;

const PASTED_MARKS = /"|(?<=^|\s)-/g;
/** Words of a query that are looked up, after which the rarest are chosen. */
const MAX_WORDS = 120;
const CURLY_QUOTE = /[“”„«»″]/g;
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

/** From here on the detection of a few words is trusted. */
const SURE = 0.9;

/** The language that a text certainly is in, as an ISO 639-1 code; null if that is open. */
function sureLanguageOf(text: string): string | null {
  const detected = detectLanguage(text);
  return detected !== null && detected.confidence >= SURE ? detected.code : null;
}

/**
 * The languages a query may be in: the filtered one, otherwise those suggested by its letters and by detection.
 * English is always included, because the language of a few words is easily mistaken.
 */
function languagesOf(text: string, filtered: string | null): TextLanguage[] {
  if (filtered !== null) return [textLanguageOf(filtered)];
  const looks = textLanguageOf(detectLanguage(text)?.code ?? null);
  const isForeign = FOREIGN.test(text) || sureLanguageOf(text) !== null;
  const first = CYRILLIC.test(text) ? 'russian' : isForeign ? looks : 'english';
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

/**
 * A query in its usual letters, with emoji and addresses of songs as words. In pasted lines, quotation marks and dashes
 * are those of the text, and headers are not sung.
 */
function asTyped(typed: string): string {
  const text = emojiAsWords(inUsualLetters(addressesAsWords(typed))).replaceAll(CURLY_QUOTE, '"');
  return isPasted(text) ? withoutHeaders(text).replaceAll(PASTED_MARKS, ' ') : text;
}

const withoutHeaders = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !isHeaderLine(line))
    .join('\n');

const isPasted = (text: string): boolean =>
  new Set(wordsIn(text)).size > MAX_TYPED_WORDS || text.trim().includes('\n');

/** In a longer query two words that should be one matter less. */
const MAX_JOINED_WORDS = 4;
/** The detection of fewer words is not trusted to say that no English word was meant. */
const MIN_FOREIGN_WORDS = 3;

/** Wanted words that may be misspelt. General English alone has a list of words, so others are taken as they are. */
function speltWords(typed: string, wanted: string, language: string | null): string[] {
  const words = wordsIn(wanted.replaceAll(QUOTED, ' '));
  const isForeign = (language ?? 'en') !== 'en' && words.length >= MIN_FOREIGN_WORDS;
  return isForeign || isPasted(wanted) || songAddresses(typed).length > 0 ? [] : words;
}

/** Neighbours of a short query as one word: songs may write "nightbus". */
function joinedWords(words: readonly string[]): string[] {
  if (words.length > MAX_JOINED_WORDS) return [];
  return words
    .slice(1)
    .map((word, i) => [words[i] ?? '', word])
    .filter((pair) => pair.every((word) => word.length > 1 && !isStopWord(word) && !isUnspaced(word)))
    .map((pair) => pair.join(''));
}

/** Quoted phrases that are wanted. */
export const phrasesIn = (typed: string): string[] =>
  different(Array.from(wantedIn(asTyped(typed)).matchAll(QUOTED), ([, inside = '']) => inside.trim()));

/** Phrases marked as unwanted. */
export const unwantedPhrasesIn = (typed: string): string[] =>
  different(Array.from(asTyped(typed).matchAll(MARKED), ([, phrase = '']) => phrase.trim()));

/** Words and phrases marked as unwanted. */
export const unwantedIn = (typed: string): string[] =>
  different(Array.from(asTyped(typed).matchAll(MARKED), ([, phrase, word]) => (phrase ?? word ?? '').trim()));

const withoutOr = (text: string): string =>
  text.replaceAll(QUOTED_OR_OR, (found) => (found.startsWith('"') ? found : ' '));

/**
 * Whether `or` stands between words as an operator. Between many words, without a neighbour and inside quotes it is an
 * ordinary word.
 */
function hasAlternatives(wanted: string): boolean {
  const alternatives = wanted.replaceAll(QUOTED, ' phrase ').split(OR);
  return (
    alternatives.length > 1 &&
    wordsIn(wanted).length <= MAX_WORDS_WITH_OR &&
    alternatives.every((one) => wordsIn(one).length > 0)
  );
}

const ASKED_BY =
  /^(?:the\s)?(?:songs?|tracks?|lyrics|music|raps?|anything)\s(?:by|of|from|to|for|called|named|titled)\s/i;
const ASKED_FOR = /\s(?:lyrics|songs?|tracks?)$/i;
const FEATURING = /\s[([]?(?:feat\.?|ft\.?|featuring|with|x|&|and)\s/gi;

const GUESTS = /\s[([]?(?:feat\.?|ft\.?|featuring)\s/i;

/** What the words would be as a name: as they are, then without what a listener adds, and without the guests. */
function namesIn(words: string): string[] {
  const count = wordsIn(words).length;
  if (count > MAX_NAME_WORDS) return [];
  const name = words.replaceAll(/\s+/g, ' ').trim();
  const bare = name.replace(ASKED_BY, '').replace(ASKED_FOR, '');
  return [...new Set([name, bare, bare.replaceAll(FEATURING, ' '), bare.split(GUESTS, 1).join('')])].filter(
    (one) => one !== '',
  );
}

/**
 * Reads quotes and minus signs. An unpaired quote, a quote without a word, and a lone dash have no meaning: "Artist -
 * Title" are words.
 */
export function readQuery(typed: string, language: string | null = null): ReadQuery {
  const text = asTyped(typed);
  const wanted = wantedIn(text);
  const anyWord = hasAlternatives(wanted);
  const words = (anyWord ? withoutOr(wanted) : wanted).replaceAll('"', ' ');
  const found = wordsIn(words);
  const isCommon = hasOnlyStopWords(words);
  const isName = !wanted.includes('"') && found.length <= MAX_NEAR_NAME_WORDS && !isCommon;
  const unwanted = unwantedIn(typed);
  const isEnglish = detectLanguage(words)?.code === 'en';
  const english = isEnglish ? [] : inEnglish(found);
  const concepts = conceptWords(english.length > 0 ? english : found.filter((word) => !isStopWord(word)));
  const sureLanguage = sureLanguageOf(words);
  return {
    lexical: {
      words: found.flatMap(indexedForms).slice(0, MAX_WORDS),
      labels: labelsOf(found, isEnglish),
      related: [...concepts, ...joinedWords(found)],
      anyWord,
      names: [...songAddresses(typed), ...namesIn(words)],
      nearNames: isName,
      isVague: queryWords(words).every((word) => word.length === 1 && !isUnspaced(word)),
      // Of a text without other words, "the" is no rare word of another language.
      languages: isCommon && language === null ? ['english'] : languagesOf(words, language),
    },
    words,
    concepts,
    language: sureLanguage,
    english,
    phrases: phrasesIn(typed),
    unwanted,
    spelt: speltWords(typed, wanted, language ?? sureLanguage),
    meaning: (unwanted.length > 0 ? wanted : text).trim().slice(0, MAX_MEANING_LENGTH),
  };
}

/**
 * The text whose vector a query is searched by: with words of songs about the theme that it names, and in English alone if the
 * model does not know its language and its words are known.
 */
export function textToEmbed(
  { meaning, language, english, concepts }: ReadQuery,
  embedder: { supports(language: string): boolean },
): { text: string; isForeign: boolean } {
  const isForeign = language !== null && !embedder.supports(language);
  const known = isForeign && english.length > 0 ? english : [meaning];
  return { text: [...known, ...concepts].join(' '), isForeign };
}
