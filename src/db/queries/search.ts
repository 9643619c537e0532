import { join, type Sql, type Statement, sql } from '../client.ts';
import { vectorToSql } from '../vectors.ts';
import { filterConditions, type TrackFilters } from './track-filters.ts';
import { TRACK_COLUMNS, type TrackRow } from './tracks.ts';

export interface SearchRow extends TrackRow {
  lyrics: string | null;
  score: number;
  /** Cosine similarity of track and query; null where only words found it. */
  similarity: number | null;
  /** Rank by words; null where only meaning found it. */
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
/** ts_rank is linear in matches, so it ranks no more than these. */
const MAX_LEXICAL_MATCHES = 1000;
/** The constant of reciprocal rank fusion (Cormack et al. 2009, https://doi.org/10.1145/1571941.1572114). */
const RRF_K = 60;

/** Near-duplicates are found under the track they repeat. */
function conditionsOf(filters: TrackFilters): Statement {
  return join([sql`t.duplicate_of is null`, ...filterConditions(filters)], ' and ');
}

function semanticCandidates(query: SemanticQuery, filters: TrackFilters): Statement {
  const vector = vectorToSql(query.vector);
  return sql`
    select t.id, 1 - (t.lyrics_embedding <=> ${vector}::vector) as similarity
    from tracks t
    where t.embedding_model = ${query.model}::text and ${conditionsOf(filters)}
    order by t.lyrics_embedding <=> ${vector}::vector limit ${CANDIDATES}::int`;
}

// Cyrillic words are stemmed as Russian; all others as English and as they stand, for names.
function tsquery(text: string): Statement {
  return /\p{Script=Cyrillic}/u.test(text)
    ? sql`websearch_to_tsquery('russian', ${text}::text) || websearch_to_tsquery('simple', ${text}::text)`
    : sql`websearch_to_tsquery('english', ${text}::text) || websearch_to_tsquery('simple', ${text}::text)`;
}

/** Tracks with all the words or, where there are none, with any of them. */
function lexicalCandidates(text: string, filters: TrackFilters): Statement {
  return sql`
    select id, rank from (
      select m.id, ts_rank_cd(m.search_vector, m.query, 1) as rank
      from (
        with q as (
          select query, replace(query::text, '&', '|')::tsquery as any_query
          from (select ${tsquery(text)} as query) one
        ), everything as materialized (
          select t.id, t.search_vector, q.query from q, tracks t
          where t.search_vector @@ q.query and ${conditionsOf(filters)} limit ${MAX_LEXICAL_MATCHES}::int
        )
        select * from everything
        union all
        (select t.id, t.search_vector, q.any_query from q, tracks t
        where not exists (select 1 from everything) and t.search_vector @@ q.any_query
          and ${conditionsOf(filters)} limit ${MAX_LEXICAL_MATCHES}::int)
      ) m
    ) ranked
    order by rank desc, id limit ${CANDIDATES}::int`;
}

const NOTHING_SEMANTIC = sql`select null::int as id, null::float8 as similarity where false`;
const NOTHING_LEXICAL = sql`select null::int as id, null::float4 as rank where false`;

/**
 * One page of hits, best first. With both lists the score is reciprocal rank fusion, with one it is that
 * list's own: cosine similarity, or ts_rank_cd. One round trip; the settings hold for its transaction only.
 */
export async function searchTracks(db: Sql, q: SearchQuery): Promise<SearchRow[]> {
  const semantic = q.semantic === null ? NOTHING_SEMANTIC : semanticCandidates(q.semantic, q.filters);
  const lexical = q.text === null ? NOTHING_LEXICAL : lexicalCandidates(q.text, q.filters);
  const score =
    q.semantic !== null && q.text !== null
      ? sql`coalesce(1.0 / (${RRF_K}::int + s.position), 0) + coalesce(1.0 / (${RRF_K}::int + l.position), 0)`
      : sql`coalesce(s.similarity, l.rank)`;
  const passage =
    q.semantic === null
      ? sql`select null::int as start_line, null::int as end_line`
      : sql`select start_line, end_line from track_passages where track_id = page.id
          order by embedding <=> ${vectorToSql(q.semantic.vector)}::halfvec limit 1`;
  const [, , rows] = await db.batch(
    [
      sql`select set_config('hnsw.ef_search', '100', true)`,
      sql`select set_config('hnsw.iterative_scan', 'relaxed_order', true)`,
      sql`
        with semantic as materialized (${semantic}),
        lexical as materialized (${lexical}),
        s as (select id, similarity, row_number() over (order by similarity desc, id) as position from semantic),
        l as (select id, rank, row_number() over (order by rank desc, id) as position from lexical),
        page as (
          select coalesce(s.id, l.id) as id, (${score})::float8 as score, s.similarity, l.rank
          from s full join l on l.id = s.id
          order by score desc, id limit ${q.limit}::int offset ${q.offset}::int
        )
        select ${TRACK_COLUMNS}, t.lyrics, page.score, page.similarity::float8 as similarity,
          page.rank::float8 as lexical_rank, p.start_line, p.end_line
        from page join tracks t on t.id = page.id
        left join lateral (${passage}) p on true
        order by page.score desc, t.id`,
    ],
    { readOnly: true },
  );
  return (rows ?? []) as unknown as SearchRow[];
}
