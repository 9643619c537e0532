import { constant, type Statement, sql } from '../client.ts';
import type { TextLanguage } from './text-languages.ts';
import { isNarrowed, passesFilters, type TrackScope, trackConditions, unwantedQuery } from './track-scope.ts';

/** The words of a query. */
export interface LexicalQuery {
  /** Wanted words in their order, without operators; scripts without blanks as pairs of characters. */
  words: readonly string[];
  /** What words mean as labels in the notes of songs; a song with one of them counts as holding the word. */
  labels: Readonly<Record<string, string>>;
  /** English words of songs about the theme or mood that the query names, and its neighbours as one word. */
  related: readonly string[];
  /** Whether one of the words is enough: they were joined by `or`. */
  anyWord: boolean;
  /** What the query would be as a name, in several readings; none if it is too long. */
  names: readonly string[];
  /** Whether names that are only like the first reading are found too. */
  nearNames: boolean;
  /** Whether the words are single letters or digits: songs that hold them need not be about anything. */
  isVague?: boolean;
  /** Text search configurations of the languages it may be in, the most likely first. */
  languages: readonly TextLanguage[];
}

/** How much of a search by words is done. */
export interface LexicalLimits {
  /** Songs in the list. */
  listed: number;
  /** Songs that are ranked for it: the time is linear in them. */
  ranked: number;
}

/** If fewer songs contain all words, songs that contain some of them are listed too. */
const ENOUGH = 20;
/** Weights of words, notes, company and names, in the order of ts_rank: D, C, B, A. */
const FIELD_WEIGHTS = '{0.5,0.6,0.4,1}';
/** BM25's b, and the number of different words of a song of usual length. */
const LENGTH = { share: 0.2, usual: 180 };
/** What neighbouring words of the query weigh when they are neighbours in the song too (Metzler and Croft 2005). */
const NEIGHBOURS = 0.3;
/** Words further apart in the query are no neighbours: between them are stop words. */
const MAX_DISTANCE = 4;
const MAX_PAIRS = 40;

/** The text search query for texts without unwanted words. Exclusion inside the query is evaluated by the index. */
function withoutUnwanted(wanted: Statement, scope: TrackScope): Statement {
  const unwanted = unwantedQuery(scope);
  return unwanted === null ? wanted : sql`(${wanted}) && !!(${unwanted})`;
}

/**
 * Matches of a condition on `tracks t` that pass the scope, found through the index of words: examining a song's words
 * costs more than skipping it. `is true` keeps the few ids a hashed set instead of one side of a join.
 */
function matches(condition: Statement, scope: TrackScope, most: Statement): Statement {
  const found = sql`select t.id, t.search_vector from q, tracks t where ${condition} and ${trackConditions(scope)}`;
  // Every song was already searched for the phrases; through the index each match of their words would be examined
  // again.
  if (scope.phrases.length > 0) {
    return sql`select t.id, t.search_vector from q, few join tracks t on t.id = few.id where ${condition}`;
  }
  if (!isNarrowed(scope)) return sql`${found} limit ${most}`;
  return sql`
    (${found} and ${passesFilters(scope)} and not (select selective from plan) limit ${most})
    union all
    (${found} and (t.id in (select id from few)) is true and (select selective from plan)
      limit ${most})`;
}

/**
 * What a song's words are worth for the query, without their neighbours: BM25's sum with the saturation of ts_rank; and the
 * weight of the words that it holds. Nothing unless the condition holds.
 */
const gainOf = (words: Statement, condition = sql`true`): Statement => sql`
  select sum(g.idf * g.share * least(1, g.rank * g.size))
    / (1 - ${LENGTH.share}::float8 + ${LENGTH.share}::float8 * length(${words}) / ${LENGTH.usual}::float8) as gain,
    sum(g.idf) filter (where g.share = 1 and g.rank > 0) as held
  from (
    -- Each word is looked up once.
    select idf, share, size, ts_rank(${FIELD_WEIGHTS}::real[], ${words}, query) as rank from groups where ${condition} offset 0
  ) g`;

/**
 * Common tables that end in `worded(id, words, gain, held)`, the songs with the best words for the query, and `counted(matches)`, the
 * number that were ranked. `wordTables` and the scope's tables must precede them.
 */
export function lexicalTables(query: LexicalQuery, scope: TrackScope, limits: LexicalLimits): Statement {
  const most = constant(limits.ranked);
  const all = query.anyWord ? sql`' | '` : sql`' & '`;
  return sql`
    q as materialized (
      select ${withoutUnwanted(sql`all_query`, scope)} as query, ${withoutUnwanted(sql`any_query`, scope)} as any_query
      from (
        select (string_agg('(' || query::text || ')', ${all}) filter (where share = 1))::tsquery as all_query,
          (string_agg('(' || query::text || ')', ' | ')
            filter (where expected <= ${most} or nth = 1))::tsquery as any_query
        from (
          select query, share, row_number() over rarest as nth, sum(songs) over rarest as expected
          from groups where songs > 0 window rarest as (order by share desc, songs, place)
        ) ordered
      ) queries),
    with_all as materialized (${matches(sql`t.search_vector @@ q.query`, scope, most)}),
    with_some as materialized (
      select * from (${matches(sql`t.search_vector @@ q.any_query`, scope, most)}) found
      where (select count(*) from with_all) < ${ENOUGH}::int),
    worded as materialized (
      select found.id, unpacked.words, ranked.gain, ranked.held from (
        select id, search_vector from with_all
        union all
        select id, search_vector from with_some where id not in (select id from with_all)
      ) found
      cross join lateral (select found.search_vector || '' as words offset 0) unpacked
      cross join lateral (${gainOf(sql`unpacked.words`)}) ranked
      order by ranked.gain desc, found.id limit ${constant(limits.listed)}),
    counted as (select greatest((select count(*) from with_all), (select count(*) from with_some)) as matches)`;
}

/**
 * Common tables that end in `words_of(id, words, coverage)` for the songs of `candidates`: what their words are worth
 * as a share of the most possible, and the share of the words by weight that they contain, both 0-1.
 */
export const WORD_SCORES = sql`
  neighbours as materialized (
    select tsquery_phrase(a.query, b.query, following.distance::int) as query, least(a.idf, b.idf) as idf
    from (
      select distinct stems, lead(stems) over in_order as next, lead(place) over in_order - place as distance
      from spelt window in_order as (order by place)
    ) following join groups a on a.stems = following.stems join groups b on b.stems = following.next
    where following.distance <= ${MAX_DISTANCE}::int order by 2 desc limit ${constant(MAX_PAIRS)}),
  most as materialized (
    select nullif((select sum(idf) from groups where share = 1), 0) as words, nullif((select sum(idf) from neighbours), 0) as pairs),
  words_of as materialized (
    select c.id, (least(1, coalesce(coalesce(w.gain, ranked.gain) / most.words, 0)) + ${NEIGHBOURS}::float8 * coalesce(
        (select sum(n.idf) from neighbours n where unpacked.words @@ n.query) / most.pairs, 0)) / (1 + ${NEIGHBOURS}::float8)
        as words, coalesce(coalesce(w.held, ranked.held) / most.words, 0) as coverage
    from most, candidates c left join worded w on w.id = c.id join tracks t on t.id = c.id
    cross join lateral (select coalesce(w.words, t.search_vector || '') as words offset 0) unpacked
    cross join lateral (${gainOf(sql`unpacked.words`, sql`w.id is null`)}) ranked)`;
