import { join, type Sql, type Statement, sql } from '../client.ts';
import { vectorToSql } from '../vectors.ts';
import { filterConditions, type TrackFilters } from './track-filters.ts';
import { TRACK_COLUMNS, type TrackRow } from './tracks.ts';

export interface SearchRow extends TrackRow {
  lyrics: string | null;
  score: number;
  /** Mean cosine similarity of the song and of its best passage; null where only words found it. */
  similarity: number | null;
  /** Share of the words found plus ts_rank_cd in 0-1; null where only meaning found it. */
  lexical_rank: number | null;
  /** The passage nearest to the query, as lines. */
  start_line: number | null;
  end_line: number | null;
}

export interface SemanticQuery {
  vector: readonly number[];
  model: string;
}

export interface SearchQuery {
  text: string | null;
  semantic: SemanticQuery | null;
  filters: TrackFilters;
  limit: number;
  offset: number;
}

/** Ranked lists are merged from this many of each. */
const CANDIDATES = 100;
/** Ranking by words is linear in matches, so no more than these are ranked. */
const MAX_LEXICAL_MATCHES = 1000;
/** The constant of reciprocal rank fusion (Cormack et al. 2009, https://doi.org/10.1145/1571941.1572114). */
const RRF_K = 60;

/** Near-duplicates are found under the track they repeat. */
function conditionsOf(filters: TrackFilters): Statement {
  return join([sql`t.duplicate_of is null`, ...filterConditions(filters)], ' and ');
}

/**
 * The nearest songs by their vector, then ordered by the mean of the song's similarity and its best passage's: a
 * song is about what it says throughout and also about what one verse says well.
 */
function semanticCandidates(query: SemanticQuery, filters: TrackFilters): Statement {
  const vector = vectorToSql(query.vector);
  return sql`
    select near.id, (near.similarity + coalesce(passage.similarity, near.similarity)) / 2 as similarity,
      passage.start_line, passage.end_line
    from (
      select t.id, 1 - (t.lyrics_embedding <=> ${vector}::vector) as similarity
      from tracks t
      where t.embedding_model = ${query.model}::text and ${conditionsOf(filters)}
      order by t.lyrics_embedding <=> ${vector}::vector limit ${CANDIDATES}::int
    ) near
    left join lateral (
      select 1 - (embedding <=> ${vector}::halfvec) as similarity, start_line, end_line
      from track_passages where track_id = near.id order by embedding <=> ${vector}::halfvec limit 1
    ) passage on true`;
}

/** The query's words as stems: without stop words unless there are no others, Cyrillic ones as Russian. */
function stems(text: string): Statement {
  const language = /\p{Script=Cyrillic}/u.test(text) ? 'russian' : 'english';
  return sql`
    select case when cardinality(content) > 0 then content else everything end as terms
    from (select tsvector_to_array(to_tsvector(${language}::regconfig, ${text}::text)) as content,
      tsvector_to_array(to_tsvector('simple', ${text}::text)) as everything) words`;
}

/** The whole query: stemmed, or as it stands, for names. */
function wholeQuery(text: string): Statement {
  const language = /\p{Script=Cyrillic}/u.test(text) ? 'russian' : 'english';
  return sql`websearch_to_tsquery(${language}::regconfig, ${text}::text)
    || websearch_to_tsquery('simple', ${text}::text)`;
}

/**
 * Songs with all the words or, where there are none, with any of them. `coverage` is the share of the words that a
 * song holds; `rank` adds to it ts_rank_cd scaled to 0-1.
 */
function lexicalCandidates(text: string, filters: TrackFilters): Statement {
  return sql`
    with q as (
      select ${wholeQuery(text)} as query, terms,
        (select string_agg(quote_literal(term), ' | ')::tsquery from unnest(terms) term) as any_query
      from (${stems(text)}) words
    ), everything as materialized (
      select t.id, 1::float8 as coverage, ts_rank_cd(t.search_vector, q.query, 33) as rank
      from q, tracks t
      where t.search_vector @@ q.query and ${conditionsOf(filters)} limit ${MAX_LEXICAL_MATCHES}::int
    ), anything as (
      select t.id, ts_rank_cd(t.search_vector, q.any_query, 33) as rank,
        (select count(*)::float8 from unnest(q.terms) term where t.search_vector @@ quote_literal(term)::tsquery)
          / cardinality(q.terms) as coverage
      from q, tracks t
      where not exists (select 1 from everything) and t.search_vector @@ q.any_query
        and ${conditionsOf(filters)} limit ${MAX_LEXICAL_MATCHES}::int
    )
    select id, coverage, coverage + rank as rank
    from (select id, coverage, rank from everything union all select id, coverage, rank from anything) matches
    order by rank desc, id limit ${CANDIDATES}::int`;
}

const NOTHING_SEMANTIC = sql`
  select null::int as id, null::float8 as similarity, null::int as start_line, null::int as end_line where false`;
const NOTHING_LEXICAL = sql`select null::int as id, null::float8 as coverage, null::float8 as rank where false`;

/**
 * One page of hits, best first. With both lists the score is reciprocal rank fusion, the part of the words scaled by
 * the share of them that was found; with one it is that list's own. One round trip; the settings hold for its
 * transaction only.
 */
export async function searchTracks(db: Sql, q: SearchQuery): Promise<SearchRow[]> {
  const semantic = q.semantic === null ? NOTHING_SEMANTIC : semanticCandidates(q.semantic, q.filters);
  const lexical = q.text === null ? NOTHING_LEXICAL : lexicalCandidates(q.text, q.filters);
  const score =
    q.semantic !== null && q.text !== null
      ? sql`coalesce(1.0 / (${RRF_K}::int + s.position), 0) + coalesce(l.coverage / (${RRF_K}::int + l.position), 0)`
      : sql`coalesce(s.similarity, l.rank)`;
  const [, , rows] = await db.batch(
    [
      sql`select set_config('hnsw.ef_search', '100', true)`,
      sql`select set_config('hnsw.iterative_scan', 'relaxed_order', true)`,
      sql`
        with semantic as materialized (${semantic}),
        lexical as materialized (${lexical}),
        s as (select *, row_number() over (order by similarity desc, id) as position from semantic),
        l as (select *, row_number() over (order by rank desc, id) as position from lexical),
        page as (
          select coalesce(s.id, l.id) as id, (${score})::float8 as score, s.similarity, s.start_line, s.end_line,
            l.rank
          from s full join l on l.id = s.id
          order by score desc, id limit ${q.limit}::int offset ${q.offset}::int
        )
        select ${TRACK_COLUMNS}, t.lyrics, page.score, page.similarity::float8 as similarity,
          page.rank::float8 as lexical_rank, page.start_line, page.end_line
        from page join tracks t on t.id = page.id
        order by page.score desc, t.id`,
    ],
    { readOnly: true },
  );
  return (rows ?? []) as unknown as SearchRow[];
}
