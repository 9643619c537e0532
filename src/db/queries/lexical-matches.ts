import { MAX_RANKED_MATCHES } from '../../lib/search-limits.ts';
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

interface Matched {
  /** A table of queries. */
  asked: Statement;
  /** On it and `tracks t`. */
  condition: Statement;
  /** Further ones of both, after a comma. */
  columns: Statement;
  most: number;
}

/**
 * Matches of a condition on `tracks t` that pass the scope, found through the index of words: examining a song's words
 * costs more than skipping it. `is true` keeps the few ids a hashed set instead of one side of a join.
 */
function matches({ asked, condition, columns, most }: Matched, scope: TrackScope): Statement {
  const selected = sql`select t.id, t.search_vector${columns}`;
  const found = sql`${selected} from ${asked}, tracks t where ${condition} and ${trackConditions(scope)}`;
  // Every song was already searched for the phrases; through the index each match of their words would be examined
  // again.
  if (scope.phrases.length > 0) {
    return sql`${selected} from ${asked}, few join tracks t on t.id = few.id where ${condition}`;
  }
  if (!isNarrowed(scope)) return sql`${found} limit ${constant(most)}`;
  return sql`
    (${found} and ${passesFilters(scope)} and not (select selective from plan) limit ${constant(most)})
    union all
    (${found} and (t.id in (select id from few)) is true and (select selective from plan)
      limit ${constant(most)})`;
}

/** Songs that hold all words; and if they are few, those whose rare words weigh most, before any text is unpacked. */
function matchTables(scope: TrackScope, { ranked }: LexicalLimits): Statement {
  const all = { asked: sql`q`, condition: sql`t.search_vector @@ q.query`, columns: sql``, most: ranked };
  const some = {
    asked: sql`rare`,
    condition: sql`t.search_vector @@ rare.query`,
    columns: sql`, rare.worth`,
    most: MAX_RANKED_MATCHES,
  };
  return sql`
    with_all as materialized (${matches(all, scope)}),
    with_some as materialized (
      select id, any_value(search_vector) as search_vector from (${matches(some, scope)}) found
      where (select count(*) from with_all) < ${ENOUGH}::int
      group by id order by sum(worth) desc, id limit ${constant(ranked)}),`;
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
  const all = query.anyWord ? sql`' | '` : sql`' & '`;
  return sql`
    q as materialized (
      select ${withoutUnwanted(sql`all_query`, scope)} as query from (
        select (string_agg('(' || query::text || ')', ${all}))::tsquery as all_query from groups
        where songs > 0 and share = 1) queries),
    rare as materialized (
      select ${withoutUnwanted(sql`query`, scope)} as query, worth from (
        select query, idf * share as worth, row_number() over rarest as nth, sum(songs) over rarest as expected
        from groups where songs > 0 window rarest as (order by share desc, songs, place)
      ) ordered where expected <= ${constant(MAX_RANKED_MATCHES)} or nth = 1),
    ${matchTables(scope, limits)}
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
