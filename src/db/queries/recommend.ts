import { type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { EMBEDDING_DIMENSIONS } from '../vectors.ts';
import { analysisSpace, lyricsSpace, nearTables, rankingSettings, unpacked } from './near-tracks.ts';
import type { TrackFilters } from './track-filters.ts';
import { scopeTables, type TrackScope } from './track-scope.ts';
import { TRACK_COLUMNS, type TrackRow } from './tracks.ts';

/** What songs can have in common, by their current analyses and their tags. */
export interface TasteRow {
  id: number;
  artist_id: number;
  artist: string;
  title: string;
  language: string | null;
  themes: string[];
  /** The dominant feeling and those that are felt clearly. */
  feelings: string[];
  tone: string | null;
  sentiment: string | null;
  decade: number | null;
  tags: string[];
}

/** A liked or disliked track; the model is null if its analysis has no vector. */
export interface RatedTrackRow extends TasteRow {
  model: string | null;
}

/** A score from which on a feeling is one of the song's. */
const FELT = 0.3;

const FEELINGS = sql`array(
  select a.analysis_data #>> '{emotional_profile,dominant}' where a.analysis_data #>> '{emotional_profile,dominant}' is not null
  union
  select key from jsonb_each(case when jsonb_typeof(a.analysis_data #> '{emotional_profile,scores}') = 'object'
    then a.analysis_data #> '{emotional_profile,scores}' else '{}' end)
  where jsonb_typeof(value) = 'number' and value::text::float8 >= ${FELT}::float8)`;
const TASTE_COLUMNS = sql`f.themes, ${FEELINGS} as feelings, a.analysis_data #>> '{style,tone}' as tone, f.sentiment,
  extract(year from f.release_date)::int / 10 * 10 as decade,
  array(select tag from track_tags where track_id = f.track_id order by tag) as tags`;

/** The tracks of the given ids that exist. */
export async function findRatedTracks(db: Sql, ids: readonly number[]): Promise<RatedTrackRow[]> {
  return db.query<RatedTrackRow>(sql`
    select t.id, t.artist_id, t.artist, t.title, t.language, ${TASTE_COLUMNS}, a.embedding_model as model
    from tracks t join track_facets f on f.track_id = t.id left join analysis_results a on a.id = f.analysis_id
    where t.id = any (${ids}::int[])`);
}

export interface RecommendQuery {
  liked: readonly number[];
  disliked: readonly number[];
  /** Songs that a description found; they are compared like those near to the liked ones. */
  found: readonly number[];
  model: string;
  excludedArtists: readonly number[];
  filters: TrackFilters;
  candidates: number;
}

export interface CandidateRow extends TrackRow, Omit<TasteRow, keyof TrackRow> {
  /** Cosine similarities to what is liked and away from what is disliked; null without vectors. */
  by_analysis: number | null;
  by_lyrics: number | null;
  /** The most similar liked track; null if none was given. */
  nearest_liked: { id: number; similarity: number } | null;
  /** Cosine similarity to each candidate, in the order of the list; null where one has no vector. */
  likeness: (number | null)[];
}

const EF_SEARCH = 200;
/** Rocchio's weights of the liked and the disliked (Manning et al. 2008, section 9.1.1). */
const WEIGHTS = { liked: 0.75, disliked: 0.15 };

const scaled = (vector: Statement, weight: number): Statement =>
  sql`coalesce((${vector}) * array_fill(${weight}::real, array[${EMBEDDING_DIMENSIONS}::int])::vector,
    array_fill(0::real, array[${EMBEDDING_DIMENSIONS}::int])::vector)`;

type MeanOf = (ids: readonly number[]) => Statement;

const centre = ({ liked, disliked }: RecommendQuery, meanOf: MeanOf): Statement => sql`
  select case when liked is not null or disliked is not null
    then l2_normalize(${scaled(sql`liked`, WEIGHTS.liked)} - ${scaled(sql`disliked`, WEIGHTS.disliked)}) end
  from (select (${meanOf(liked)}) as liked, (${meanOf(disliked)}) as disliked) means`;

const meanAnalysis =
  (model: string): MeanOf =>
  (ids) =>
    sql`
    select avg(a.analysis_embedding) from track_facets f join analysis_results a on a.id = f.analysis_id
    where f.track_id = any (${ids}::int[]) and a.embedding_model = ${model}::text`;
const meanLyrics =
  (model: string): MeanOf =>
  (ids) =>
    sql`
    select avg(lyrics_embedding) from tracks where id = any (${ids}::int[]) and embedding_model = ${model}::text`;

/** Conditions on `tracks t`: neither a given song, nor another version of one, nor by an excluded artist. */
export function newToListener(known: readonly number[], excludedArtists: readonly number[]): Statement[] {
  return [
    // Passed as an array, because with a subquery for fifty songs the planner would compare every vector instead of
    // using the index.
    sql`t.id <> all (array(select v.track_id from track_facets k join track_facets v on v.original_id = k.original_id
      where k.track_id = any (${known}::int[])))`,
    sql`t.artist_id <> all (${excludedArtists}::int[])`,
  ];
}

/** Common tables that end in `near(id)`: the songs nearest to the liked ones, by what is said of them and by their words. */
function nearLiked(q: RecommendQuery): Statement {
  if (q.liked.length === 0) return sql`near as materialized (select null::int as id where false)`;
  const others = newToListener([...q.liked, ...q.disliked], q.excludedArtists);
  const scope: TrackScope = { filters: q.filters, phrases: [], languages: [], lastId: null, others };
  const probe = (vector: Statement) => ({ vector, model: sql`${q.model}::text` });
  return sql`
    ${scopeTables(scope)},
    ${nearTables('near_analysis', analysisSpace(probe(sql`select analysis from centres`)), scope, q.candidates)},
    ${nearTables('near_lyrics', lyricsSpace(probe(sql`select lyrics from centres`)), scope, q.candidates)},
    near as materialized (select id from near_analysis union select id from near_lyrics)`;
}

function recommendStatement(q: RecommendQuery): Statement {
  return sql`
    with centres as materialized (
      select (${centre(q, meanAnalysis(q.model))}) as analysis, (${centre(q, meanLyrics(q.model))}) as lyrics),
    ${nearLiked(q)},
    list as materialized (
      select chosen.id, ${TASTE_COLUMNS}, row_number() over (order by chosen.id) as place,
        case when a.embedding_model = ${q.model}::text then ${unpacked('a.analysis_embedding')} end as vector,
        case when t.embedding_model = ${q.model}::text
          then 1 - (t.lyrics_embedding <=> (select lyrics from centres)) end as by_lyrics
      from (select id from near union select unnest(${q.found}::int[])) chosen
      join tracks t on t.id = chosen.id join track_facets f on f.track_id = chosen.id
      left join analysis_results a on a.id = f.analysis_id
      where f.original_id = f.track_id),
    -- Unpacked once: each is compared with every candidate.
    liked as materialized (
      select k.track_id, ${unpacked('a.analysis_embedding')} as vector
      from track_facets k join analysis_results a on a.id = k.analysis_id
      where k.track_id = any (${q.liked}::int[]) and a.embedding_model = ${q.model}::text)
    select ${TRACK_COLUMNS}, l.themes, l.feelings, l.tone, l.sentiment, l.decade, l.tags, l.by_lyrics,
      1 - (l.vector <=> (select analysis from centres)) as by_analysis,
      (select jsonb_build_object('id', k.track_id, 'similarity', 1 - (k.vector <=> l.vector))
        from liked k where l.vector is not null order by k.vector <=> l.vector, k.track_id limit 1) as nearest_liked,
      array(select (1 - (o.vector <=> l.vector))::real from list o order by o.place)::real[] as likeness
    from list l join tracks t on t.id = l.id order by l.place`;
}

/** Songs found by a description, and songs nearest to what was liked and away from what was disliked, by id. */
export async function findCandidates(db: Sql, q: RecommendQuery): Promise<CandidateRow[]> {
  const [, rows] = await db.batch([sql`select ${rankingSettings(EF_SEARCH)}`, recommendStatement(q)], {
    readOnly: true,
  });
  return rowsOf<CandidateRow>(rows);
}
