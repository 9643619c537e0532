import { MAX_RANKED_MATCHES } from '../../lib/search-limits.ts';
import { join, type Statement, sql } from '../client.ts';
import type { TextLanguage } from './text-languages.ts';
import {
  holdsNothingUnwanted,
  isNarrowed,
  passesFilters,
  type TrackScope,
  trackConditions,
  unwantedQuery,
} from './track-scope.ts';

/** The words of a query. */
export interface LexicalQuery {
  /** The wanted part as typed: words, "phrases", or. */
  text: string;
  /** Its words without operators, including those of phrases. */
  words: string;
  /** Whether it is short enough to be a name. */
  isName: boolean;
  /** Text search configurations of the languages it may be in, the most likely first. */
  languages: readonly TextLanguage[];
}

/** If fewer songs contain all words, songs that contain some of them are listed too. */
const ENOUGH = 20;
/** Share of a query's trigrams that a name must contain to match. */
const NAME_SIMILARITY = 0.6;
/** Rank divided by the logarithm of the length, then scaled to 0-1 (flags 1 and 32 of ts_rank). */
const RANK_FLAGS = 33;

/** The whole query in each of its languages, and unchanged, for names. */
const wholeQuery = ({ text, languages }: LexicalQuery): Statement =>
  join(
    [...languages, 'simple'].map((name) => sql`websearch_to_tsquery(${name}::regconfig, ${text}::text)`),
    ' || ',
  );

/**
 * The query's words as stems, each with the share of songs that contain it by Postgres' own statistics (0 for a rare
 * one, and for all before the first ANALYZE). Without stop words, unless there are no others.
 */
const terms = ({ words, languages }: LexicalQuery): Statement => sql`
  select term, coalesce(frequency, 0) as frequency
  from (
    select unnest(case when cardinality(content) > 0 then content else everything end) as term
    from (select tsvector_to_array(to_tsvector(${languages[0] ?? 'simple'}::regconfig, ${words}::text)) as content,
      tsvector_to_array(to_tsvector('simple', ${words}::text)) as everything) stems
  ) asked
  left join (
    select unnest(most_common_elems::text::text[]) as known, unnest(most_common_elem_freqs) as frequency from pg_stats
    where schemaname = current_schema() and tablename = 'tracks' and attname = 'search_vector'
  ) common on known = term`;

/** The rarest words, as long as they are not expected to match more songs than are ranked; always at least one. */
const RARE_TERMS = sql`
  select array_agg(term) as terms,
    (string_agg(quote_literal(term), ' | ')
      filter (where expected <= ${MAX_RANKED_MATCHES}::int or place = 1))::tsquery as any_query
  from (
    select term, row_number() over rarest as place,
      sum(frequency) over rarest * (select reltuples from pg_class where oid = 'tracks'::regclass) as expected
    from terms window rarest as (order by frequency, term)
  ) ordered`;

/** The text search query for texts without unwanted words. Exclusion inside the query is evaluated by the index. */
function withoutUnwanted(wanted: Statement, scope: TrackScope): Statement {
  const unwanted = unwantedQuery(scope);
  return unwanted === null ? wanted : sql`(${wanted}) && !!(${unwanted})`;
}

/**
 * Matches of a condition on `tracks t` that pass the scope, found through the index of words: examining a song's words
 * costs more than skipping it. `is true` keeps the few ids a hashed set instead of one side of a join.
 */
function matches(condition: Statement, scope: TrackScope): Statement {
  const found = sql`select t.id, t.search_vector from q, tracks t where ${condition} and ${trackConditions(scope)}`;
  // Every song was already searched for the phrases; through the index each match of their words would be examined
  // again.
  if (scope.phrases.length > 0) {
    return sql`select t.id, t.search_vector from q, few join tracks t on t.id = few.id where ${condition}`;
  }
  if (!isNarrowed(scope)) return sql`${found} limit ${MAX_RANKED_MATCHES}::int`;
  return sql`
    (${found} and ${passesFilters(scope)} and not (select selective from plan) limit ${MAX_RANKED_MATCHES}::int)
    union all
    (${found} and (t.id in (select id from few)) is true and (select selective from plan)
      limit ${MAX_RANKED_MATCHES}::int)`;
}

function nameMatches(text: string, scope: TrackScope): Statement {
  const name = sql`lower(t.artist || ' ' || t.title)`;
  return sql`
    select t.id, word_similarity(lower(${text}::text), ${name})::float8 as coverage,
      word_similarity(lower(${text}::text), ${name})::float8 as rank
    from tracks t
    where lower(${text}::text) <% ${name} and ${holdsNothingUnwanted(scope)} and ${trackConditions(scope)} and ${passesFilters(scope)}
    limit ${MAX_RANKED_MATCHES}::int`;
}

const NO_NAMES = sql`select null::int as id, null::float8 as coverage, null::float8 as rank where false`;

/** Settings that the tables below rely on. */
export const LEXICAL_SETTINGS = sql`set_config('pg_trgm.word_similarity_threshold', ${String(NAME_SIMILARITY)}, true)`;

/**
 * Common tables that end in `lexical(id, coverage, rank)`: the `limit` best songs of the scope, whose `scopeTables`
 * must precede them. `coverage` is the share of the words that a song contains; `rank` adds ts_rank, scaled to 0-1. A
 * name close to the query counts by its similarity. `counted(matches)` is the number that were ranked.
 */
export function lexicalTables(query: LexicalQuery, scope: TrackScope, limit: number): Statement {
  return sql`
    terms as materialized (${terms(query)}),
    q as materialized (
      select ${withoutUnwanted(wholeQuery(query), scope)} as query, rare.terms,
        ${withoutUnwanted(sql`rare.any_query`, scope)} as any_query
      from (${RARE_TERMS}) rare),
    with_all as materialized (${matches(sql`t.search_vector @@ q.query`, scope)}),
    with_some as materialized (
      select * from (${matches(sql`t.search_vector @@ q.any_query`, scope)}) found
      where (select count(*) from with_all) < ${ENOUGH}::int),
    names as materialized (${query.isName ? nameMatches(query.text, scope) : NO_NAMES}),
    partly as materialized (
      -- The sum over a song's words saturates for each of them, so it grows with how many there are: the front is enough.
      select found.id, found.rank, (length(found.search_vector)
          - length(ts_delete(found.search_vector, q.terms)))::float8 / cardinality(q.terms) as coverage
      from (
        select id, search_vector, ts_rank(search_vector, q.any_query, ${RANK_FLAGS}::int) as rank
        from with_some, q order by rank desc, id limit ${limit}::int
      ) found, q),
    ranked as materialized (
      select id, 1::float8 as coverage, 1 + ts_rank_cd(search_vector, q.query, ${RANK_FLAGS}::int) as rank
      from with_all, q
      union all
      select id, coverage, coverage + rank from partly
      union all
      select id, coverage, rank from names),
    lexical as materialized (
      select id, max(coverage) as coverage, max(rank)::float8 as rank from ranked
      group by id order by 3 desc, id limit ${limit}::int),
    counted as (select greatest((select count(*) from with_all), (select count(*) from with_some)) as matches)`;
}
