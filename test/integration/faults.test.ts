import { beforeAll, describe, expect, inject, it } from 'vitest';
import { seedTrack } from '../support/seed.ts';
import { NOBODY, type OwnPart, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { AnalyzedLyrics, Health, Problem, RunPage, SearchResults } from '../support/wire-types.ts';

const LYRICS = 'The kettle hums a tune about the rain\nA ticket stub, a window on the train';
const SEARCH = '/search?q=window+on+the+train&mode=';

const health = (barline: TestBarline) => barline.call<Health>('/health');
const analyze = (barline: TestBarline, lyrics = LYRICS) =>
  barline.call<AnalyzedLyrics>('/analyze', { lyrics, analyzer: 'algorithmic' });

/** A song that is embedded and analysed. */
async function seedFinished(barline: TestBarline): Promise<number> {
  const id = await seedTrack(barline.sql);
  barline.queues.add('barline-analysis', { type: 'track.embed', track_id: id });
  barline.queues.add('barline-analysis', { type: 'track.analyze', track_id: id });
  await barline.deliver();
  return id;
}

describe('with every service running', () => {
  it('/health is healthy and the model is off', async () => {
    const barline = await openBarline({ redis: 'auto', artists: [] });
    await seedFinished(barline);
    const { status, body } = await health(barline);
    expect({ status, health: body.status, missing: body.missing }).toEqual({
      status: 200,
      health: 'healthy',
      missing: [],
    });
    expect(body.components.model).toMatchObject({ status: 'off', detail: 'not configured' });
    expect(body.components.database?.latency_ms).toBeGreaterThanOrEqual(0);
    expect(body.content).toMatchObject({ tracks: 1, embedded: 1, analyzed: 1, pending: 0, failed: 0 });
  });
});

describe.each(inject('redisChoices'))('with %s Redis down', (choice) => {
  let barline: TestBarline;
  let redis: OwnPart;
  let before: SearchResults;

  beforeAll(async () => {
    redis = await startPart({ kind: 'redis', choice });
    barline = await openBarline({ artists: ['Oda Brightwater'], vars: redis.vars });
    await seedFinished(barline);
    before = (await barline.call<SearchResults>(`${SEARCH}hybrid`)).body;
    expect((await health(barline)).body.components.redis?.status).toBe('ok');
    await redis.stop();
  });

  it('/health is degraded and names the cause', async () => {
    const { status, body } = await health(barline);
    expect({ status, health: body.status }).toEqual({ status: 200, health: 'degraded' });
    expect(body.components.redis).toMatchObject({ status: 'error', detail: 'does not answer' });
    expect(body.components.database?.status).toBe('ok');
    expect((await barline.request('/health/ready')).status).toBe(200);
  });

  it('a search returns the same results', async () => {
    expect((await barline.call<SearchResults>(`${SEARCH}hybrid`)).body).toEqual(before);
    expect(before.items).toHaveLength(1);
  });

  it('an analysis is still computed once', async () => {
    const lyrics = `${LYRICS}\nover ${choice} Redis`;
    const first = await analyze(barline, lyrics);
    const second = await analyze(barline, lyrics);
    expect([first.body.cached, second.body.cached]).toEqual([false, true]);
    expect(second.body.analysis).toEqual(first.body.analysis);
  });

  it('scraping an artist completes', async () => {
    await barline.call('/ingest/artists', { name: 'Oda Brightwater', limit: 2 });
    expect((await barline.deliver()).retried).toEqual([]);
    const [run] = (await barline.call<RunPage>('/ingest/runs')).body.items;
    expect(run).toMatchObject({ status: 'done', counts: { added: 2, failed: 0 } });
  });

  it('robots.txt is cached in the isolate', async () => {
    await barline.call('/ingest/artists', { name: 'Oda Brightwater', limit: 4 });
    await barline.deliver();
    const [run] = (await barline.call<RunPage>('/ingest/runs')).body.items;
    expect(run).toMatchObject({ status: 'done', counts: { added: 2, unchanged: 2 } });
    const asked = await fetch(`${barline.vars.GENIUS_API_URL}/__requests`);
    expect(await asked.json()).toMatchObject({ byKind: { robots: 1, page: 4 } });
  });
});

it('requests do not wait for a Redis that does not answer', async () => {
  const { url } = await startPart({ kind: 'silence' });
  const barline = await openBarline({
    vars: { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: 'any' },
  });
  await seedFinished(barline);
  const { status, body } = await barline.call<SearchResults>(`${SEARCH}lexical`);
  expect({ status, hits: body.items.length }).toEqual({ status: 200, hits: 1 });
  expect((await health(barline)).body.components.redis?.status).toBe('error');
});

describe('with the embeddings down', () => {
  let barline: TestBarline;
  beforeAll(async () => {
    barline = await openBarline({ redis: 'auto', vars: { EMBEDDINGS_BASE_URL: NOBODY } });
    await seedTrack(barline.sql);
  });

  it('a hybrid search uses words only and says why', async () => {
    const { body } = await barline.call<SearchResults>(`${SEARCH}hybrid`);
    expect(body).toMatchObject({
      mode: 'lexical',
      degraded: true,
      reason: 'embeddings_unavailable',
      embedding_model: null,
    });
    expect(body.items).toHaveLength(1);
  });

  it('a semantic search fails with an upstream error, a lexical one succeeds', async () => {
    const semantic = await barline.call<Problem>(`${SEARCH}semantic`);
    expect(semantic).toMatchObject({ status: 503, body: { code: 'UPSTREAM_UNAVAILABLE' } });
    const lexical = await barline.call<SearchResults>(`${SEARCH}lexical`);
    expect(lexical.body).toMatchObject({ mode: 'lexical', degraded: false, reason: null });
  });

  it('the breaker opens, sends Retry-After and appears in /health', async () => {
    for (let i = 0; i < 5; i++) await barline.call(`/search?mode=semantic&q=question+${i}`);
    const response = await barline.request(`${SEARCH}semantic`);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const { body } = await health(barline);
    expect(body.status).toBe('degraded');
    expect(body.components.embeddings).toMatchObject({ status: 'degraded', breaker: 'open' });
    expect(Date.parse(body.components.embeddings?.next_try_at ?? '')).toBeGreaterThan(Date.now());
  });
});

describe('without embeddings configured', () => {
  it('a hybrid search is lexical and not degraded; a semantic one names the missing variable', async () => {
    const barline = await openBarline({ vars: { EMBEDDINGS_BASE_URL: '', EMBEDDINGS_API_KEY: '' } });
    await seedTrack(barline.sql);
    const { body } = await barline.call<SearchResults>(`${SEARCH}hybrid`);
    expect(body).toMatchObject({ mode: 'lexical', degraded: false, reason: 'embeddings_not_configured' });
    expect(body.items).toHaveLength(1);
    const semantic = await barline.call<Problem>(`${SEARCH}semantic`);
    expect(semantic).toMatchObject({ status: 503, body: { code: 'CONFIG_INVALID' } });
  });
});

describe('with the database down', () => {
  let barline: TestBarline;
  beforeAll(async () => {
    barline = await openBarline({
      redis: 'auto',
      artists: [],
      vars: { DATABASE_FETCH_ENDPOINT: `${NOBODY}/sql` },
    });
  });

  it('/health is an error, /health/ready says why, and /health/live is 200', async () => {
    const { status, body } = await health(barline);
    expect({ status, health: body.status, content: body.content }).toEqual({
      status: 503,
      health: 'error',
      content: null,
    });
    expect(body.components.database).toMatchObject({ status: 'error', detail: 'does not answer' });
    const ready = await barline.call<{ reasons: string[] }>('/health/ready');
    expect(ready).toMatchObject({ status: 503, body: { reasons: ['the database does not answer'] } });
    expect((await barline.request('/health/live')).status).toBe(200);
  });

  it('a text is still analysed', async () => {
    const { status, body } = await analyze(barline);
    expect({ status, success: body.success }).toEqual({ status: 200, success: true });
  });
});
