import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { runDrill } from '../../src/services/backup/drill/run-drill.ts';
import { ManifestSchema, TakedownCopySchema } from '../../src/services/backup/format/manifest.ts';
import type { ScheduleStep } from '../../src/services/schedule/steps.ts';
import { seedTrack } from '../support/seed.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

interface Step {
  state: string;
  id: string | null;
}

interface List {
  items: { id: string; status: string; rows: number; tables: number; failure: { code: string } | null }[];
  database_answers: boolean;
}

const DEAD = 'http://127.0.0.1:9/sql';
/** R2 whose every call fails. */
const FAILING = new Proxy({}, { get: () => () => Promise.reject(new Error('internal error (10001)')) });

let barline: TestBarline;
let made: Step;

/** The bucket is that of all files which ran before in this process, and their schedules have made backups. */
async function emptyBucket({ env: { BACKUPS } }: TestBarline): Promise<void> {
  if (BACKUPS === undefined) throw new Error('the tests have no bucket');
  for (;;) {
    const { objects } = await BACKUPS.list();
    if (objects.length === 0) return;
    await BACKUPS.delete(objects.map(({ key }) => key));
  }
}

beforeAll(async () => {
  barline = await openBarline({ redis: 'auto' });
  await emptyBucket(barline);
  await seedTrack(barline.sql, { artist: 'Ada Backed', title: 'Kept', lyrics: 'A line that is kept' });
  made = (await barline.call<Step>('/admin/backups', { now: true })).body;
}, 120_000);

const read = async (from: TestBarline, file: string, headers: Record<string, string> = {}) =>
  await from.request(`/admin/backups/latest/files/${file}`, { headers: { ...ADMIN, ...headers } });

