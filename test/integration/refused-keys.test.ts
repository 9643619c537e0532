import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedTrack, VERSE } from '../support/seed.ts';
import { type OwnPart, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { AnalyzedLyrics, Health, ModelsInfo, ModelsStatus } from '../support/wire-types.ts';

const WRONG = 'a-key-that-was-revoked';

let barline: TestBarline;
let chat: OwnPart;
beforeAll(async () => {
  chat = await startPart({ kind: 'chat' });
  barline = await openBarline({ redis: 'auto', artists: ['Oda Brightwater'], vars: chat.vars });
}, 60_000);
afterAll(() => chat?.stop());

const health = async (worker: TestBarline, path = '/health') => (await worker.call<Health>(path)).body;
const capability = async (worker: TestBarline, name: string) =>
  (await worker.call<ModelsInfo>('/models/info')).body.capabilities.find((one) => one.capability === name);
const modelOf = async (worker: TestBarline, role: string) =>
  (await worker.call<ModelsStatus>('/models/status')).body.models.find((one) => one.role === role);

describe('a key that is no longer accepted', () => {
  it('of the chat model is an error in /health and makes the model not ready until a call succeeds', async () => {
    const revoked = barline.withVars({ LLM_API_KEY: WRONG });
    expect((await health(revoked)).components.model).toMatchObject({ status: 'ok', last_failure: null });
    const before = (await health(revoked)).models_ready;
    const { body } = await revoked.call<AnalyzedLyrics>('/analyze', { lyrics: VERSE });
    expect(body.analysis.provenance).toMatchObject({ degraded: true });
    const after = await health(revoked);
    expect(after.status).toBe('degraded');
    expect(after.components.model).toMatchObject({
      status: 'error',
      breaker: 'closed',
      detail: 'refused: HTTP 401',
      last_success_at: null,
      last_failure: { code: 'UPSTREAM_REJECTED', status: 401 },
    });
    expect(JSON.stringify(after)).not.toContain(WRONG);
    expect(after.models_ready).toEqual({ ...before, ready: before.ready - 1 });
    expect(await capability(revoked, 'qwen')).toMatchObject({ state: 'refused' });
    expect(await modelOf(revoked, 'chat')).toMatchObject({
      state: 'refused',
      last_failure: { status: 401 },
    });
    await barline.call('/analyze', { lyrics: `${VERSE}\nAnother line` });
    const healed = (await health(barline)).components.model;
    expect(healed).toMatchObject({ status: 'ok', last_failure: { status: 401 } });
    expect(Date.parse(healed?.last_success_at ?? '')).toBeGreaterThan(0);
    expect(await modelOf(barline, 'chat')).toMatchObject({ state: 'ready' });
  });

  it('of the embeddings is an error in /health and makes the model not ready until a call succeeds', async () => {
    const revoked = barline.withVars({ EMBEDDINGS_API_KEY: WRONG });
    const track = await seedTrack(barline.sql, { title: 'Refused' });
    revoked.queues.add('barline-analysis', { type: 'track.embed', track_id: track });
    await revoked.deliver();
    expect((await health(revoked)).components.embeddings).toMatchObject({ status: 'error' });
    expect(await capability(revoked, 'embedder')).toMatchObject({ state: 'refused' });
    const probed = await health(barline, '/health?probe=true');
    expect(probed.components.embeddings).toMatchObject({ status: 'ok' });
    expect(await capability(barline, 'embedder')).toMatchObject({ state: 'ready' });
  });

  it('of Genius is an error in /health, fails no song, and clears with the next success', async () => {
    const revoked = barline.withVars({ GENIUS_TOKEN: WRONG });
    await revoked.call('/ingest/artists', { name: 'Oda Brightwater', limit: 1 });
    await revoked.deliver();
    expect((await health(revoked)).components.genius_api).toMatchObject({
      status: 'error',
      detail: 'refused: HTTP 401',
    });
    const probed = await health(barline, '/health?probe=true');
    expect(probed.components.genius_api).toMatchObject({ status: 'ok', last_failure: null });
  });

  it('of Redis and of the database is reported with its own message', async () => {
    const redis = barline.withVars({ UPSTASH_REDIS_REST_TOKEN: WRONG });
    expect((await health(redis)).components.redis).toMatchObject({
      status: 'error',
      detail: 'refused: the password or token is not accepted',
    });
  });
});

describe('a probe', () => {
  it('sends one request to every upstream and reports the answer', async () => {
    const { probes, status } = await health(barline, '/health?probe=true');
    expect(probes?.map(({ upstream }) => upstream).sort()).toEqual(['embeddings', 'genius-api', 'llm']);
    expect(probes?.every((probe) => probe.status === 'ok')).toBe(true);
    expect(status).not.toBe('error');
    const revoked = barline.withVars({ LLM_API_KEY: WRONG });
    const refused = await health(revoked, '/health?probe=true');
    expect(refused.probes?.find(({ upstream }) => upstream === 'llm')).toMatchObject({
      status: 'error',
      failure: { code: 'UPSTREAM_REJECTED' },
    });
    expect(refused.components.model).toMatchObject({ status: 'error' });
    expect((await health(barline, '/health?probe=true')).components.model).toMatchObject({ status: 'ok' });
  });

  it('needs the admin token', async () => {
    expect((await barline.request('/health?probe=true')).status).toBe(401);
    expect((await barline.request('/health')).status).toBe(200);
  });
});
