import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateArtist } from '../../../../scripts/local/sites/generated-artist.ts';
import { sql } from '../../../../src/db/client.ts';
import { getHealth } from '../../../../src/services/health/get-health.ts';
import { listIngestRuns } from '../../../../src/services/ingest/list-runs.ts';
import { reindexHashes } from '../../../../src/services/ingest/reindex-hashes.ts';
import { watchArtist } from '../../../../src/services/ingest/watch-artist.ts';
import { watchArtists } from '../../../../src/services/ingest/watch-artists.ts';
import { type PipelineWorld, startPipeline } from '../../../support/pipeline-world.ts';

const SONGS = 12;
/** More than the fifty of a page. */
const TWO_PAGES = 51;
let world: PipelineWorld;

vi.setConfig({ testTimeout: 60_000 });

const scrape = async (name: string) => {
  const input = { name, geniusId: null, priority: null, songLimit: null, trigger: 'cli' as const };
  const { run } = await watchArtist(world.ctx, input);
  await world.drain();
  return run.id;
};
const runOf = async (id: number) => {
  const { items } = await listIngestRuns(world.ctx, { limit: 50, cursor: null });
  return items.find((item) => item.id === id);
};

beforeAll(async () => {
  world = await startPipeline([
    ...['Ada Twice', 'Bo Blocked', 'Cy Cut', 'Di Done'].map((name) => generateArtist({ name, songs: SONGS })),
    ...['Ed Cursor', 'Flo Listed'].map((name) => generateArtist({ name, songs: TWO_PAGES })),
  ]);
}, 120_000);
afterAll(() => world?.close());

describe('an artist scraped twice within the hour', () => {
  it('sends no request the second time', async () => {
    const { control } = world.sites.genius;
    expect((await runOf(await scrape('Ada Twice')))?.counts).toMatchObject({ added: SONGS, failed: 0 });
    control.clearRequests();
    const second = await runOf(await scrape('Ada Twice'));
    expect(control.requests().total).toBe(0);
    expect(second).toMatchObject({ status: 'done', counts: { unchanged: SONGS, added: 0 } });
  });
});

describe('a site that shows a challenge', () => {
  it('parks the run with its reason, gets no more requests, and the run resumes in time', async () => {
    const { control } = world.sites.genius;
    control.addFault({ kind: 'challenge', scope: 'page', times: 1, skip: 3 });
    const id = await scrape('Bo Blocked');
    const parked = await runOf(id);
    expect(parked?.status).toBe('parked');
    expect(parked?.reason).toContain('challenge');
    expect(parked?.next_try_at).not.toBeNull();
    const { components } = await getHealth(world.ctx);
    expect(components.genius_web).toMatchObject({ status: 'degraded', breaker: 'open' });
    expect(components.genius_web.next_try_at).not.toBeNull();
    const wake = world.later.find(({ body }) => body.type === 'run.resume');
    expect(wake?.delaySeconds).toBeGreaterThan(890);

    control.clearRequests();
    await world.drainLater();
    expect(control.requests().total, 'a message that comes too early does nothing').toBe(0);

    await world.ctx.breaker('genius-web').succeeded();
    await world.ctx.state.remove('breaker:genius-web:open');
    await world.ctx.sql.query(sql`update ingest_runs set next_try_at = now() where id = ${id}::int`);
    world.later.push({ body: { type: 'run.resume', run_id: id } as { type: string }, delaySeconds: 1 });
    await world.drainLater();
    expect(await runOf(id)).toMatchObject({ status: 'done', counts: { added: SONGS, failed: 0, queued: 0 } });
  });
});

describe('a truncated page', () => {
  it('is requested again and then stored complete', async () => {
    world.sites.genius.control.addFault({ kind: 'truncated', scope: 'page', times: 2, amount: 900 });
    const id = await scrape('Cy Cut');
    expect((await runOf(id))?.counts.queued).toBe(2);
    await world.drainLater();
    expect(await runOf(id)).toMatchObject({ status: 'done', counts: { added: SONGS, failed: 0 } });
  });
});

describe('a lost response of Postgres', () => {
  it.each([
    ['that moved the cursor to the next page', 'Ed Cursor', /scrape_cursor = \$/],
    ['that ended the listing', 'Flo Listed', /listed = true/],
  ])('%s loses no song', async (_, name, statement) => {
    world.loseAnswer(statement);
    const id = await scrape(name);
    expect(world.later.map(({ body }) => body.type)).toEqual(['artist.list']);
    await world.drainLater();
    expect(await runOf(id)).toMatchObject({
      status: 'done',
      counts: { added: TWO_PAGES, queued: 0, failed: 0 },
    });
  });

  it('after storing a song leaves embedding and analysis to be sent by the next delivery', async () => {
    world.analysis.splice(0);
    world.loseAnswer(/insert into tracks/);
    const id = await scrape('Di Done');
    expect(await runOf(id)).toMatchObject({ status: 'done', counts: { added: SONGS } });
    expect(world.analysis).toHaveLength(2 * (SONGS - 1));
    await world.drainLater();
    expect(world.analysis).toHaveLength(2 * SONGS);
  });
});

describe('the duplicate check in Redis', () => {
  it('is rebuilt from Postgres', async () => {
    const [row] = await world.ctx.sql.query<{ id: number; lyrics_hash: string; n: number }>(sql`
      select id, lyrics_hash, (count(*) over ())::int as n from tracks
      where lyrics_hash is not null and duplicate_of is null order by id limit 1`);
    await world.ctx.songHashes.clear();
    expect(await world.ctx.songHashes.find(row?.lyrics_hash ?? '')).toBeNull();
    expect(await reindexHashes(world.ctx)).toBe(row?.n);
    expect(await world.ctx.songHashes.find(row?.lyrics_hash ?? '')).toBe(row?.id);
  });
});

describe('a list of artists to watch', () => {
  it('becomes due gradually, and adding a name twice changes nothing', async () => {
    const input = { names: ['Dee', 'Eff', 'dee', ''], priority: 7, spreadHours: 24 };
    expect(await watchArtists(world.ctx, input)).toEqual({ added: 2, known: 0 });
    expect(await watchArtists(world.ctx, input)).toEqual({ added: 0, known: 2 });
    const rows = await world.ctx.sql.query<{ name: string; hours: number }>(sql`
      select name, round(extract(epoch from next_scrape_at - now()) / 3600)::int as hours
      from artists where priority = 7 order by id`);
    expect(rows).toEqual([
      { name: 'Dee', hours: 0 },
      { name: 'Eff', hours: 12 },
    ]);
  });
});
