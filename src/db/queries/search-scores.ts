import { type Statement, sql } from '../client.ts';
import { type LexicalQuery, WORD_SCORES } from './lexical-matches.ts';
import { MEANING_SCORES } from './song-similarity.ts';

/**
 * What words weigh against meaning (Bruch et al. 2022, https://doi.org/10.1145/3596512): both are shares of the most
 * possible, computed for every candidate. Chosen on the tuning half of `eval search`, where .4 to .6 give the same.
 */
const WORDS_WEIGHT = 0.5;
const FOREIGN_WORDS_WEIGHT = 0.85;
/**
 * Log odds that a song answers the query: logistic regressions over the best hits of the tuning half's answerable and
 * unanswerable queries, by words and names, by meaning, and by all.
 */
const EVIDENCE = {
  lexical: { base: -2.3, words: 16, name: 4, meaning: 0 },
  semantic: { base: -3.9, words: 0, name: 0, meaning: 9.3 },
  hybrid: { base: -6, words: 15.8, name: 4.3, meaning: 9 },
};
/** Log odds of a hit from which on it is a weak or a good one. */
export const WEAK_EVIDENCE = -0.7;
export const GOOD_EVIDENCE = 0.7;
/** The most that letters and digits by themselves say for a song, unless they are its name. */
const MOST_IF_VAGUE = 0;
/** What a likeness of names adds. */
const NAME_WEIGHT = 0.5;

const NO_MEANING_SCORES = sql`
  meaning_of as materialized (select null::int as id, null::float8 as similarity,
    null::int as start_line, null::int as end_line where false)`;
const NO_WORD_SCORES = sql`
  words_of as materialized (select null::int as id, null::float8 as words, null::float8 as coverage where false)`;

interface Asked {
  semantic: unknown;
  lexical: LexicalQuery | null;
  /** Whether the model does not know the language of the query. */
  isForeign?: boolean;
}

/** The score of each candidate by all that is asked. A song without vectors counts as the least similar one. */
export function scoredTables({ semantic, lexical, isForeign = false }: Asked): Statement {
  const mixed = isForeign ? FOREIGN_WORDS_WEIGHT : WORDS_WEIGHT;
  const words = semantic === null ? 1 : lexical === null ? 0 : mixed;
  const evidence = EVIDENCE[semantic === null ? 'lexical' : lexical === null ? 'semantic' : 'hybrid'];
  return sql`
    ${semantic === null ? NO_MEANING_SCORES : MEANING_SCORES},
    ${lexical === null ? NO_WORD_SCORES : WORD_SCORES},
    scored as materialized (
      select c.id, m.similarity, m.start_line, m.end_line, w.words, w.coverage, n.tier, n.likeness,
        ${words}::float8 * coalesce(w.words, 0) as by_words,
        ${1 - words}::float8 * coalesce(m.similarity, min(m.similarity) over (), 0) as by_meaning,
        least(${evidence.base}::float8 + ${evidence.words}::float8 * coalesce(w.words, 0)
          + ${evidence.name}::float8 * case when n.tier > 0 then 3 else coalesce(n.likeness, 0) end
          + ${evidence.meaning}::float8 * coalesce(m.similarity, 0),
          case when ${lexical?.isVague ?? false}::boolean and coalesce(n.tier, 0) = 0 then ${MOST_IF_VAGUE}::float8
            end) as evidence,
        coalesce(n.tier, 0) + ${NAME_WEIGHT}::float8 * greatest(0, coalesce(n.likeness, 0) * 2 - 1) as by_name
      from candidates c left join meaning_of m on m.id = c.id left join words_of w on w.id = c.id
      left join named n on n.id = c.id)`;
}
