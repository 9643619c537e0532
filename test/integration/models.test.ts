import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { SOUND_REPLY, VERSE } from '../support/judged-verse.ts';
import { seedTrack } from '../support/seed.ts';
import {
  ADMIN,
  NOBODY,
  type OwnPart,
  openBarline,
  startPart,
  type TestBarline,
} from '../support/test-barline.ts';
import type {
  AnalyzedLyrics,
  CacheStats,
  Comparison,
  Health,
  ModelsInfo,
  ModelsStatus,
  Problem,
  TrackDetail,
} from '../support/wire-types.ts';

let chat: OwnPart;
let barline: TestBarline;

const SLOT = new Date('2026-01-01T00:00:00Z');
const sound = { content: SOUND_REPLY, times: 0 };

async function script(...steps: unknown[]): Promise<void> {
  const url = new URL('/__script', chat.url);
  await fetch(url, { method: 'DELETE' });
  await fetch(url, { method: 'POST', body: JSON.stringify(steps) });
}

async function calls(): Promise<number> {
  const report = await fetch(new URL('/__requests', chat.url));
  return ((await report.json()) as { count: number }).count;
}

const vars = () => ({
  ...chat.vars,
  LLM_PRICES: JSON.stringify({ 'chat-simulator': { prompt: 1, completion: 2 } }),
  LLM_REQUESTS_PER_MINUTE: '6000',
  LLM_BURST: '50',
});

beforeAll(async () => {
  chat = await startPart({ kind: 'chat' });
  barline = await openBarline({ redis: 'auto', vars: vars() });
});
afterAll(() => chat.stop());

describe('the status of the models', () => {
  it('is null when nothing was measured', async () => {
    const { body } = await barline.call<ModelsStatus>('/models/status');
    expect(body.models[0]).toMatchObject({ role: 'chat', model: 'chat-simulator', state: 'ready' });
    expect(body.models[0]?.total).toEqual({
      calls: null,
      errors: null,
      seconds: null,
      tokens: null,
      cost_usd: null,
    });
    expect(body.models[1]).toMatchObject({ role: 'chat_fallback', model: null, state: 'off' });
  });

  it('contains the counts of an answer', async () => {
    await script(sound);
    const { body } = await barline.call<AnalyzedLyrics>('/analyze', { lyrics: VERSE });
    const { tokens, cost_usd } = body.analysis.provenance;
    expect(cost_usd).toBeCloseTo(((tokens?.prompt ?? 0) + 2 * (tokens?.completion ?? 0)) / 1e6, 9);
    const { models } = (await barline.call<ModelsStatus>('/models/status')).body;
    expect(models[0]?.total).toMatchObject({ calls: 1, errors: 0, tokens });
    expect(models[0]?.total.cost_usd).toBeCloseTo(cost_usd ?? 0, 6);
    expect(models[0]?.last_hour.seconds?.p95).toBeGreaterThan(0);
    const info = (await barline.call<ModelsInfo>('/models/info')).body;
    const qwen = info.capabilities.find(({ capability }) => capability === 'qwen');
    expect(qwen?.tokens_per_request).toBe((tokens?.prompt ?? 0) + (tokens?.completion ?? 0));
    expect(qwen?.cost_per_1000_requests_usd).toBeCloseTo((cost_usd ?? 0) * 1000, 3);
    expect(info.capabilities.find(({ capability }) => capability === 'style_transfer')).toMatchObject({
      by: 'chat-simulator',
      state: 'ready',
      prompt_version: 'verse-v1',
      tokens_per_request: null,
    });
  });

  it('counts cache hits', async () => {
    const before = (await barline.call<CacheStats>('/cache/stats')).body.total;
    const again = await barline.call<AnalyzedLyrics>('/analyze', { lyrics: VERSE });
    expect(again.body.cached).toBe(true);
    const after = (await barline.call<CacheStats>('/cache/stats')).body.total;
    const hits = (stats: typeof after) =>
      stats?.caches.find(({ cache }) => cache === 'analysis')?.hits ?? Number.NaN;
    expect(hits(after)).toBe(hits(before) + 1);
  });
});

describe('a comparison', () => {
  it('returns each analysis and the agreement of each pair', async () => {
    await script(sound);
    const analyzers = ['qwen', 'algorithmic', 'hybrid'];
    const { status, body } = await barline.call<Comparison>('/analyze/compare', { lyrics: VERSE, analyzers });
    expect(status).toBe(200);
    expect(body.analyses.map(({ analysis }) => analysis?.provenance.analyzer)).toEqual(analyzers);
    expect(body.agreement.map(({ a, b }) => `${a} ${b}`)).toEqual([
      'qwen algorithmic',
      'qwen hybrid',
      'algorithmic hybrid',
    ]);
    const [apart, ...closer] = body.agreement.map(({ overall }) => overall);
    for (const one of closer) expect(one).toBeGreaterThan(apart ?? 1);
    expect(body.mean_agreement).toBeGreaterThan(0);
  });

  it('names the analysers without an answer and uses no fallback', async () => {
    await script({ content: '{}', times: 0 });
    const { body } = await barline.call<Comparison>('/analyze/compare', {
      lyrics: `${VERSE}\nOnce more`,
      analyzers: ['qwen', 'algorithmic'],
    });
    expect(body.analyses[0]).toMatchObject({ analysis: null, error: { reason: 'unusable_answer' } });
    expect(body.analyses[1]?.error).toBeNull();
    expect([body.agreement, body.mean_agreement]).toEqual([[], null]);
  });

  it('rejects a single analyser and a repeated one', async () => {
    for (const analyzers of [['qwen'], ['qwen', 'qwen']]) {
      const { status } = await barline.call('/analyze/compare', { lyrics: VERSE, analyzers });
      expect(status).toBe(422);
    }
  });
});

