import { type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { EMBEDDING_DIMENSIONS, vectorToSql } from '../vectors.ts';
import { analysisSpace, nearTables, rankingSettings, unpacked } from './near-tracks.ts';
import type { SemanticQuery } from './search.ts';
import type { TrackFilters } from './track-filters.ts';
import { scopeTables } from './track-scope.ts';
import { TRACK_COLUMNS, type TrackRow } from './tracks.ts';

/** A liked or disliked track with the fields it can share with others. */
export interface RatedTrackRow {
  id: number;
  original_id: number;
  artist_id: number;
  artist: string;
  title: string;
  themes: string[];
  sentiment: string | null;
  decade: number | null;
  /** Null if its analysis has no vector. */
  model: string | null;
}

const TASTE_COLUMNS = sql`f.themes, f.sentiment, extract(year from f.release_date)::int / 10 * 10 as decade`;

/** The tracks of the given ids that exist. */
export async function findRatedTracks(db: Sql, ids: readonly number[]): Promise<RatedTrackRow[]> {
  return db.query<RatedTrackRow>(sql`
    select t.id, f.original_id, t.artist_id, t.artist, t.title, ${TASTE_COLUMNS}, a.embedding_model as model
    from tracks t join track_facets f on f.track_id = t.id left join analysis_results a on a.id = f.analysis_id
    where t.id = any (${ids}::int[])`);
}

export interface RecommendQuery {
  liked: readonly number[];
  disliked: readonly number[];
  /** The description in words; its model is the one used for comparison. */
  profile: SemanticQuery | null;
  model: string;
  excludedArtists: readonly number[];
  filters: TrackFilters;
  candidates: number;
}

export interface CandidateRow extends TrackRow {
  /** Cosine similarity to the request. */
  relevance: number;
  themes: string[];
  sentiment: string | null;
  decade: number | null;
  /** The most similar liked track; null if none was given. */
  nearest_liked: { id: number; similarity: number } | null;
  /** Cosine similarity to each candidate, in the order of the list. */
  likeness: number[];
}

const EF_SEARCH = 200;
/** Rocchio's weights of the description, the liked and the disliked (Manning et al. 2008, section 9.1.1). */
const WEIGHTS = { profile: 1, liked: 0.75, disliked: 0.15 };

const scaled = (vector: Statement, weight: number): Statement =>
  sql`coalesce((${vector}) * array_fill(${weight}::real, array[${EMBEDDING_DIMENSIONS}::int])::vector,
    array_fill(0::real, array[${EMBEDDING_DIMENSIONS}::int])::vector)`;

const mean = (ids: readonly number[], model: string): Statement => sql`
  select avg(a.analysis_embedding) from track_facets f join analysis_results a on a.id = f.analysis_id
  where f.track_id = any (${ids}::int[]) and a.embedding_model = ${model}::text`;

function centre(q: RecommendQuery): Statement {
  const profile = q.profile === null ? sql`null::vector` : sql`${vectorToSql(q.profile.vector)}::vector`;
  return sql`select l2_normalize(${scaled(profile, WEIGHTS.profile)} + ${scaled(mean(q.liked, q.model), WEIGHTS.liked)}
    - ${scaled(mean(q.disliked, q.model), WEIGHTS.disliked)}) as vector`;
}

function recommendStatement(q: RecommendQuery): Statement {
  const known = [...q.liked, ...q.disliked];
  const scope = {
    filters: q.filters,
    phrases: [],
    languages: [],
    lastId: null,
    others: [
      // Other versions of a song count as the song itself. Passed as an array, because with a subquery for fifty songs
      // the planner would compare every vector instead of using the index.
      sql`t.id <> all (array(select v.track_id from track_facets k join track_facets v on v.original_id = k.original_id
        where k.track_id = any (${known}::int[])))`,
      sql`t.artist_id <> all (${q.excludedArtists}::int[])`,
    ],
  };
  const space = analysisSpace({ vector: sql`select vector from centre`, model: sql`${q.model}::text` });
  return sql`
    with centre as materialized (${centre(q)}),
    ${scopeTables(scope)}, ${nearTables('near', space, scope, q.candidates)},
    list as materialized (
      select near.id, 1 - near.distance as relevance, ${unpacked('a.analysis_embedding')} as vector,
        ${TASTE_COLUMNS},
        row_number() over (order by near.distance, near.id) as place
      from near join track_facets f on f.track_id = near.id join analysis_results a on a.id = f.analysis_id
      where f.original_id = f.track_id),
    -- Unpacked once: each is compared with every candidate.
    liked as materialized (
      select k.track_id, ${unpacked('a.analysis_embedding')} as vector
      from track_facets k join analysis_results a on a.id = k.analysis_id
      where k.track_id = any (${q.liked}::int[]) and a.embedding_model = ${q.model}::text)
    select ${TRACK_COLUMNS}, l.relevance, l.themes, l.sentiment, l.decade,
      (select jsonb_build_object('id', k.track_id, 'similarity', 1 - (k.vector <=> l.vector))
        from liked k order by k.vector <=> l.vector, k.track_id limit 1) as nearest_liked,
      array(select (1 - (o.vector <=> l.vector))::real from list o order by o.place)::real[] as likeness
    from list l join tracks t on t.id = l.id order by l.place`;
}

/** The tracks nearest to what was liked and away from what was disliked, the most relevant first. */
export async function findCandidates(db: Sql, q: RecommendQuery): Promise<CandidateRow[]> {
  const [, rows] = await db.batch([sql`select ${rankingSettings(EF_SEARCH)}`, recommendStatement(q)], {
    readOnly: true,
  });
  return rowsOf<CandidateRow>(rows);
}
