import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateArtist } from '../../../../scripts/local/sites/generated-artist.ts';
import { artistIdOf } from '../../../../scripts/local/sites/site-songs.ts';
import { sql } from '../../../../src/db/client.ts';
import { bindArtist, upsertArtist } from '../../../../src/db/queries/artist-identity.ts';
import { nextCause } from '../../../../src/lib/failure-cause.ts';
import { markJobFailed } from '../../../../src/services/dead-letters/mark-job-failed.ts';
import { importTracks } from '../../../../src/services/import/import-tracks.ts';
import { listIngestRuns } from '../../../../src/services/ingest/list-runs.ts';
import { watchArtist } from '../../../../src/services/ingest/watch-artist.ts';
import { watchArtists } from '../../../../src/services/ingest/watch-artists.ts';
import { type PipelineWorld, startPipeline } from '../../../support/pipeline-world.ts';

const SONGS = 2;
const NAMES = ['The Notable B.I.T.', 'Both At Once', 'Imp Ort', 'Chan Ged', 'Old Twin', 'Lister Lost'];
let world: PipelineWorld;

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => {
  world = await startPipeline(NAMES.map((name) => generateArtist({ name, songs: SONGS })));
}, 120_000);
afterAll(() => world?.close());

const watch = (name: string, more: { geniusId?: number; priority?: number } = {}) =>
  watchArtist(world.ctx, {
    name,
    geniusId: more.geniusId ?? null,
    priority: more.priority ?? null,
    songLimit: null,
    trigger: 'cli',
  });
const scrape = async (name: string) => {
  const { run } = await watch(name);
  await world.drain();
  const { items } = await listIngestRuns(world.ctx, { limit: 50, cursor: null });
  return items.find((item) => item.id === run.id);
};
interface Row {
  id: number;
  name: string;
  genius_id: number | null;
  watched: boolean;
  priority: number;
  aliases: string[];
}
const artistsLike = (pattern: string) =>
  world.ctx.sql.query<Row>(sql`
    select a.id, a.name, a.genius_id, a.watched, a.priority,
      array(select x.name from artist_aliases x where x.artist_id = a.id order by 1) as aliases
    from artists a where a.name ilike ${pattern}::text order by a.id`);

describe('another spelling of an artist', () => {
  it('is merged into the artist when its search finds the same id, and can then be used for watching', async () => {
    const name = 'The Notable B.I.T.';
    await scrape(name);
    const [artist] = await artistsLike('%notable%');
    const joined = await scrape('Notable B.I.T.');
    expect(world.later).toEqual([]);
    expect(joined).toMatchObject({
      status: 'done',
      artist: name,
      artist_id: artist?.id,
      counts: { unchanged: SONGS },
    });
    const id = artistIdOf(name);
    const row = { id: artist?.id, name, genius_id: id, aliases: ['Notable B.I.T.'] };
    expect(await artistsLike('%notable%')).toMatchObject([row]);
    expect((await watch('notable b.i.t.')).artist_id).toBe(artist?.id);
    expect(
      await watchArtists(world.ctx, { names: ['NOTABLE B.I.T.'], priority: null, spreadHours: 1 }),
    ).toEqual({
      added: 0,
      known: 1,
    });
    await importTracks(
      world.ctx,
      [{ line: 1, row: { artist: 'Notable B.I.T.', title: 'Hat', lyrics: 'a hat on a peg' } }],
      {
        source: 'file',
      },
    );
    expect(await artistsLike('%notable%')).toHaveLength(1);
    await world.drain();
  });

  it('keeps due time, songs, albums and runs when its row is merged', async () => {
    const name = 'Imp Ort';
    await importTracks(
      world.ctx,
      [{ line: 1, row: { artist: 'Impp Ort', title: 'Ladle', lyrics: 'a ladle in the soup of it' } }],
      { source: 'file' },
    );
    await scrape(name);
    await watch('Impp Ort', { priority: 1 });
    await world.drain();
    const rows = await artistsLike('imp%');
    expect(rows).toMatchObject([{ name, watched: true, priority: 1, aliases: ['Impp Ort'] }]);
    const songs = await world.ctx.sql.query(
      sql`select distinct artist_id from tracks where artist in ('Impp Ort', 'Imp Ort')`,
    );
    expect(songs).toEqual([{ artist_id: rows[0]?.id }]);
  });

  it('becomes the same artist when both are resolved concurrently', async () => {
    await Promise.all([watch('Both At Once'), watch('Both-At-Once'), watch('The Both At Once')]);
    await world.drain();
    expect(world.later).toEqual([]);
    const rows = await artistsLike('%both%');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.aliases).toHaveLength(2);
    const { items } = await listIngestRuns(world.ctx, { limit: 50, cursor: null });
    const runs = items.filter((run) => run.artist_id === rows[0]?.id);
    expect(runs.map(({ status }) => status).sort()).toEqual(['done', 'failed', 'failed']);
    expect(runs.find(({ status }) => status === 'done')?.counts).toMatchObject({ added: SONGS, queued: 0 });
  });

  it('results in one row when many bind the id concurrently', async () => {
    const rows = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        upsertArtist(world.ctx.sql, { name: `Spelling ${i}`, geniusId: 4242 }),
      ),
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
    const loose = await Promise.all(
      Array.from({ length: 4 }, (_, i) =>
        upsertArtist(world.ctx.sql, { name: `Loose ${i}`, geniusId: null }),
      ),
    );
    const bound = await Promise.all(loose.map(({ id }) => bindArtist(world.ctx.sql, { id, geniusId: 4243 })));
    expect(new Set(bound.map((row) => row?.id)).size).toBe(1);
    expect(await artistsLike('loose%')).toHaveLength(1);
  });
});

