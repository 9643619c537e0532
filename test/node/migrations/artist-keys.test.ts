import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPostgres, startPostgres } from '../../../scripts/local/postgres/server.ts';
import { migrate } from '../../../scripts/migrate.ts';
import { connectTo } from '../../support/neon-client.ts';

const SCHEMA = 'keys';
const MIGRATIONS = readdirSync(join(import.meta.dirname, '../../../migrations')).sort();
const BEFORE = MIGRATIONS.findIndex((file) => file.endsWith('_artist_keys.sql'));

let server: LocalPostgres;
const query = (text: string) => connectTo(server, `?schema=${SCHEMA}`).query(text);

// Written as escapes: U+2010 is a hyphen, U+2019 an apostrophe.
const ARTISTS = `
  insert into artists (name, genius_id, watched, priority, spotify_id, url) values
    ('HEL-Z', null, false, 5, null, 'old'),
    (U&'HEL\\2010Z', null, true, 3, 's1', 'new'),
    ('Zoe', null, false, 5, null, null),
    (U&'Zo\\00EB', 7, false, 5, null, null),
    (U&'ZO\\00CB', null, true, 2, 's2', 'zoe'),
    ('Same', 8, false, 5, null, null),
    ('same', 9, false, 5, null, null),
    (U&'O\\2019Neal', null, false, 5, null, null),
    ('O''Neal', null, false, 5, null, null),
    (U&'\\00A5$', null, false, 5, null, null),
    ('$$', null, false, 5, null, null)`;

beforeAll(async () => {
  server = await startPostgres({});
  await connectTo(server, '').query('create extension if not exists vector');
  await migrate(server.migrationUrl, { schema: SCHEMA, count: BEFORE });
  await query(ARTISTS);
  await query(`insert into tracks (artist_id, source, artist, title, lyrics_state)
    select id, 'import', name, 'Song', 'untranscribed' from artists`);
  await query(`insert into albums (artist_id, name) select id, name from artists`);
  await query(
    `insert into ingest_runs (artist_id, trigger) select id, 'cli' from artists where id in (1, 2, 5)`,
  );
  await query(`insert into artist_aliases (name, artist_id) values ('Helz', 2), (U&'H\\00E9lz', 1)`);
  await migrate(server.migrationUrl, { schema: SCHEMA });
}, 120_000);
afterAll(() => server.close());

describe('artists stored under several spellings of one name', () => {
  it('become one: that with a Genius id, or the oldest; what both knew is kept', async () => {
    expect(
      await query('select id, name, genius_id, watched, priority, spotify_id, url from artists order by id'),
    ).toMatchObject([
      { id: 1, name: 'HEL-Z', genius_id: null, watched: true, priority: 3, spotify_id: 's1', url: 'old' },
      { id: 4, name: 'Zoë', genius_id: 7, watched: true, priority: 2, spotify_id: 's2', url: 'zoe' },
      { id: 6, genius_id: 8 },
      { id: 7, genius_id: 9 },
      { id: 8, name: 'O’Neal' },
      { id: 10, name: '¥$' },
      { id: 11, name: '$$' },
    ]);
  });

  it('keep every song, album and run, and one open run each', async () => {
    const counts = await query(
      'select artist_id, count(*)::int as n from tracks group by artist_id order by artist_id',
    );
    expect(counts.map(({ artist_id, n }) => [artist_id, n])).toEqual([
      [1, 2],
      [4, 3],
      [6, 1],
      [7, 1],
      [8, 2],
      [10, 1],
      [11, 1],
    ]);
    expect(await query('select count(*)::int as n from albums where artist_id in (1, 4)')).toEqual([
      { n: 5 },
    ]);
    expect(await query('select artist_id, status from ingest_runs order by id')).toEqual([
      { artist_id: 1, status: 'listing' },
      { artist_id: 1, status: 'failed' },
      { artist_id: 4, status: 'listing' },
    ]);
  });

  it('keep one alias of a spelling', async () => {
    expect(await query('select name, artist_id from artist_aliases')).toEqual([
      { name: 'Helz', artist_id: 1 },
    ]);
  });
});
