import type { Facet } from '../../lib/facets.ts';
import { MAX_HITS, MAX_RANKED_MATCHES } from '../../lib/search-limits.ts';
import { type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { vectorToSql } from '../vectors.ts';
import { type FacetCounts, facetCounts } from './facet-counts.ts';
import { LEXICAL_SETTINGS, type LexicalQuery, lexicalTables } from './lexical-matches.ts';
import { lyricsSpace, nearTables, rankingSettings } from './near-tracks.ts';
import { holdsNothingUnwanted, scopeTables, type TrackScope } from './track-scope.ts';
import { TRACK_COLUMNS, type TrackRow } from './tracks.ts';

export interface SearchRow extends TrackRow {
  lyrics: string | null;
  score: number;
  /** Mean cosine similarity of the song and of its best passage; null if the song was found only by words. */
  similarity: number | null;
  semantic_position: number | null;
  /** Share of the words found plus ts_rank_cd in 0-1; null if the song was found only by meaning. */
  lexical_rank: number | null;
  lexical_position: number | null;
  /** Share of the words found. */
  coverage: number | null;
  /** The passage nearest to the query, as lines. */
  start_line: number | null;
  end_line: number | null;
  /** Other rows of the same song. */
  versions: { id: number; artist: string; title: string; album: string | null }[];
}

export interface SearchResult {
  rows: SearchRow[];
  /** Hits of all pages. */
  total: number;
  /** Whether there are more matches than were ranked or than a result contains. */
  capped: boolean;
  /** The highest id at the time of the first page. */
  lastId: number;
  facets: FacetCounts | null;
}

export interface SemanticQuery {
  vector: readonly number[];
  model: string;
}

export interface SearchQuery {
  lexical: LexicalQuery | null;
  semantic: SemanticQuery | null;
  scope: TrackScope;
  facets: readonly Facet[];
  limit: number;
  offset: number;
}

/** Slightly more than a list holds: see `bench search` for the recall. */
const EF_SEARCH = 300;
/** The number of nearest songs that are also compared by their passages. */
const RERANKED = 50;
/**
 * The constant of reciprocal rank fusion (Cormack et al. 2009, https://doi.org/10.1145/1571941.1572114): 60 in the
 * paper, for lists of a thousand; a smaller value gives the first places more weight, which `eval search` confirms.
 */
export const RRF_K = 25;

/**
 * The nearest songs without unwanted words; the first ones are ordered by the mean of the song's and its best
 * passage's similarity.
 */
function semanticTables(scope: TrackScope): Statement {
  const space = lyricsSpace({ vector: sql`select vector from probe`, model: sql`select model from probe` });
  return sql`
    ${nearTables('nearest', space, scope, MAX_HITS)},
    near as materialized (
      select nearest.id, nearest.distance from nearest join tracks t on t.id = nearest.id
      where ${holdsNothingUnwanted(scope)}),
    front as materialized (
      select best.id, (best.similarity + coalesce(passage.similarity, best.similarity)) / 2 as similarity,
        passage.start_line, passage.end_line
      from (select id, 1 - distance as similarity from near order by distance, id limit ${RERANKED}::int) best
      left join lateral (
        select 1 - (p.embedding::vector <=> (select vector from probe)) as similarity, p.start_line, p.end_line
        from track_passages p where p.track_id = best.id order by 1 desc, p.ordinal limit 1
      ) passage on true),
    semantic as materialized (
      select id, similarity, start_line, end_line from front
      union all
      -- Those behind stay behind: their passages were not looked at.
      select id, least(1 - distance, (select min(similarity) from front)), null, null
      from near where id not in (select id from front))`;
}

const NO_SEMANTIC = sql`semantic as (
  select null::int as id, null::float8 as similarity, null::int as start_line, null::int as end_line where false)`;
const NO_LEXICAL = sql`lexical as (
    select null::int as id, null::float8 as coverage, null::float8 as rank where false),
  counted as (select 0 as matches)`;

/**
 * With both lists, reciprocal rank fusion with the word part scaled by the share of words found; otherwise the list's
 * own score.
 */
function scoreOf(q: SearchQuery): Statement {
  if (q.semantic === null || q.lexical === null) return sql`coalesce(s.similarity, l.rank)`;
  return sql`coalesce(1.0 / (${RRF_K}::int + s.position), 0)
    + coalesce(l.coverage / (${RRF_K}::int + l.position), 0)`;
}

function searchStatement(q: SearchQuery): Statement {
  const { semantic, lexical, scope } = q;
  const probe =
    semantic === null
      ? sql``
      : sql`probe as materialized (
          select ${vectorToSql(semantic.vector)}::vector as vector, ${semantic.model}::text as model),`;
  return sql`
    with ${probe} ${scopeTables(scope)},
    ${semantic === null ? NO_SEMANTIC : semanticTables(scope)},
    ${lexical === null ? NO_LEXICAL : lexicalTables(lexical, scope, MAX_HITS)},
    s as (select *, row_number() over (order by similarity desc, id) as position from semantic),
    l as (select *, row_number() over (order by rank desc, id) as position from lexical),
    scored as (
      select coalesce(s.id, l.id) as id, (${scoreOf(q)})::float8 as score, s.similarity, s.start_line, s.end_line,
        s.position as semantic_position, l.rank, l.coverage, l.position as lexical_position
      from s full join l on l.id = s.id),
    -- One hit a song: of its versions the original where it is found, with the best score of them.
    folded as (
      select distinct on (f.original_id) scored.*, f.original_id,
        max(scored.score) over (partition by f.original_id) as best
      from scored join track_facets f on f.track_id = scored.id
      order by f.original_id, f.track_id <> f.original_id, scored.score desc, scored.id),
    result as materialized (select * from folded order by best desc, id limit ${MAX_HITS}::int),
    page as (select * from result order by best desc, id limit ${q.limit}::int offset ${q.offset}::int),
    summary as (
      select (select count(*) from result)::int as total,
        ((select count(*) from folded) > ${MAX_HITS}::int
          or (select count(*) from semantic) >= ${MAX_HITS}::int
          or (select count(*) from lexical) >= ${MAX_HITS}::int
          or (select matches from counted) >= ${MAX_RANKED_MATCHES}::int
          or (select capped from plan)) as capped,
        coalesce(${scope.lastId}::int, (select max(id) from tracks), 0) as last_id,
        ${facetCounts(q.facets, sql`result`)} as facets)
    select summary.*, ${TRACK_COLUMNS}, t.lyrics, page.best as score, page.similarity::float8 as similarity,
      page.semantic_position::int, page.rank::float8 as lexical_rank, page.coverage::float8,
      page.lexical_position::int, page.start_line, page.end_line, versions.list as versions
    from summary left join page on true left join tracks t on t.id = page.id
    left join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'artist', o.artist, 'title', o.title,
        'album', o.album) order by o.id), '[]') as list
      from track_facets v join tracks o on o.id = v.track_id
      where v.original_id = page.original_id and v.track_id <> page.id
    ) versions on page.id is not null
    order by page.best desc, page.id`;
}

type Summary = { total: number; capped: boolean; last_id: number; facets: FacetCounts | null };
type AnswerRow = Summary & SearchRow & { id: number | null };

/** One page of hits, best first, in one round trip; the settings apply to its transaction only. */
export async function searchTracks(db: Sql, q: SearchQuery): Promise<SearchResult> {
  const [, answer] = await db.batch(
    [sql`select ${rankingSettings(EF_SEARCH)}, ${LEXICAL_SETTINGS}`, searchStatement(q)],
    { readOnly: true },
  );
  const rows = rowsOf<AnswerRow>(answer);
  const [first] = rows;
  if (first === undefined) throw new Error('the summary is one row at least');
  const { total, capped, last_id: lastId, facets } = first;
  const hits = rows.filter((row) => row.id !== null);
  return {
    rows: hits.map(({ total, capped, last_id, facets, ...row }) => row),
    total,
    capped,
    lastId,
    facets,
  };
}
