import { join, type Statement, sql } from '../client.ts';
import type { TextLanguage } from './text-languages.ts';

/** About a word of which the catalogue knows nothing: a word that songs spell so, or none. */
export interface Spelling {
  /** The unknown word; null for one of the spellings that were asked for. */
  unknown: string | null;
  word: string | null;
  /** Songs that spell it so. */
  songs: number;
}

/** What to ask about words that may be misspelt. */
export interface SpellingsAsked {
  words: readonly string[];
  spellings: readonly string[];
  /** Of the words. */
  languages: readonly TextLanguage[];
}

/** Words with the most trigrams in common that are compared with one. */
const MAX_ALIKE = 30;
/** Share of trigrams in common; words of eight letters with one error in the middle have .45. */
const MIN_SIMILARITY = 0.4;

/** Settings that the statement below relies on. */
export const SPELLING_SETTINGS = sql`set_config('pg_trgm.similarity_threshold', ${String(MIN_SIMILARITY)}, true)`;

/** Those of the words that no song holds: `word`. */
export function unknownWords({ words, languages }: Omit<SpellingsAsked, 'spellings'>): Statement {
  const queries = ['simple', ...languages].map((name) => sql`plainto_tsquery(${name}::regconfig, word)`);
  return sql`
    select word from (
      select word, ${join(queries, ' || ')} as query from unnest(${words}::text[]) word offset 0
    ) asked
    where not exists (select 1 from tracks t where t.search_vector @@ asked.query)`;
}

/**
 * Which of the words no song holds (asked of the songs themselves, because the counts of words may be a day old), with the
 * catalogue's words that are like them, and those of the spellings that the catalogue has. Nothing if all are known.
 */
export function spellingStatement({ words, spellings, languages }: SpellingsAsked): Statement {
  return sql`
    with unknown as materialized (${unknownWords({ words, languages })})
    select unknown.word as unknown, c.word, coalesce(c.spelt, 0) as songs
    from unknown left join lateral (
      select w.word, w.spelt from catalogue_words w where w.word % unknown.word and w.spelt > 0
      order by similarity(w.word, unknown.word) desc, w.word limit ${MAX_ALIKE}::int) c on true
    union all
    select null, word, spelt from catalogue_words
    where word = any (${spellings}::text[]) and spelt > 0 and exists (select 1 from unknown)`;
}

/** Words of which some song must hold a few together. */
export interface WordsTogether {
  /** Each as its parts, all of which have to be there. */
  corrected: readonly (readonly string[])[];
  others: readonly string[];
}

const textOf = (languages: readonly TextLanguage[], words: readonly string[]): Statement => {
  const text = words.join(' ');
  return join(
    ['simple', ...languages].map(
      (name) => sql`plainto_tsquery(${name}::regconfig, fold_text(${text}::text))`,
    ),
    ' || ',
  );
};

/**
 * Whether a song holds one of the corrected words together with another corrected one, or with one of the others; or, if
 * that is all there is, whether it holds all parts of the one.
 */
export function holdTogether(
  { corrected, others }: WordsTogether,
  languages: readonly TextLanguage[],
): Statement {
  const either = others.map((word) => textOf(languages, [word]));
  const pairs = corrected.map((parts, i) => {
    const beside = [...either, ...corrected.slice(i + 1).map((more) => textOf(languages, more))];
    const own = sql`(${textOf(languages, parts)})`;
    if (corrected.length === 1 && others.length === 0) return own;
    return beside.length === 0 ? null : sql`(${own} && (${join(beside, ' || ')}))`;
  });
  const query = join(
    pairs.filter((pair) => pair !== null),
    ' || ',
  );
  return sql`exists (select 1 from tracks t where t.search_vector @@ (${query}))`;
}
