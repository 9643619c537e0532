import type { Fetcher, RateLimit } from '@cloudflare/workers-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem, RunPage } from '../support/wire-types.ts';

const LYRICS = 'The kettle hums a tune about the rain\nA ticket stub, a window on the train';
const PAGE = { accept: 'text/html' };

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({ redis: 'auto', artists: ['Oda Brightwater'] });
});

describe('with the queues down', () => {
  const whileDown = async <T>(work: () => Promise<T>): Promise<T> => {
    barline.queues.failing = true;
    try {
      return await work();
    } finally {
      barline.queues.failing = false;
    }
  };

  it('an artist is watched, and the schedule begins the run', async () => {
    const { status } = await whileDown(() =>
      barline.call('/ingest/artists', { name: 'Oda Brightwater', limit: 1 }),
    );
    expect(status).toBe(202);
    await barline.call('/admin/resume', {});
    await barline.deliver();
    const [run] = (await barline.call<RunPage>('/ingest/runs')).body.items;
    expect(run).toMatchObject({ status: 'done', counts: { added: 1 } });
  });

  it('the songs of a file are stored, and embedded and analysed later', async () => {
    const song = { artist: 'Nobody Known', title: 'Kettle', lyrics: LYRICS };
    const { status, body } = await whileDown(() => barline.call('/ingest/tracks', [song]));
    expect({ status, body }).toMatchObject({ status: 200, body: { added: 1 } });
    await barline.call('/admin/resume', {});
    await barline.deliver();
    const [row] = await barline.sql.query(sql`
      select analysis_status, lyrics_embedding is not null as embedded from tracks where title = 'Kettle'`);
    expect(row).toEqual({ analysis_status: 'done', embedded: true });
  });

  it('resuming work says that they take nothing', async () => {
    const run = await barline.call('/ingest/artists', { name: 'Oda Brightwater', limit: 2 });
    expect(run.status).toBe(202);
    const { status, body } = await whileDown(() => barline.call<Problem>('/admin/resume', {}));
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'UPSTREAM_UNAVAILABLE' });
    await barline.deliver();
  });
});

describe.each([
  ['that fail', () => Promise.reject(new Error('Network connection lost.'))],
  ['that are cut off', async () => new Response('{"songs":[["a li')],
])('with static assets %s', (_, fetch) => {
  let broken: TestBarline;
  beforeAll(() => {
    broken = barline.withVars({});
    broken.env.ASSETS = { fetch } as unknown as Fetcher;
  });

  it('writing a verse says that they cannot be read', async () => {
    const { status, body } = await broken.call<Problem>('/generate', { prompt: 'walking home in the rain' });
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'UPSTREAM_UNAVAILABLE' });
    const { status: again } = await barline.call('/generate', { prompt: 'walking home in the rain' });
    expect(again).toBe(200);
  });
});

it('without static assets a page is a 503, and an unknown address still a 404', async () => {
  const broken = barline.withVars({});
  broken.env.ASSETS = { fetch: () => Promise.reject(new Error('gone')) } as unknown as Fetcher;
  const page = await broken.request('/app/tracks/1', { headers: PAGE });
  expect(page.status).toBe(503);
  expect(((await page.json()) as Problem).code).toBe('UPSTREAM_UNAVAILABLE');
  const lost = await broken.request('/nowhere', { headers: PAGE });
  expect(lost.status).toBe(404);
  expect(((await lost.json()) as Problem).code).toBe('NOT_FOUND');
});

it('a flood counter that fails lets requests pass, and the limiter counts them', async () => {
  const limit: RateLimit['limit'] = () => Promise.reject(new Error('gone'));
  const broken = barline.withVars({});
  broken.env.FLOOD_LIMIT = { limit };
  const headers = { ...ADMIN, 'cf-connecting-ip': '192.0.2.1' };
  const response = await broken.request('/tracks', { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('ratelimit')).toContain('"reads"');
});

it('no version metadata and no bucket change nothing', async () => {
  const bare = barline.withVars({});
  delete bare.env.CF_VERSION;
  delete bare.env.BACKUPS;
  expect((await bare.request('/health/ready')).status).toBe(200);
  expect((await bare.call('/health')).body).toMatchObject({ status: 'healthy' });
});