describe('two artists with the same name', () => {
  it('stay separate when Genius has two ids for them', async () => {
    const one = await upsertArtist(world.ctx.sql, { name: 'Twin', geniusId: 501 });
    const two = await upsertArtist(world.ctx.sql, { name: 'TWIN', geniusId: 502 });
    expect(two.id).not.toBe(one.id);
    expect((await upsertArtist(world.ctx.sql, { name: 'Twin', geniusId: 501 })).id).toBe(one.id);
    expect((await artistsLike('twin')).map(({ aliases }) => aliases)).toEqual([[], []]);
  });
});

describe('an artist whose Genius id changes', () => {
  it('continues under the new id, and the old id still finds it', async () => {
    const name = 'Chan Ged';
    const { artist_id } = await watch(name, { geniusId: 999_999 });
    await world.drain();
    expect(await artistsLike(name)).toMatchObject([{ id: artist_id, genius_id: artistIdOf(name) }]);
    expect((await upsertArtist(world.ctx.sql, { name, geniusId: 999_999 })).id).toBe(artist_id);
    const { items } = await listIngestRuns(world.ctx, { limit: 1, cursor: null });
    expect(items[0]).toMatchObject({ status: 'done', counts: { added: SONGS } });
  });

  it('does not take an id that belongs to another artist with the name', async () => {
    const name = 'Old Twin';
    const other = await upsertArtist(world.ctx.sql, { name, geniusId: artistIdOf(name) });
    const { artist_id, run } = await watch(name, { geniusId: 999_998 });
    expect(artist_id).not.toBe(other.id);
    await world.drain();
    const { items } = await listIngestRuns(world.ctx, { limit: 5, cursor: null });
    expect(items.find(({ id }) => id === run.id)).toMatchObject({ status: 'failed' });
    expect(await artistsLike(name)).toHaveLength(2);
  });
});

describe('a listing that failed for good', () => {
  it('is not due again in the next slot of the schedule', async () => {
    const { artist_id, run } = await watch('Lister Lost');
    await markJobFailed(
      world.ctx,
      { type: 'artist.list', run_id: run.id },
      nextCause(null, new Error('odd'), 0),
    );
    const [row] = await world.ctx.sql.query<{ hours: number }>(sql`
      select round(extract(epoch from next_scrape_at - now()) / 3600)::int as hours from artists
      where id = ${artist_id}::int`);
    expect(row?.hours).toBe(6);
  });
});
