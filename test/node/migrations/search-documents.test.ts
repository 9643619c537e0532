import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalPostgres, startPostgres } from '../../../scripts/local/postgres/server.ts';
import { migrate } from '../../../scripts/migrate.ts';
import { connectTo } from '../../support/neon-client.ts';

const SCHEMA = 'filled';
const MIGRATIONS = readdirSync(join(import.meta.dirname, '../../../migrations')).sort();
const BEFORE = MIGRATIONS.findIndex((file) => file.endsWith('_search_documents.sql'));

let server: LocalPostgres;
const query = (text: string) => connectTo(server, `?schema=${SCHEMA}`).query(text);

beforeAll(async () => {
  server = await startPostgres({});
  await connectTo(server, '').query('create extension if not exists vector');
  await migrate(server.migrationUrl, { schema: SCHEMA, count: BEFORE });
  await query(`insert into artists (name) values ('Marlow Vane')`);
  await query(
    `insert into tracks (artist_id, source, artist, title, lyrics_state)
      select 1, 'import', 'Marlow Vane', 'Song ' || n, 'untranscribed' from generate_series(1, 3) n`,
  );
  await query(`insert into track_tags (track_id, tag) values (2, 'drum-and-bass')`);
  await migrate(server.migrationUrl, { schema: SCHEMA });
}, 120_000);
afterAll(() => server.close());

it('songs that were stored before can be searched by their tags', async () => {
  const found = `select id from tracks where search_vector @@ plainto_tsquery('english', 'drum and bass')`;
  expect(await query(found)).toEqual([{ id: 2 }]);
});
