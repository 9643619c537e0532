import { sql } from '../../src/db/client.ts';
import { findSimilarTexts } from '../../src/db/queries/track-writes.ts';
import { importTracks } from '../../src/services/import/import-tracks.ts';
import { reindexHashes } from '../../src/services/ingest/reindex-hashes.ts';
import { generateArtist } from '../local/sites/generated-artist.ts';
import type { OperatorContext } from '../operator-context.ts';

const FILL = 2000;

export interface DedupeBench {
  tracks: number;
  lookups: number;
  /** The path is the same for any Redis behind the endpoint: HTTP to the shim and back. */
  redis: Timing;
  postgres_hash: Timing;
  postgres_near: Timing;
  disagreements: number;
}

interface Timing {
  p50_ms: number;
  p95_ms: number;
}

interface Sample {
  id: number;
  lyrics_hash: string;
  lyrics_bands: number[];
}

const percentile = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));

function timing(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50_ms: percentile(sorted, 0.5), p95_ms: percentile(sorted, 0.95) };
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const value = await work();
  times.push(performance.now() - started);
  return value;
}

/** Randomly generated songs, for a data folder without songs. */
async function fill(ctx: OperatorContext['ctx'], songs: number): Promise<void> {
  const artist = generateArtist({ name: 'Bench Artist', songs });
  const rows = artist.songs.map(({ title, lyrics }, i) => ({
    line: i + 1,
    row: { artist: artist.name, title, lyrics },
  }));
  await importTracks(ctx, rows, { source: 'bench' });
}

/**
 * Looks up stored songs alternately in Redis and in Postgres (by hash alone, and with the search for near-duplicates
 * that follows a miss), so that other load on the machine affects all of them equally.
 */
export async function benchDedupe(ctx: OperatorContext['ctx'], lookups: number): Promise<DedupeBench> {
  if ((await reindexHashes(ctx)) === 0) await fill(ctx, FILL);
  const tracks = await reindexHashes(ctx);
  const samples = await ctx.sql.query<Sample>(sql`
    select id, lyrics_hash, lyrics_bands from tracks where lyrics_hash is not null and duplicate_of is null
    order by md5(id::text) limit ${lookups}::int`);
  const redis: number[] = [];
  const byHash: number[] = [];
  const near: number[] = [];
  let disagreements = 0;
  for (const { lyrics_hash: lyricsHash, lyrics_bands: bands } of samples) {
    const known = await timed(redis, () => ctx.songHashes.find(lyricsHash));
    const rows = await timed(byHash, () =>
      ctx.sql.query<{ id: number }>(
        sql`select id from tracks where lyrics_hash = ${lyricsHash}::text and duplicate_of is null`,
      ),
    );
    await timed(near, () =>
      findSimilarTexts(ctx.sql, { lyricsHash, bands, exceptGeniusId: null, exceptSourceKey: null }),
    );
    if (!rows.some((row) => row.id === known)) disagreements += 1;
  }
  return {
    tracks,
    lookups: samples.length,
    redis: timing(redis),
    postgres_hash: timing(byHash),
    postgres_near: timing(near),
    disagreements,
  };
}
