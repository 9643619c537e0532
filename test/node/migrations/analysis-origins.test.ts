import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPostgres, startPostgres } from '../../../scripts/local/postgres/server.ts';
import { migrate } from '../../../scripts/migrate.ts';
import { connectTo } from '../../support/neon-client.ts';

const SCHEMA = 'origins';
const MIGRATIONS = readdirSync(join(import.meta.dirname, '../../../migrations')).sort();
const BEFORE = MIGRATIONS.findIndex((file) => file.endsWith('_analysis_origin.sql'));

/** An analysis as stored when the first caller created the row. */
interface OldRow {
  name: string;
  text: string;
  track?: number;
  analyzer?: string;
  temperature?: number;
  degraded?: boolean;
  failed?: boolean;
  vector?: boolean;
}

/** In order of creation. The texts `a` to `g` belong to tracks, `g` to two of them. */
const ROWS: OldRow[] = [
  { name: 'own', text: 'a', track: 1, analyzer: 'qwen', temperature: 0.1, vector: true },
  { name: 'posted over own', text: 'a' },
  { name: 'posted by another temperature', text: 'a', analyzer: 'qwen', temperature: 0.9 },
  { name: 'posted first', text: 'b', analyzer: 'qwen', temperature: 0.1 },
  { name: 'posted later', text: 'b' },
  { name: 'posted alone', text: 'c', analyzer: 'hybrid', temperature: 0.1 },
  { name: 'own of the engine', text: 'd', track: 4, vector: true },
  { name: 'taken over by the catalogue', text: 'd', analyzer: 'qwen', temperature: 0.1 },
  { name: 'posted beside the engine', text: 'e' },
  { name: 'own, degraded', text: 'e', track: 5, analyzer: 'stand-in', degraded: true, vector: true },
  { name: 'posted and failed', text: 'f', analyzer: 'qwen', temperature: 0.1, failed: true },
  { name: 'posted stand-in', text: 'f', degraded: true },
  { name: 'of two tracks', text: 'g' },
  { name: 'of nobody', text: 'z', analyzer: 'qwen', temperature: 0.1 },
  { name: 'of an earlier text', text: 'earlier', track: 1, analyzer: 'qwen', temperature: 0.1 },
  { name: 'of a text that moved', text: 'g', track: 1, analyzer: 'qwen', temperature: 0.5, failed: true },
];

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const insertOf = (
  { name, text, track, analyzer = 'algorithmic', temperature = 0, ...row }: OldRow,
  i: number,
) => `
  insert into analysis_results (track_id, text_hash, analyzer_type, model_version, temperature, status, degraded,
    analysis_data, themes, analysis_embedding, embedding_model, created_at)
  values (${track ?? 'null'}, '${text}', '${analyzer}', 'm', ${temperature}, '${row.failed ? 'failed' : 'done'}',
    ${row.degraded ?? false}, '{}', array[${quoted(name)}], ${row.vector ? 'array_fill(0.1, array[512])::vector' : 'null'},
    ${row.vector ? "'e'" : 'null'}, timestamptz '2026-01-01' + interval '${i} hours')`;

let server: LocalPostgres;
const query = (text: string) => connectTo(server, `?schema=${SCHEMA}`).query(text);

beforeAll(async () => {
  server = await startPostgres({});
  await connectTo(server, '').query('create extension if not exists vector');
  await migrate(server.migrationUrl, { schema: SCHEMA, count: BEFORE });
  await query(`insert into artists (name) values ('Mara Lune')`);
  for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'g'])
    await query(`insert into tracks (artist_id, source, artist, title, lyrics, lyrics_state, text_hash)
      values (1, 'import', 'Mara Lune', 'Song ${text}', 'words', 'ok', '${text}')`);
  for (const [i, row] of ROWS.entries()) await query(insertOf(row, i));
  await migrate(server.migrationUrl, { schema: SCHEMA });
}, 120_000);
afterAll(() => server.close());

describe('analyses stored before the origin column existed', () => {
  it('become catalogue rows when the catalogue made them, or used them and has no other', async () => {
    const rows = await query(
      `select themes[1] as name, track_id, artist, title from analysis_results where origin = 'catalogue' order by id`,
    );
    const titled = (name: string, id: number, title: string | null) => ({
      name,
      track_id: id,
      artist: 'Mara Lune',
      title,
    });
    expect(rows).toEqual([
      titled('own', 1, 'Song a'),
      titled('posted first', 2, 'Song b'),
      titled('posted alone', 3, 'Song c'),
      titled('own of the engine', 4, 'Song d'),
      titled('taken over by the catalogue', 4, 'Song d'),
      titled('own, degraded', 5, 'Song e'),
      titled('posted stand-in', 6, 'Song f'),
      titled('of two tracks', 7, 'Song g'),
      titled('of an earlier text', 1, 'Song a'),
      titled('of a text that moved', 7, 'Song g'),
    ]);
  });

  it('leave every track with an analysis, its own where it has one', async () => {
    const rows = await query(`
      select f.track_id, f.themes[1] as name, a.analysis_embedding is not null as vector
      from track_facets f left join analysis_results a on a.id = f.analysis_id order by 1`);
    expect(rows).toEqual([
      { track_id: 1, name: 'own', vector: true },
      { track_id: 2, name: 'posted first', vector: false },
      { track_id: 3, name: 'posted alone', vector: false },
      { track_id: 4, name: 'taken over by the catalogue', vector: false },
      { track_id: 5, name: 'own, degraded', vector: true },
      { track_id: 6, name: 'posted stand-in', vector: false },
      { track_id: 7, name: 'of two tracks', vector: false },
      { track_id: 8, name: 'of two tracks', vector: false },
    ]);
  });

  it('are all kept, those of other origin without a track', async () => {
    const rows = await query(
      `select count(*)::int as n, count(track_id)::int as tracks from analysis_results`,
    );
    expect(rows).toEqual([{ n: ROWS.length, tracks: 10 }]);
    const adHoc = await query(
      `select track_id from analysis_results where origin = 'ad_hoc' and track_id is not null`,
    );
    expect(adHoc).toEqual([]);
  });
});