describe('the catalogue', () => {
  it('is analysed again by a new model, once per track', async () => {
    await script(sound);
    const plain = barline.withVars({ LLM_BASE_URL: '' });
    const tracks = [
      await seedTrack(barline.sql, { title: 'A', lyrics: `${VERSE}\nOne line more` }),
      await seedTrack(barline.sql, { title: 'B', lyrics: VERSE }),
    ];
    for (const track_id of tracks)
      barline.queues.add('barline-analysis', { type: 'track.analyze', track_id });
    await plain.deliver();
    const sent = () =>
      barline.queues.sent.filter(({ body }) => (body as { type: string }).type === 'track.analyze').length;
    const before = sent();
    await plain.runSchedule(SLOT);
    expect(sent()).toBe(before);
    const asked = await calls();
    await barline.runSchedule(new Date(SLOT.getTime() + 900_000));
    // The second text was sent above and has an answer of the same model, but the catalogue's job still asks the model.
    expect(sent()).toBe(before + 2);
    await barline.deliver();
    expect((await calls()) - asked).toBe(2);
    await barline.runSchedule(new Date(SLOT.getTime() + 1_800_000));
    expect(sent()).toBe(before + 2);
    const rows = await barline.sql.query(sql`
      select text_hash, count(*)::int as n from analysis_results where analyzer_type = 'qwen' and status = 'done'
        and origin = 'catalogue' group by 1 having count(*) > 1`);
    expect(rows).toEqual([]);
  });

  it('gets the analysis of the engine at once when a model answer is unusable', async () => {
    await script({ content: '{}', times: 0 });
    const track_id = await seedTrack(barline.sql, { title: 'C', lyrics: `${VERSE}\nA line that fails` });
    barline.queues.add('barline-analysis', { type: 'track.analyze', track_id });
    expect((await barline.deliver()).retried).toEqual([]);
    const { body } = await barline.call<TrackDetail>(`/tracks/${track_id}`);
    expect(body.analysis?.provenance).toMatchObject({ analyzer: 'algorithmic', degraded: true });
    await barline.sql.query(sql`delete from tracks where id = ${track_id}::int`);
  });

  it('reports the share that each analyser has analysed', async () => {
    // With a Redis, a count is cached for a minute.
    const fresh = barline.withVars({ UPSTASH_REDIS_REST_URL: '' });
    const { coverage } = (await fresh.call<ModelsStatus>('/models/status')).body;
    expect(coverage.tracks_with_lyrics).toBe(2);
    const qwen = coverage.by.find(({ analyzer_type }) => analyzer_type === 'qwen');
    expect(qwen).toMatchObject({ model_version: 'chat-simulator', tracks: 2, share: 1, current: true });
  });
});

describe('a stream', () => {
  async function events(lyrics: string, on: TestBarline = barline, analyzer = 'auto') {
    const response = await on.request('/analyze', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ lyrics, analyzer }),
    });
    if (!response.ok) return { status: response.status, events: [] };
    const texts = (await response.text()).trim().split('\n\n');
    const parsed = texts.map((text) => {
      const [event, data] = text.split('\n').map((line) => line.slice(line.indexOf(': ') + 2));
      return { event, data: JSON.parse(data ?? '') as Record<string, unknown> };
    });
    return { status: response.status, events: parsed };
  }

  it('sends the engine, then the model, then the end', async () => {
    await script(sound);
    const answer = await events(`${VERSE}\nStreamed`);
    expect(answer.events.map(({ event }) => event)).toEqual(['engine', 'model', 'done']);
    const [engine, model] = answer.events.map(({ data }) => data.analysis as AnalyzedLyrics['analysis']);
    expect([engine?.provenance.analyzer, model?.provenance.analyzer]).toEqual(['algorithmic', 'qwen']);
  });

  it('says why the model did not answer and when to retry', async () => {
    await script({ status: 429, retry_after: 3600, times: 0 });
    const own = await openBarline({ redis: 'auto', vars: chat.vars });
    const answer = await events(`${VERSE}\nStreamed again`, own);
    expect(answer.events.map(({ event }) => event)).toEqual(['engine', 'degraded', 'done']);
    expect(answer.events[1]?.data).toMatchObject({ retry_after_seconds: 3600 });
  });

  it('sends only the engine when it was requested or no model is configured', async () => {
    const plain = barline.withVars({ LLM_BASE_URL: '' });
    const names = async (...args: Parameters<typeof events>) =>
      (await events(...args)).events.map(({ event }) => event);
    expect(await names(VERSE, barline, 'algorithmic')).toEqual(['engine', 'done']);
    expect(await names(VERSE, plain)).toEqual(['engine', 'degraded', 'done']);
    expect((await events(VERSE, plain, 'qwen')).status).toBe(503);
  });
});

