import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalChat, startChatSimulator } from '../../../../scripts/local/openai/chat-simulator.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import { seriesField } from '../../../../src/lib/metrics/recorder.ts';
import { SOUND_REPLY, VERSE } from '../../../support/judged-verse.ts';
import { openModelWorld } from '../../../support/model-world.ts';

let first: LocalChat;
let second: LocalChat;

beforeAll(async () => {
  [first, second] = await Promise.all([
    startChatSimulator(),
    startChatSimulator({ model: 'second-simulator' }),
  ]);
});
beforeEach(() => {
  first.reset();
  second.reset();
});
afterAll(() => Promise.all([first.close(), second.close()]));

const sound = JSON.stringify(SOUND_REPLY);
const PRICE = { prompt: 2, completion: 10 };

describe('the fallback model', () => {
  it.each([
    ['is gone', { status: 404, times: 0 }, 'upstream_rejected'],
    ['fails', { status: 500, times: 0 }, 'upstream_unavailable'],
    ['talks nonsense', { content: '{}', times: 0 }, 'unusable_answer'],
  ])('answers when the first model %s, and is named in provenance', async (_, step, reason) => {
    first.script(step);
    second.script({ content: sound });
    const world = openModelWorld([first, second]);
    const { provenance } = await world.analyze(VERSE, { timeoutMs: 60_000 });
    expect(provenance).toMatchObject({
      analyzer: 'qwen',
      model: 'second-simulator',
      degraded: false,
      reason: `fallback_model: ${reason}`,
    });
    expect(world.cached.at(-1)?.ttlSeconds).toBe(300);
  });

  it('is stored under its own name, beside the failure of the first', async () => {
    first.script({ status: 404, times: 0 });
    second.script({ content: sound });
    const world = openModelWorld([first, second]);
    await world.analyze(VERSE);
    const [stored, failed] = world.statements;
    expect(stored?.params).toContain('second-simulator');
    expect(stored?.params).not.toContain('chat-simulator');
    expect(failed?.text).toContain("'failed'");
    expect(failed?.params).toContain('chat-simulator');
    expect(failed?.params.at(-1)).toMatch(/^upstream_rejected: /);
  });

  it('has its own breaker; the engine answers when both are open', async () => {
    first.script({ status: 404, times: 0 });
    second.script({ status: 403, times: 0 });
    const { provenance } = await openModelWorld([first, second]).analyze(VERSE);
    expect(provenance).toMatchObject({
      analyzer: 'algorithmic',
      degraded: true,
      reason: 'upstream_rejected',
    });
    expect(second.requests().count).toBe(1);
  });
});

describe('a requested failure', () => {
  const thrown = (world: ReturnType<typeof openModelWorld>) =>
    world.analyze(VERSE, { onLimit: 'error', useCache: true }).then(
      () => null,
      (error: unknown) => (error instanceof AppError ? error : null),
    );

  it('is 429 with the time of the next slot when the budget is used up', async () => {
    const world = openModelWorld([first]);
    await world.ctx.state.set('budget:llm:slots', String(world.ctx.clock.now() + 60_000), 120_000);
    const error = await thrown(world);
    expect([error?.status, error?.code]).toEqual([429, 'RATE_LIMITED']);
    expect(error?.retryAfterMs).toBeGreaterThan(30_000);
    expect(world.statements.filter(({ text }) => text.includes('insert'))).toEqual([]);
  });

  it('is 503 when the model is down, 502 when its answer is unusable; both are stored as failures', async () => {
    for (const [step, status] of [
      [{ status: 429, retry_after: 3600 }, 503],
      [{ content: '{}', times: 2 }, 502],
    ] as const) {
      const world = openModelWorld([first]);
      first.reset();
      first.script(step);
      expect((await thrown(world))?.status).toBe(status);
      const [stored] = world.statements.filter(({ text }) => text.includes('insert'));
      expect(stored?.text).toContain("'failed'");
    }
  });

  it('is replaced by the engine when a retry would not help, for callers that can retry', async () => {
    const retry = { onLimit: 'retry', useCache: true } as const;
    first.script({ content: '{}', times: 2 });
    const stoodIn = await openModelWorld([first]).analyze(VERSE, retry);
    expect(stoodIn.provenance).toMatchObject({ degraded: true, reason: 'unusable_answer' });
    first.script({ status: 429, retry_after: 3600 });
    await expect(openModelWorld([first]).analyze(VERSE, retry)).rejects.toThrow('UPSTREAM_UNAVAILABLE');
  });

  it('is not replaced by a cached result of the engine', async () => {
    const world = openModelWorld([first]);
    first.script({ status: 403 });
    await world.analyze(VERSE, { useCache: true });
    first.script({ content: sound });
    const analysis = await world.analyze(VERSE, { useCache: true, onLimit: 'error' });
    expect(analysis.provenance.degraded).toBe(false);
  });
});

describe('concurrent requests for the same text', () => {
  it('cost one model call', async () => {
    first.script({ content: sound, latency_ms: 100, times: 0 });
    const world = openModelWorld([first]);
    // The clock has to advance for the waiting calls.
    world.ctx.clock.sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => world.analyze(VERSE, { useCache: true })),
    );
    expect(first.requests().count).toBe(1);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('cost one call for each different set of parameters', async () => {
    first.script({ content: sound, times: 0 });
    const world = openModelWorld([first]);
    const temperatures = [0.1, 0.2, 0.1, 0.2];
    for (const temperature of temperatures) await world.analyze(VERSE, { useCache: true, temperature });
    await world.analyze(VERSE, { useCache: true, choice: 'hybrid' });
    expect(first.requests().count).toBe(3);
  });

  it('also share its failure', async () => {
    first.script({ status: 403, latency_ms: 50 }, { content: sound, times: 0 });
    const world = openModelWorld([first]);
    world.ctx.clock.sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const ask = () => world.analyze(VERSE, { useCache: true, onLimit: 'error' });
    const ends = await Promise.allSettled([ask(), ask()]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(first.requests().count).toBe(1);
    // A request after its end makes a new call.
    expect((await ask()).provenance.degraded).toBe(false);
  });
});

it('tokens and cost are counted, also of an unusable answer', async () => {
  first.script({ content: '{}' }, { content: sound });
  const world = openModelWorld([first], { price: PRICE });
  const { provenance } = await world.analyze(VERSE);
  const { prompt = 0, completion = 0 } = provenance.tokens ?? {};
  expect(provenance.cost_usd).toBeCloseTo((prompt * 2 + completion * 10) / 1e6, 9);
  const { counted } = world;
  const tokens = (kind: string) =>
    counted.get(seriesField('barline_model_tokens_total', { upstream: 'llm', kind }));
  expect([tokens('prompt'), tokens('completion')]).toEqual([prompt, completion]);
  const cost = counted.get(seriesField('barline_model_cost_microdollars_total', { upstream: 'llm' }));
  expect(cost).toBeCloseTo((provenance.cost_usd ?? 0) * 1e6, -1);
});
