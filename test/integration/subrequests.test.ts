import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { countSubrequests } from '../support/count-subrequests.ts';
import { VERSE } from '../support/seed.ts';
import { type OwnPart, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';

/** As wrangler.toml allows one invocation. */
const ALLOWED = 5000;
/** As large as wrangler.toml lets a batch of the analysis queue be. */
const BATCH = 100;
const SLOT = new Date('2026-03-01T12:15:00Z');

let barline: TestBarline;
let chat: OwnPart;
beforeAll(async () => {
  chat = await startPart({ kind: 'chat' });
  const rate = { LLM_REQUESTS_PER_MINUTE: '60000', LLM_BURST: '1000' };
  barline = await openBarline({ redis: 'auto', vars: { ...chat.vars, ...rate } });
  await barline.sql.batch([
    sql`insert into artists (name) values ('Sample Artist')`,
    sql`insert into tracks (artist_id, source, artist, title, language, lyrics, lyrics_state, text_hash,
        embedding_status, analysis_status)
      select id, 'import', name, 'Song ' || n, 'en', ${VERSE}::text || E'\n' || n, 'ok',
        encode(sha256(convert_to(${VERSE}::text || E'\n' || n, 'UTF8')), 'hex'), 'pending', 'pending'
      from artists, generate_series(1, ${BATCH}::int) as n`,
  ]);
}, 60_000);
afterAll(() => chat?.stop());

/** Messages are sent a hundred per call; each type of job has one queue. */
const sendsSince = (before: number) => Math.ceil((barline.queues.sent.length - before) / 100);

describe('the requests of one invocation', () => {
  // Requests of a job that calls a model: five for a vector, 30 for an analysis if the model has to be asked twice.
  it.each([
    ['track.embed', 6],
    ['track.analyze', 34],
  ])(
    'for a batch of 100 %s jobs are at most %i per job',
    async (type, perJob) => {
      const ids = await barline.sql.query<{ id: number }>(sql`select id from tracks order by id`);
      for (const { id } of ids) barline.queues.add('barline-analysis', { type, track_id: id });
      const { total, by } = await countSubrequests(() => barline.deliver(BATCH));
      expect(total, JSON.stringify(by)).toBeLessThanOrEqual(BATCH * perJob);
      expect(total).toBeLessThan(ALLOWED);
    },
    120_000,
  );

  it('for /health are one to Postgres and at most three to Redis', async () => {
    const { by } = await countSubrequests(() => barline.call('/health'));
    expect(by['/sql']).toBe(1);
    expect(by['/pipeline']).toBeLessThanOrEqual(3);
  });

  it('for a slot of the schedule do not grow with the artists, runs and songs that are due', async () => {
    const quiet = await countSubrequests(() => barline.runSchedule(SLOT));
    await barline.sql.batch([
      sql`insert into artists (name, watched, next_scrape_at)
        select 'Due ' || n, true, now() - interval '1 hour' from generate_series(1, 100) as n`,
      sql`insert into artists (name) select 'Parked ' || n from generate_series(1, 50) as n`,
      sql`insert into ingest_runs (artist_id, trigger, status, listed, next_try_at)
        select id, 'cli', 'parked', true, now() - interval '1 minute' from artists where name like 'Parked %'`,
      sql`insert into ingest_items (run_id, genius_id)
        select r.id, n from ingest_runs r, generate_series(1, 40) as n where r.status = 'parked'`,
    ]);
    const before = barline.queues.sent.length;
    const busy = await countSubrequests(() => barline.runSchedule(new Date(SLOT.getTime() + 900_000)));
    const types = barline.queues.sent.slice(before).map(({ body }) => (body as { type: string }).type);
    expect(types.filter((type) => type === 'artist.list')).toHaveLength(100);
    expect(types.filter((type) => type === 'song.scrape')).toHaveLength(2000);
    expect(busy.total - quiet.total, JSON.stringify([quiet, busy])).toBeLessThanOrEqual(3);
    expect(sendsSince(before)).toBeLessThanOrEqual(30);
    // The first slot of a day also writes the tables of a backup.
    expect(busy.total).toBeLessThanOrEqual(100);
  }, 60_000);
});
