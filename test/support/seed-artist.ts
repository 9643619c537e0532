import { type Sql, sql } from '../../src/db/client.ts';
import { vectorToSql } from '../../src/db/vectors.ts';
import { sha256Hex } from '../../src/lib/hash.ts';

export interface SeededSong {
  artist: string;
  title: string;
  lyrics: string;
  date?: string | null;
  album?: string;
  duplicateOf?: number;
  /** The first numbers of its vector; the rest is 0. Absent: none. */
  vector?: readonly number[];
  analysis?: SeededAnalysis;
}

export interface SeededAnalysis {
  themes?: readonly string[];
  sentiment?: string;
  degraded?: boolean;
  model?: string;
  data?: Record<string, unknown>;
}

export const MODEL = 'made-up-model';
const DIMENSIONS = 512;

const vectorOf = (front: readonly number[]): string =>
  vectorToSql([...front, ...Array.from({ length: DIMENSIONS - front.length }, () => 0)]);

/** Stores a song with the given vector and analysis, so that the expected counts are known. */
export async function seedSong(db: Sql, song: SeededSong): Promise<number> {
  const hash = await sha256Hex(song.lyrics);
  const vector = song.vector === undefined ? null : vectorOf(song.vector);
  const [, rows] = await db.batch([
    sql`insert into artists (name) values (${song.artist}::text) on conflict do nothing`,
    sql`
      insert into tracks (artist_id, source, artist, title, album, release_date, language, lyrics, lyrics_state, text_hash,
        duplicate_of, lyrics_embedding, embedding_model, embedding_status)
      select id, 'import', name, ${song.title}::text, ${song.album ?? null}::text, ${song.date ?? null}::date, 'en',
        ${song.lyrics}::text, 'ok', ${hash}::text, ${song.duplicateOf ?? null}::int, ${vector}::vector,
        ${vector === null ? null : MODEL}::text, 'done'
      from artists where name = ${song.artist}::text returning id`,
  ]);
  if (song.analysis !== undefined)
    await seedAnalysis(db, { hash, trackId: Number(rows?.[0]?.id) }, song.analysis);
  return Number(rows?.[0]?.id);
}

export async function seedAnalysis(
  db: Sql,
  of: { hash: string; trackId: number },
  { themes = [], sentiment = 'neutral', degraded = false, model = 'engine', data = {} }: SeededAnalysis,
): Promise<void> {
  await db.query(sql`
    insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, themes, sentiment, degraded,
      analysis_data)
    values ('catalogue', ${of.trackId}::int, ${of.hash}::text, 'algorithmic', ${model}::text, 'done', ${themes}::text[],
      ${sentiment}::text, ${degraded}::boolean, ${JSON.stringify(data)}::jsonb)`);
}