describe('the answer of a model', () => {
  it.each([
    ['Redis', { UPSTASH_REDIS_REST_URL: NOBODY }],
    ['Postgres', { DATABASE_FETCH_ENDPOINT: `${NOBODY}/sql` }],
  ])('is returned with %s down, and requested once while the other store works', async (gone, vars) => {
    await script(sound);
    const poorer = barline.withVars(vars);
    const lyrics = `${VERSE}\nWithout ${gone}`;
    const ask = async () => (await poorer.call<AnalyzedLyrics>('/analyze', { lyrics })).body;
    const [first, second] = [await ask(), await ask()];
    expect([first.analysis.provenance.analyzer, first.cached, second.cached]).toEqual(['qwen', false, true]);
    expect(await calls()).toBe(1);
  });
});

// This test runs last, because it uses up the budget for a minute.
describe('with no rate budget left', () => {
  it('the engine answers, or 429 with Retry-After', async () => {
    await script(sound);
    const slow = barline.withVars({ LLM_REQUESTS_PER_MINUTE: '1', LLM_BURST: '1' });
    const ask = (lyrics: string, on_limit: string) => slow.call('/analyze', { lyrics, on_limit });
    await ask(`${VERSE}\nA last line`, 'fallback');
    const stoodIn = await ask(`${VERSE}\nAnother last line`, 'fallback');
    expect((stoodIn.body as AnalyzedLyrics).analysis.provenance).toMatchObject({
      analyzer: 'algorithmic',
      degraded: true,
      reason: 'rate_limited',
    });
    const refused = await slow.request('/analyze', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lyrics: `${VERSE}\nYet another last line`, on_limit: 'error' }),
    });
    expect([refused.status, ((await refused.json()) as Problem).code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1);
  });
});

describe('the daily budget of the model', () => {
  let barline: TestBarline;
  const capped = () => barline.withVars({ LLM_DAILY_BUDGET_USD: '0.000001' });
  const fresh = `${VERSE}\nA line that was in no other text`;

  beforeAll(async () => {
    barline = await openBarline({ redis: 'auto', vars: vars() });
  });

  it('is shown by /health, and null without one', async () => {
    expect((await barline.call<Health>('/health')).body.model_spend).toBeNull();
    expect((await capped().call<Health>('/health')).body.model_spend).toMatchObject({
      cap_usd: 0.000001,
      spent_usd: 0,
      is_reached: false,
    });
  });

  it('leaves the answer to the engine when it is spent, and says until when', async () => {
    const spent = capped();
    const before = await calls();
    const { body } = await spent.call<AnalyzedLyrics>('/analyze', { lyrics: fresh });
    expect(body.analysis.provenance).toMatchObject({ degraded: true, reason: 'budget_spent' });
    const refused = await spent.request('/analyze', {
      method: 'POST',
      headers: { ...ADMIN, 'content-type': 'application/json' },
      body: JSON.stringify({ lyrics: fresh, on_limit: 'error', use_cache: false }),
    });
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(86_400);
    expect(await calls()).toBe(before);
    const health = (await spent.call<Health>('/health')).body;
    expect(health.model_spend).toMatchObject({ is_reached: true, spent_usd: 0 });
    expect(Date.parse(health.model_spend?.resets_at ?? '')).toBeGreaterThan(Date.now());
    expect(health.components.model).toMatchObject({ status: 'degraded' });
  });

  it('holds what an answer cost', async () => {
    await script(sound);
    const wide = barline.withVars({ LLM_DAILY_BUDGET_USD: '1000' });
    const lyrics = `${VERSE}\nAnother line that was in no other text`;
    const { body } = await wide.call<AnalyzedLyrics>('/analyze', { lyrics });
    const health = (await wide.call<Health>('/health')).body;
    expect(health.model_spend?.spent_usd).toBeCloseTo(body.analysis.provenance.cost_usd ?? Number.NaN, 8);
  });

  it('needs a price of the model: without one no model is asked', async () => {
    const unpriced = barline.withVars({ LLM_DAILY_BUDGET_USD: '5', LLM_PRICES: '' });
    const health = (await unpriced.call<Health>('/health')).body;
    expect(health.faulty).toEqual(['LLM_DAILY_BUDGET_USD']);
    expect(health.components.model).toMatchObject({ status: 'off' });
  });
});
