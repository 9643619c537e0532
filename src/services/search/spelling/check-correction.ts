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

/**
 * What has to be true of a song for a correction to be right: that it holds a corrected word (all of it, if a blank was
 * missing) together with another word of the query. Null if there is no other word, so that its spelling alone decides.
 */
export function togetherIn({ query, words }: Pick<CorrectedQuery, 'query' | 'words'>): WordsTogether | null {
  const corrected = words.map(({ meant }) => wordsIn(meant));
  const known = new Set(corrected.flat());
  const others = queryWords(query).filter((word) => !known.has(word));
  const [only = []] = corrected;
  if (others.length === 0 && corrected.length === 1 && only.length === 1) return null;
  return { corrected, others };
}

/** Whether the only word that a query has is written as a name, which no dictionary needs to know. */
export const looksLikeName = (
  typed: string,
  { query, words }: Pick<CorrectedQuery, 'query' | 'words'>,
): boolean => togetherIn({ query, words }) === null && words.some((one) => capitalised(typed).has(one.typed));
