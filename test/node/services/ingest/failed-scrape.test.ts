import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FaultInput } from '../../../../scripts/local/sites/faults.ts';
import { generateArtist } from '../../../../scripts/local/sites/generated-artist.ts';
import type { SiteSong } from '../../../../scripts/local/sites/site-songs.ts';
import { sql } from '../../../../src/db/client.ts';
import { createRedis } from '../../../../src/redis/client.ts';
import { keys } from '../../../../src/redis/keys.ts';
import { getHealth } from '../../../../src/services/health/get-health.ts';
import { importTracks } from '../../../../src/services/import/import-tracks.ts';
import { listIngestRuns } from '../../../../src/services/ingest/list-runs.ts';
import { watchArtist } from '../../../../src/services/ingest/watch-artist.ts';
import { getTrack } from '../../../../src/services/tracks/get-track.ts';
import { type PipelineWorld, startPipeline } from '../../../support/pipeline-world.ts';

const SONGS = 8;
const FEW = 3;
const REBUILT: FaultInput = { kind: 'truncated', scope: 'page', amount: 900 };
const KINDS = ['instrumental', 'unreleased', 'no words', 'gone', 'cut page', 'a piece'] as const;
let world: PipelineWorld;

vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  world = await startPipeline([
    ...['Rae Rebuilt', 'Wes Wrong', 'Lou Lost'].map((name) => generateArtist({ name, songs: SONGS })),
    ...['Ivy Imported', ...KINDS.map((kind) => `Kit ${kind}`)].map((name) =>
      generateArtist({ name, songs: FEW }),
    ),
  ]);
}, 120_000);
afterAll(() => world?.close());
afterEach(() => world.sites.genius.control.clearFaults());

const songsOf = (name: string): SiteSong[] =>
  world.sites.genius.control.songs().filter((song) => song.artistName === name);
const firstOf = (name: string): SiteSong => {
  const [song] = songsOf(name);
  if (song === undefined) throw new Error(`no song of ${name}`);
  return song;
};
/** Scrapes the artist without the cached list of the last hour, through all attempts for every song. */
const scrape = async (name: string) => {
  const { redis } = world.ctx.config;
  const page = keys.cache('artist-songs', `${firstOf(name).artistId}:1`);
  if (redis !== null) await createRedis(redis).del(page);
  const input = { name, geniusId: null, priority: null, songLimit: null, trigger: 'cli' as const };
  const { run } = await watchArtist(world.ctx, input);
  await world.drain();
  for (let tries = 0; tries < 3; tries++) await world.drainLater();
  const { items } = await listIngestRuns(world.ctx, { limit: 50, cursor: null });
  return items.find((item) => item.id === run.id);
};
/** Simulates an edit by a contributor: the next list says that the lyrics have changed. */
const touch = (songs: readonly SiteSong[]) => {
  for (const song of songs) world.sites.genius.control.editSong(song.path);
};
/** All columns that a failed scrape must not change. */
const stateOf = (name: string) =>
  world.ctx.sql.query<Record<string, unknown>>(sql`
    select id, lyrics, lyrics_state, lyrics_evidence, sections, text_hash, lyrics_hash, lyrics_sketch, lyrics_bands,
      language, duplicate_of, lyrics_updated_at, lyrics_embedding::text, embedding_model, embedding_status,
      analysis_status, (select count(*)::int from analysis_results a where a.text_hash = tracks.text_hash) as analyses
    from tracks where artist = ${name}::text order by id`);
/** Sets the state of a track after embedding and analysis. */
const finishWork = async (name: string) => {
  await world.ctx.sql.query(sql`
    update tracks set lyrics_embedding = array_fill(0.1::real, array[512])::vector, embedding_model = 'm',
      embedding_status = 'done', analysis_status = 'done' where artist = ${name}::text`);
  await world.ctx.sql.query(sql`
    insert into analysis_results (origin, track_id, text_hash, analyzer_type, model_version, status, analysis_data)
    select 'catalogue', id, text_hash, 'algorithmic', 'engine-1', 'done', '{}' from tracks
    where artist = ${name}::text and text_hash is not null on conflict do nothing`);
};
const failuresOf = (name: string) =>
  world.ctx.sql.query<{ outcome: string; failures: number }>(sql`
    select f.outcome, f.failures from scrape_failures f join tracks t on t.id = f.track_id
    where t.artist = ${name}::text order by t.id`);
const idOf = async (geniusId: number) => {
  const [row] = await world.ctx.sql.query<{ id: number }>(
    sql`select id from tracks where genius_id = ${geniusId}::int`,
  );
  return row?.id ?? 0;
};

describe('a site whose pages can no longer be parsed', () => {
  const name = 'Rae Rebuilt';

  it('keeps all stored texts and analyses, stops the run, and appears in /health', async () => {
    expect(await scrape(name)).toMatchObject({ status: 'done', counts: { added: SONGS } });
    await finishWork(name);
    const before = await stateOf(name);
    touch(songsOf(name));
    world.sites.genius.control.addFault(REBUILT);

    const run = await scrape(name);
    expect(await stateOf(name)).toEqual(before);
    expect(run).toMatchObject({ status: 'failed', counts: { added: 0, updated: 0 } });
    expect(run?.reason).toMatch(/^Stopped: (\d+) of the last \1 songs ended as parse_error/);
    const { components, status } = await getHealth(world.ctx);
    expect(components.song_pages).toMatchObject({ status: 'degraded' });
    expect(components.song_pages.detail).toContain('parse_error');
    expect(status).toBe('degraded');
    const failures = await failuresOf(name);
    expect(failures.length).toBeGreaterThanOrEqual(5);
    expect(failures[0]).toEqual({ outcome: 'parse_error', failures: 1 });
    const [due] = await world.ctx.sql.query<{ hours: number }>(sql`
      select round(extract(epoch from next_scrape_at - now()) / 3600)::int as hours from artists where name = ${name}::text`);
    expect(due?.hours).toBe(24);
  });

  it('recovers with the next run once pages can be parsed again', async () => {
    expect(await scrape(name)).toMatchObject({ status: 'done', counts: { updated: SONGS, failed: 0 } });
    expect(await failuresOf(name)).toEqual([]);
    for (const row of await stateOf(name)) {
      expect(row).toMatchObject({ lyrics_state: 'ok', embedding_status: 'pending', lyrics_embedding: null });
    }
    expect((await getHealth(world.ctx)).components.song_pages.status).toBe('ok');
  });
});

