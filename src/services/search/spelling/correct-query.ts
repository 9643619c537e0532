import type { Spelling } from '../../../db/queries/spellings.ts';
import type { Lexicon } from '../../../lyrics/phonetics/lexicon.ts';
import { type Candidate, type Correction, chooseCorrection } from './choose-correction.ts';
import { likelySpellings, splitsOf } from './likely-spellings.ts';
import { letterKey, suspectWords } from './suspect-words.ts';

/** A query with its misspelt words put right. */
export interface CorrectedQuery {
  query: string;
  words: Correction[];
}

/** What a search asks the catalogue about words that may be misspelt. */
export interface SpellingQuestion {
  words: string[];
  /** Spellings that may be meant, besides those that share trigrams with a word. */
  spellings: string[];
}

/** The typed words that may be corrected, in their order. */
type Words = Pick<Lexicon, 'find' | 'rules'>;

/** The neighbours of a word, as letter keys. */
function neighboursOf(
  keys: readonly string[],
  word: string,
): { before: string | null; after: string | null } {
  const at = keys.indexOf(word);
  return { before: keys[at - 1] ?? null, after: keys[at + 1] ?? null };
}

/** What to ask the catalogue about the words of a query; null if general English knows them all. */
export function spellingQuestion(lexicon: Words, typed: readonly string[]): SpellingQuestion | null {
  const words = suspectWords(lexicon, typed);
  if (words.length === 0) return null;
  const keys = typed.map(letterKey);
  const spellings = words.flatMap((word) => {
    const { before, after } = neighboursOf(keys, word);
    return [
      ...likelySpellings(word),
      ...splitsOf(word).flat(),
      ...(before === null ? [] : [before + word]),
      ...(after === null ? [] : [word + after]),
    ];
  });
  return { words, spellings: [...new Set(spellings)] };
}

/** Corrections of the words that the catalogue does not know, each of which is near enough to words that are known. */
function correctionsFor(
  lexicon: Words,
  typed: readonly string[],
  answers: readonly Spelling[],
): Correction[] {
  const keys = typed.map(letterKey);
  const candidates: Candidate[] = answers.flatMap(({ word, songs }) =>
    word === null ? [] : [{ word, songs }],
  );
  const unknown = [...new Set(answers.flatMap(({ unknown }) => (unknown === null ? [] : [unknown])))];
  return unknown.flatMap((word) => {
    const found = chooseCorrection(lexicon, { word, ...neighboursOf(keys, word), candidates });
    return found === null ? [] : [found];
  });
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Quoted and unwanted text, which is meant as it stands. */
const FIXED = /"[^"]*"|(?<=^|\s)-\S+/g;

interface Token {
  key: string;
  start: number;
  end: number;
}

/** The words of a text that may be replaced, with their places. */
function tokensOf(text: string): Token[] {
  const open = text.replaceAll(FIXED, (found) => '\u0000'.repeat(found.length));
  return Array.from(open.matchAll(WORD), (match) => ({
    key: letterKey(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function rewrite(text: string, corrections: readonly Correction[]): string {
  const meantFor = new Map(corrections.map(({ typed, meant }) => [typed, meant]));
  const tokens = tokensOf(text);
  let written = '';
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = [tokens[i], tokens[i + 1]];
    if (token === undefined) break;
    const joined = next === undefined ? undefined : meantFor.get(`${token.key} ${next.key}`);
    const meant = joined ?? meantFor.get(token.key);
    if (meant === undefined) continue;
    written += text.slice(from, token.start) + meant;
    from = joined === undefined || next === undefined ? token.end : next.end;
    if (joined !== undefined) i++;
  }
  return written + text.slice(from);
}

/**
 * The query as it was probably meant, by what the catalogue answered about its words; null if it stays as it is. Words
 * that the catalogue or general English knows, quoted and unwanted ones stay.
 */
export function correctQuery(
  lexicon: Words,
  { query, typed }: { query: string; typed: readonly string[] },
  answers: readonly Spelling[],
): CorrectedQuery | null {
  const words = correctionsFor(lexicon, typed, answers);
  const corrected = rewrite(query, words);
  return corrected === query ? null : { query: corrected, words };
}
