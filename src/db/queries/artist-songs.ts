import { type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { ANALYSIS_OBJECT } from './analyses.ts';

/** A song of an artist with the current analysis of its text. */
export interface ArtistSongRow {
  id: number;
  title: string;
  year: number | null;
  /** The explicit flag given by the source, regardless of the words. */
  explicit: boolean | null;
  themes: string[];
  sentiment: string | null;
  complexity_score: number | null;
  quality_score: number | null;
  /** Null: not analysed. */
  analyzer_type: string | null;
  model_version: string | null;
  prompt_version: string | null;
  engine_version: string | null;
  degraded: boolean | null;
  /** Parts of the analysis, as stored; null: not analysed. */
  measures: unknown;
}

/** Version of the profile format: a change causes all profiles to be recomputed. */
const PROFILE_VERSION = 1;

const HASHED = sql`coalesce(sum(hashtextextended(
  concat_ws(' ', f::text, t.title, t.text_hash, t.embedding_model, standing.embedding_model), 0)), 0)::text`;
const HASHED_FROM = sql`tracks t join track_facets f on f.track_id = t.id
  left join analysis_results standing on standing.id = f.analysis_id`;

/** The format and the engine, which reads the texts for the vocabulary. */
const madeBy = (engineVersion: string): Statement => sql`${`${PROFILE_VERSION}:${engineVersion}:`}::text`;

/** The engine and one order-independent number over everything that an artist's profile is computed from. */
export const sourceHash = (artistId: Statement, engineVersion: string): Statement =>
  sql`(select ${madeBy(engineVersion)} || ${HASHED} from ${HASHED_FROM} where t.artist_id = ${artistId})`;

/** Artists whose profile is missing or outdated, the lowest ids first. Reads a narrow row of every track. */
export async function findStaleArtists(
  db: Sql,
  p: { engineVersion: string; afterId: number; limit: number },
): Promise<number[]> {
  const rows = await db.query<{ artist_id: number }>(sql`
    select t.artist_id from ${HASHED_FROM} left join artist_profiles p on p.artist_id = t.artist_id
    where t.artist_id > ${p.afterId}::int
    group by t.artist_id, p.source_hash having p.source_hash is distinct from ${madeBy(p.engineVersion)} || ${HASHED}
    order by t.artist_id limit ${p.limit}::int`);
  return rows.map((row) => row.artist_id);
}

/** Reads a stored analysis once for all its values, because unpacking it is the expensive part. */
const MEASURES = sql`
  jsonb_build_object(
    'sentiment_score', d.sentiment_score,
    'density', d.rhyme -> 'density', 'malmi', d.rhyme -> 'malmi', 'syllables', d.rhyme -> 'syllables',
    'end', d.rhyme #> '{counts,end}', 'internal', d.rhyme #> '{counts,internal}',
    'chain', d.rhyme #> '{counts,chain}', 'multisyllabic', d.rhyme #> '{counts,multisyllabic}',
    'longest', d.rhyme -> 'longest', 'schemes', coalesce(jsonb_path_query_array(d.rhyme, '$.schemes[*].scheme'), '[]'),
    'syllables_per_line', d.flow #> '{syllables_per_line,mean}', 'regularity', d.flow -> 'regularity',
    'stress_regularity', d.flow -> 'stress_regularity', 'repeated_lines', d.flow -> 'repeated_lines',
    'mtld', d.vocabulary -> 'mtld', 'mattr', d.vocabulary -> 'mattr', 'explicit', d.explicit -> 'rating')`;

/**
 * The songs of an artist in order of release, undated ones last. Includes songs with lyrics; of near-duplicate texts
 * only one, the original if it is the artist's.
 */
export async function findArtistSongs(
  db: Sql,
  p: { artistId: number; engineVersion: string; limit: number },
): Promise<{ sourceHash: string; songs: ArtistSongRow[] }> {
  // The hash comes first: a change between the two statements makes the profile outdated, not wrong.
  const [hashes, songs] = await db.batch([
    sql`select ${sourceHash(sql`${p.artistId}::int`, p.engineVersion)} as hash`,
    sql`
      with mine as (
        select distinct on (f.original_id) t.id, f.analysis_id
        from tracks t join track_facets f on f.track_id = t.id
        where t.artist_id = ${p.artistId}::int and t.lyrics_state = 'ok'
        order by f.original_id, f.original_id <> t.id, t.id)
      select t.id, t.title, extract(year from t.release_date)::int as year, t.explicit,
        coalesce(a.themes, '{}') as themes, a.sentiment, a.complexity_score, a.quality_score, a.analyzer_type,
        a.model_version, a.prompt_version, a.engine_version, a.degraded, d.measures
      from mine join tracks t on t.id = mine.id left join analysis_results a on a.id = mine.analysis_id
      left join lateral (
        select ${MEASURES} as measures from jsonb_to_record(${ANALYSIS_OBJECT})
          as d(sentiment_score jsonb, rhyme jsonb, flow jsonb, vocabulary jsonb, explicit jsonb)
      ) d on jsonb_typeof(a.analysis_data) = 'object'
      order by t.release_date nulls last, t.id limit ${p.limit}::int`,
  ]);
  return {
    sourceHash: String(hashes?.[0]?.hash),
    songs: rowsOf<ArtistSongRow>(songs),
  };
}

/** The texts of tracks, in the order of the ids; a track that has lost its lyrics in the meantime is left out. */
export async function findLyrics(db: Sql, ids: readonly number[]): Promise<string[]> {
  const rows = await db.query<{ lyrics: string }>(sql`
    select lyrics from tracks where id = any (${ids}::int[]) and lyrics is not null
    order by array_position(${ids}::int[], id)`);
  return rows.map(({ lyrics }) => lyrics);
}