describe('single pages that always fail', () => {
  it('do not stop a run', async () => {
    const name = 'Wes Wrong';
    for (const song of songsOf(name).slice(0, 4)) {
      world.sites.genius.control.addFault({ ...REBUILT, path: song.path });
    }
    const run = await scrape(name);
    expect(run).toMatchObject({ status: 'done', counts: { added: SONGS - 4, failed: 4, queued: 0 } });
    expect(run?.counts.outcomes).toMatchObject({ ok: SONGS - 4, parse_error: 4 });
  });
});

describe('a stored song whose page loses its text', () => {
  const damage: Record<(typeof KINDS)[number], (song: SiteSong) => void> = {
    instrumental: (song) => Object.assign(song, { state: 'instrumental', lyrics: '' }),
    unreleased: (song) => Object.assign(song, { state: 'unreleased', lyrics: '' }),
    'no words': (song) => Object.assign(song, { lyrics: '' }),
    gone: (song) =>
      world.sites.genius.control.addFault({ kind: 'server_error', amount: 404, path: `/songs/${song.id}` }),
    'cut page': (song) => world.sites.genius.control.addFault({ ...REBUILT, path: song.path }),
    'a piece': (song) => Object.assign(song, { lyrics: song.lyrics.split('\n').slice(0, 6).join('\n') }),
  };
  const expected: Record<(typeof KINDS)[number], string> = {
    instrumental: 'text_lost',
    unreleased: 'text_lost',
    'no words': 'text_lost',
    gone: 'not_found',
    'cut page': 'parse_error',
    'a piece': 'text_cut',
  };

  it.each(KINDS)('keeps it and records the failure when the page is: %s', async (kind) => {
    const name = `Kit ${kind}`;
    await scrape(name);
    await finishWork(name);
    const before = await stateOf(name);
    const song = firstOf(name);
    const { lyrics, state } = song;
    touch([song]);
    damage[kind](song);

    const run = await scrape(name);
    expect(await stateOf(name)).toEqual(before);
    expect(run).toMatchObject({ status: 'done', counts: { failed: 1, unchanged: FEW - 1 } });
    expect(run?.counts.outcomes).toMatchObject({ [expected[kind]]: 1 });
    const { scrape_failure } = await getTrack(world.ctx, await idOf(song.id));
    expect(scrape_failure).toMatchObject({ outcome: expected[kind], failures: 1 });
    expect(scrape_failure?.error).not.toBe('');

    world.sites.genius.control.clearFaults();
    Object.assign(song, { lyrics: `${lyrics}\nAnd a last line that is new`, state });
    touch([song]);
    expect(await scrape(name)).toMatchObject({ counts: { updated: 1, failed: 0 } });
    expect(await failuresOf(name)).toEqual([]);
    expect((await getTrack(world.ctx, await idOf(song.id))).scrape_failure).toBeNull();
  });
});

describe('an artist with most pages without text', () => {
  it('stops the run once, and then checks the songs once a week', async () => {
    const name = 'Lou Lost';
    await scrape(name);
    const before = await stateOf(name);
    const lost = songsOf(name).slice(0, 5);
    touch(lost);
    for (const song of lost) song.lyrics = '';
    expect(await scrape(name)).toMatchObject({ status: 'failed', counts: { failed: 5 } });
    expect(await stateOf(name)).toEqual(before);

    const { control } = world.sites.genius;
    control.clearRequests();
    expect(await scrape(name)).toMatchObject({ status: 'done', counts: { unchanged: SONGS } });
    expect(control.requests().total, 'the list alone').toBe(1);
    await world.ctx.sql.query(sql`update scrape_failures set failed_at = now() - interval '8 days'`);
    expect(await scrape(name)).toMatchObject({ status: 'done', counts: { failed: 0, unchanged: SONGS } });
    expect(await failuresOf(name)).toEqual(Array(5).fill({ outcome: 'text_lost', failures: 2 }));
  });
});

describe('an imported song with a known Genius id', () => {
  it('keeps its text when the page cannot be parsed or has none', async () => {
    const name = 'Ivy Imported';
    const [unreadable, empty] = songsOf(name);
    if (unreadable === undefined || empty === undefined) throw new Error('no songs');
    const rows = [unreadable, empty].map(({ id, title, lyrics }, i) => ({
      line: i + 1,
      row: { artist: name, title, lyrics, genius_id: id },
    }));
    expect(await importTracks(world.ctx, rows, { source: 'file' })).toMatchObject({ added: 2 });
    await finishWork(name);
    const before = await stateOf(name);
    world.sites.genius.control.addFault({ ...REBUILT, path: unreadable.path });
    empty.lyrics = '';
    expect(await scrape(name)).toMatchObject({ counts: { failed: 2 } });
    expect((await stateOf(name)).slice(0, 2)).toEqual(before);
    expect(await failuresOf(name)).toMatchObject([{ outcome: 'parse_error' }, { outcome: 'text_lost' }]);
  });
});
