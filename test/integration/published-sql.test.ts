import { beforeAll, describe, expect, it } from 'vitest';
import { type Row, sql } from '../../src/db/client.ts';
import { vectorToSql } from '../../src/db/vectors.ts';
import { type KnownSong, knownSongs, storeKnownSongs } from '../support/search-catalogue.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';

const songs = knownSongs(40);
const AUDIO_DIMENSIONS = 12;
const [probe] = songs as [KnownSong];
const sound = ({ vector }: KnownSong) => vector.slice(0, AUDIO_DIMENSIONS);
const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((x, i) => x - (b[i] ?? 0)));
const cosine = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline();
  await storeKnownSongs(barline.sql, songs, 'm');
  await barline.sql.batch(
    songs.flatMap((song) => [
      sql`update tracks set audio_embedding = ${vectorToSql(sound(song))}::vector where id = ${song.id}::int`,
      sql`update analysis_results set artist = ${song.artist}::text, title = ${song.title}::text,
        analysis_embedding = ${vectorToSql(song.vector)}::vector, embedding_model = 'm' where track_id = ${song.id}::int`,
    ]),
  );
});

/** A statement as written, and its parameters separately. */
const run = (text: string, ...params: unknown[]): Promise<Row[]> => barline.sql.query({ text, params });

/** The statements that were published for this schema's names, word for word but for their literals and parameters. */
describe('the published SQL', () => {
  it('finds similar tracks by lyrics', async () => {
    const literal = `vector('${vectorToSql(probe.vector)}')`;
    const rows = await run(`SELECT title, artist, lyrics_embedding <=> ${literal} AS similarity
FROM tracks
ORDER BY lyrics_embedding <=> ${literal}
LIMIT 10;`);
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({ title: probe.title, artist: probe.artist });
    const distances = rows.map(({ similarity }) => Number(similarity));
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });

  it('finds pairs of tracks within an audio distance', async () => {
    const rows = await run(`SELECT t1.title, t2.title, t1.audio_embedding <-> t2.audio_embedding AS distance
FROM tracks t1, tracks t2
WHERE t1.id != t2.id AND t1.audio_embedding <-> t2.audio_embedding < 0.15
ORDER BY distance LIMIT 20;`);
    const close = songs
      .flatMap((one) =>
        songs.filter((other) => other !== one).map((other) => distance(sound(one), sound(other))),
      )
      .filter((apart) => apart < 0.15)
      .sort((a, b) => a - b);
    expect(close.length).toBeGreaterThan(2);
    expect(rows).toHaveLength(Math.min(20, close.length));
    for (const [i, row] of rows.entries()) expect(Number(row.distance)).toBeCloseTo(close[i] ?? 0, 4);
  });

  it('matches analyses with the preferences of a person', async () => {
    const rows = await run(
      `SELECT title, artist, analysis_embedding <=> $1 AS match_score
FROM analysis_results
WHERE analysis_embedding <=> $1 < 0.8
ORDER BY match_score;`,
      vectorToSql(probe.vector),
    );
    const near = songs.filter(({ vector }) => 1 - cosine(vector, probe.vector) < 0.8);
    expect(rows).toHaveLength(near.length);
    expect(rows[0]).toMatchObject({ title: probe.title, artist: probe.artist });
  });
});