describe('a backup', () => {
  it('is made by a request, and listed with what it holds', async () => {
    expect(made.state).toBe('complete');
    const { body } = await barline.call<List>('/admin/backups');
    expect(body).toMatchObject({ items: [{ id: made.id, status: 'complete' }], database_answers: true });
    expect(body.items[0]?.tables).toBeGreaterThan(40);
  });

  it('is stored again in a scratch schema and compared, in the Worker', async () => {
    await barline.sql.query(sql`update backups set finished_at = now() - interval '11 minutes'`);
    const drill: ScheduleStep = {
      name: 'restore_drill',
      run: async (ctx) => ({ counts: await runDrill(ctx, { parts: 100, ms: 60_000 }) }),
    };
    await barline.runSteps({ slot: new Date('2026-01-01T00:00:00Z'), steps: [drill] });
    const [row] = await barline.sql.query<{ status: string; rows: number; failure: unknown }>(
      sql`select status, rows::int as rows, failure from restore_drills`,
    );
    const { body } = await barline.call<List>('/admin/backups');
    expect(row).toEqual({ status: 'passed', rows: body.items[0]?.rows, failure: null });
  }, 60_000);

  it('is fetched without the database, which then cannot tell of others', async () => {
    const broken = barline.withVars({ DATABASE_FETCH_ENDPOINT: DEAD });
    expect((await broken.call<List>('/admin/backups')).body).toMatchObject({
      items: [{ id: made.id }],
      database_answers: false,
    });
    const manifest = ManifestSchema.parse(await (await read(broken, 'manifest.json')).json());
    const tracks = manifest.tables.find(({ table }) => table === 'tracks');
    expect(tracks?.rows).toBe(1);
    const response = await read(broken, tracks?.file ?? '');
    const rows = response.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(JSON.parse(await new Response(rows).text())).toMatchObject({
      artist: 'Ada Backed',
      title: 'Kept',
    });
  });

  it('is fetched in ranges', async () => {
    const whole = new Uint8Array(await (await read(barline, 'tracks.ndjson.gz')).arrayBuffer());
    for (const [range, from, to] of [
      ['bytes=0-9', 0, 10],
      ['bytes=10-', 10, whole.length],
      ['bytes=-5', whole.length - 5, whole.length],
    ] as const) {
      const response = await read(barline, 'tracks.ndjson.gz', { range });
      expect(response.status).toBe(206);
      expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${whole.length}`);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(whole.subarray(from, to));
    }
    for (const range of ['bytes=9-3', `bytes=${whole.length}-`, 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-'])
      expect((await read(barline, 'tracks.ndjson.gz', { range })).status, range).toBe(200);
  });

  it('has no other files', async () => {
    const statusOf = async (path: string) =>
      (await barline.request(`/admin/backups/${path}`, { headers: ADMIN })).status;
    expect(await statusOf('latest/files/nothing.ndjson.gz')).toBe(404);
    expect(await statusOf('20260101T000000Z-aaaaaa/files/manifest.json')).toBe(404);
    expect(await statusOf(`latest/files/${encodeURIComponent('../takedowns/1.json')}`)).toBe(422);
  });
});

describe('R2', () => {
  it('that fails is a documented 503, and the backup goes on afterwards', async () => {
    const broken = barline.withVars({});
    broken.env.BACKUPS = FAILING as typeof broken.env.BACKUPS & object;
    for (const call of [
      broken.call<Problem>('/admin/backups'),
      broken.call<Problem>('/admin/backups', { now: true }),
      broken.call<Problem>('/admin/backups/latest/files/manifest.json'),
      broken.call<Problem>('/admin/backups/takedowns'),
    ])
      expect(await call).toMatchObject({ status: 503, body: { code: 'UPSTREAM_UNAVAILABLE' } });
    const { body } = await barline.call<List>('/admin/backups');
    expect(body.items[0]).toMatchObject({ status: 'running', failure: { code: 'UPSTREAM_UNAVAILABLE' } });
    const again = (await barline.call<Step>('/admin/backups', { now: true })).body;
    expect(again).toMatchObject({ state: 'complete', id: body.items[0]?.id });
  });

  it('that is not bound is named', async () => {
    const bare = barline.withVars({});
    delete bare.env.BACKUPS;
    expect((await bare.call<Problem>('/admin/backups')).body).toMatchObject({ code: 'CONFIG_INVALID' });
  });
});

describe('a takedown', () => {
  const copies = async () => {
    const response = await barline.request('/admin/backups/takedowns', { headers: ADMIN });
    const lines = (await response.text()).split('\n').slice(0, -1);
    return lines.map((line) => TakedownCopySchema.parse(JSON.parse(line)));
  };

  it('is copied to R2, by the schedule if R2 failed, and again when it is lifted', async () => {
    const id = await seedTrack(barline.sql, {
      artist: 'Ada Gone',
      title: 'Gone',
      lyrics: 'A line that goes away',
    });
    const broken = barline.withVars({});
    broken.env.BACKUPS = FAILING as typeof broken.env.BACKUPS & object;
    const { status, body } = await broken.call<{ id: number }>('/admin/takedowns', {
      ...{ kind: 'track', id, reason: 'asked' },
    });
    expect(status).toBe(201);
    expect(await copies()).toEqual([]);
    await barline.runSchedule(new Date('2026-03-01T00:00:00Z'));
    expect(await copies()).toMatchObject([
      { id: body.id, lifted_at: null, rows: { takedowns: [{ subject: 'Ada Gone, Gone' }] } },
    ]);
    expect((await copies())[0]?.rows.takedown_marks.length).toBeGreaterThan(0);
    await barline.request(`/admin/takedowns/${body.id}`, { method: 'DELETE', headers: ADMIN });
    expect(await copies()).toMatchObject([{ id: body.id, lifted_at: expect.any(String) }]);
    const [row] = await barline.sql.query<{ copied: boolean }>(
      sql`select copied_at is not null as copied from takedowns`,
    );
    expect(row?.copied).toBe(true);
  });
});
