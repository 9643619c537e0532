import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalChat, startChatSimulator } from '../../../../scripts/local/openai/chat-simulator.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import { callModel } from '../../../../src/services/models/call-model.ts';
import { readOutcomes } from '../../../../src/services/models/record-outcome.ts';
import { SOUND_REPLY, VERSE } from '../../../support/judged-verse.ts';
import { type ModelWorld, openModelWorld } from '../../../support/model-world.ts';

let chat: LocalChat;
let world: ModelWorld;

beforeAll(async () => {
  chat = await startChatSimulator();
});
beforeEach(async () => {
  chat.reset();
  world = openModelWorld([chat]);
});
afterAll(() => chat.close());

const sound = JSON.stringify(SOUND_REPLY);
const PLACE = { upstream: 'llm' as const, model: 'chat-simulator' };
const failedRows = () => world.statements.filter(({ text }) => text.includes("'failed', $"));
const reasonOf = (error: unknown) => (error instanceof AppError ? error.reason : error);

/** Ends the open period of the breaker, so that the next call is a probe. */
async function halfOpen(name: string): Promise<void> {
  const { state, clock } = world.ctx;
  await state.set(`breaker:${name}:open`, String(clock.now() - 1), 60_000);
}

describe('while one call probes the model', () => {
  it('the others get circuit_open; no failure is stored and no budget is used', async () => {
    await halfOpen('llm');
    chat.script({ content: sound, latency_ms: 300 });
    const probe = world.analyze(VERSE);
    await expect.poll(() => chat.requests().count).toBe(1);
    const slots = await world.ctx.state.get('budget:llm:slots');
    const stoodIn = await world.analyze(`${VERSE}!`);
    expect(stoodIn.provenance).toMatchObject({ degraded: true, reason: 'circuit_open' });
    const thrown = await world.analyze(`${VERSE}?`, { onLimit: 'error' }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', reason: 'circuit_open' });
    expect((thrown as AppError).retryAfterMs).toBeGreaterThan(0);
    expect(failedRows()).toEqual([]);
    expect(await world.ctx.state.get('budget:llm:slots')).toBe(slots);
    expect((await probe).provenance.degraded).toBe(false);
    expect(chat.requests().count).toBe(1);
    chat.script({ content: sound });
    expect((await world.analyze(VERSE)).provenance.degraded).toBe(false);
  });

  it('embedding calls get circuit_open', async () => {
    await halfOpen('embeddings');
    const place = { upstream: 'embeddings' as const, model: 'm' };
    let answer = (_: number) => {};
    const probe = callModel(world.ctx, place, () => new Promise<number>((resolve) => (answer = resolve)));
    const other = await callModel(world.ctx, place, async () => 2).catch(reasonOf);
    expect(other).toBe('circuit_open');
    answer(1);
    expect(await probe).toBe(1);
    expect(await callModel(world.ctx, place, async () => 3)).toBe(3);
  });

  it('a rejected probe allows the next call, because the server answered', async () => {
    await halfOpen('llm');
    chat.script({ status: 404 });
    expect((await world.analyze(VERSE)).provenance.reason).toBe('upstream_rejected');
    chat.script({ content: sound });
    expect((await world.analyze(VERSE)).provenance.degraded).toBe(false);
  });
});

describe('the last outcomes of a model', () => {
  it('are unknown before the first call', async () => {
    const none = { lastSuccessAt: null, lastRefusal: null, lastUnavailable: null };
    expect(await readOutcomes(world.ctx, PLACE)).toEqual(none);
    await world.ctx.state.set('outcome:llm:chat-simulator:refusal', '{"at":', 1000);
    expect(await readOutcomes(world.ctx, PLACE)).toEqual(none);
  });

  it('are the last success, the last rejection with status and reason, and the last missing answer', async () => {
    const started = world.ctx.clock.now();
    chat.script({ status: 401 }, { status: 503 }, { content: sound });
    await world.analyze(VERSE);
    await world.analyze(VERSE);
    const { lastSuccessAt, lastRefusal, lastUnavailable } = await readOutcomes(world.ctx, PLACE);
    expect(lastRefusal).toMatchObject({
      code: 'UPSTREAM_REJECTED',
      reason: 'upstream_rejected',
      status: 401,
    });
    expect(lastUnavailable).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', status: 503 });
    expect(lastRefusal?.at).toBeGreaterThanOrEqual(started);
    expect(lastSuccessAt).toBeGreaterThan(lastRefusal?.at ?? Number.NaN);
    expect(JSON.stringify(lastRefusal)).not.toContain(chat.apiKey);
  });

  it('are kept per model', async () => {
    chat.script({ content: sound });
    await world.analyze(VERSE);
    expect(await readOutcomes(world.ctx, { ...PLACE, model: 'another' })).toMatchObject({
      lastSuccessAt: null,
    });
    expect(await readOutcomes(world.ctx, { ...PLACE, upstream: 'embeddings' })).toMatchObject({
      lastSuccessAt: null,
    });
  });
});
