import type { WordsTogether } from '../../../db/queries/spellings.ts';
import { queryWords, wordsIn } from '../snippet.ts';
import type { CorrectedQuery } from './correct-query.ts';

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
const CAPITAL = /^\p{Lu}\P{Lu}/u;

/** Words with a capital letter that is not the beginning of a sentence: "for Taylor", "Taylor Swift". */
function capitalised(text: string): ReadonlySet<string> {
  const words = text.match(WORD) ?? [];
  const isCapital = (word = ''): boolean => CAPITAL.test(word);
  const names = words.filter((word, i) => isCapital(word) && (i > 0 || isCapital(words[1])));
  return new Set(names.map((word) => word.toLowerCase()));
}

type Corrected = Pick<CorrectedQuery, 'query' | 'words'>;

/** Corrections that may be wrong: a word made two, which may be one that nobody knows, and what is written as a name. */
function doubtful(typed: string, words: Corrected['words']): Corrected['words'] {
  const names = capitalised(typed);
  return words.filter(({ typed: word, meant }) => meant.includes(' ') || names.has(word));
}

/**
 * What has to be true of a song for a doubtful correction to be right: that it holds the corrected word (all of it, if it
 * was made two) together with another word of the query. Null if no correction is doubtful.
 */
export function togetherIn(typed: string, { query, words }: Corrected): WordsTogether | null {
  const corrected = doubtful(typed, words).map(({ meant }) => wordsIn(meant));
  if (corrected.length === 0) return null;
  const known = new Set(corrected.flat());
  return { corrected, others: queryWords(query).filter((word) => !known.has(word)) };
}

/** Whether a query is one word that is written as a name, which no dictionary needs to know. */
export const looksLikeName = (typed: string, { query, words }: Corrected): boolean =>
  queryWords(query).length === 1 && doubtful(typed, words).some(({ meant }) => !meant.includes(' '));
