import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeKept, type ExportOptions, toInput, writeTexts } from '../../../scripts/commands/export.ts';
import { openRows } from '../../../scripts/import/open-rows.ts';
import { followRows } from '../../../scripts/last-row.ts';
import { startPostgres } from '../../../scripts/local/postgres/server.ts';
import { migrate } from '../../../scripts/migrate.ts';
import { createSql, type Sql, sql } from '../../../src/db/client.ts';
import { NO_FILTERS } from '../../../src/db/queries/track-filters.ts';
import { exportTracks } from '../../../src/services/export/export-tracks.ts';

const SONGS = 30;
const LYRICS = 'A line, "quoted"\n- a dash leads the second\n\n=SUM(A1)';

let db: Sql;
let folder: string;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-export-'));
  const postgres = await startPostgres({});
  ends.push(
    () => postgres.close(),
    () => rm(folder, { recursive: true, force: true }),
  );
  await migrate(postgres.migrationUrl);
  db = createSql({ url: postgres.databaseUrl, fetchEndpoint: postgres.fetchEndpoint });
  await db.batch([
    sql`insert into artists (name) values ('-Ø, "the Quill"')`,
    sql`insert into tracks (artist_id, source, artist, title, lyrics, lyrics_state, text_hash)
      select a.id, 'import', a.name, 'Title ' || n || e'\r\nof two lines', ${LYRICS}::text || n, 'ok', 'hash' || n
      from artists a, generate_series(1, ${SONGS}::int) n`,
  ]);
}, 60_000);
afterAll(async () => {
  for (const end of ends) await end();
});

async function write(options: Partial<ExportOptions> & { out: string }): Promise<void> {
  const all: ExportOptions = { format: 'ndjson', after: 0, ...options };
  const ctx = { sql: db, config: { publicLyrics: false }, actor: { type: 'operator' } } as Parameters<
    typeof exportTracks
  >[0];
  await writeTexts(await exportTracks(ctx, { ...toInput(all), filters: NO_FILTERS, lyrics: true }), all);
}

describe('an exported file', () => {
  it('can be imported with the same artists, titles and texts', async () => {
    const out = join(folder, 'all.csv');
    await write({ out, format: 'csv' });
    const rows: Record<string, unknown>[] = [];
    for await (const line of (await openRows(out)).rows) {
      if (!('row' in line)) throw new Error(line.reason);
      rows.push(line.row as Record<string, unknown>);
    }
    expect(rows).toHaveLength(SONGS);
    expect(rows[0]).toMatchObject({
      artist: `-Ø, "the Quill"`,
      title: 'Title 1\r\nof two lines',
      lyrics: `${LYRICS}1`,
    });
  });

  it('that was cut off is completed by continuing after its last complete row', async () => {
    const [whole, cut] = [join(folder, 'whole.ndjson'), join(folder, 'cut.ndjson')];
    await write({ out: whole });
    const expected = await readFile(whole, 'utf8');
    await write({ out: cut, limit: 12 });
    const text = await readFile(cut, 'utf8');
    // The file as a broken connection leaves it, then without the incomplete row.
    const kept = text.slice(0, text.slice(0, -40).lastIndexOf('\n') + 1);
    await truncate(cut, Buffer.byteLength(kept));
    const last = JSON.parse(kept.trimEnd().split('\n').at(-1) ?? '') as { id: number };
    await write({ out: cut, after: last.id });
    expect(await readFile(cut, 'utf8')).toBe(expected);
  });

  it('that is interrupted ends with a complete row and names it', async () => {
    const out = join(folder, 'stopped.ndjson');
    const stop = new AbortController();
    const last = followRows('ndjson');
    async function* pieces() {
      yield '{"id":7,"title":"a"}\n{"id":9,"title":"b"}\n';
      stop.abort();
      yield '{"id":12,"title":"c"}\n';
    }
    await writeTexts(pieces(), { format: 'ndjson', out, after: 0 }, { signal: stop.signal, last });
    expect((await readFile(out, 'utf8')).trimEnd().split('\n')).toHaveLength(2);
    expect(describeKept(last, { out, after: 0 })).toBe(
      `Interrupted: 2 whole rows are in ${out}. Go on with --after 9, which appends to the file.`,
    );
  });

  it('as CSV has one header after being continued', async () => {
    const [whole, parts] = [join(folder, 'whole.csv'), join(folder, 'parts.csv')];
    await write({ out: whole, format: 'csv' });
    await write({ out: parts, format: 'csv', limit: 10 });
    const [row] = await db.query<{ id: number }>(sql`select id from tracks order by id limit 1 offset 9`);
    await write({ out: parts, format: 'csv', after: row?.id ?? 0 });
    expect(await readFile(parts, 'utf8')).toBe(await readFile(whole, 'utf8'));
  });
});
