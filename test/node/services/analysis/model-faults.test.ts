import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StepInput } from '../../../../scripts/local/openai/chat-script.ts';
import { type LocalChat, startChatSimulator } from '../../../../scripts/local/openai/chat-simulator.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import { AnalysisSchema } from '../../../../src/lyrics/contract.ts';
import { SOUND_REPLY, VERSE } from '../../../support/judged-verse.ts';
import { type ModelWorld, openModelWorld } from '../../../support/model-world.ts';

// The rows of the table of the chat model in docs/failures.md.

let chat: LocalChat;
let world: ModelWorld;

beforeAll(async () => {
  chat = await startChatSimulator();
});
beforeEach(() => {
  chat.reset();
  world = openModelWorld([chat]);
});
afterAll(() => chat.close());

const completion = (content: string | null) => JSON.stringify({ choices: [{ message: { content } }] });
const text = JSON.stringify(SOUND_REPLY);
const always = (step: StepInput): StepInput => ({ ...step, times: 0 });
const spanish = 'Esta canción habla de una familia que trabaja y reza para salir adelante en la ciudad.';

interface Row {
  steps: StepInput[];
  /** Requests that the model sees. */
  calls: number;
  /** The `provenance.reason`, or null if the model's answer is returned after all. */
  reason: string | null;
  /** What a caller gets with `on_limit: error`. */
  status: number | null;
}

const ROWS: [string, Row][] = [
  ['refuses', { steps: [always({ status: 403 })], calls: 1, reason: 'upstream_rejected', status: 502 }],
  [
    'fails with 500',
    { steps: [always({ status: 500 })], calls: 4, reason: 'upstream_unavailable', status: 503 },
  ],
  [
    'breaks off in the middle of an answer',
    {
      steps: [{ raw_body: completion(text), disconnect: true }, { content: text }],
      calls: 2,
      reason: null,
      status: null,
    },
  ],
  [
    'asks to wait three seconds',
    { steps: [{ status: 429, retry_after: 3 }, { content: text }], calls: 2, reason: null, status: null },
  ],
  [
    'asks to wait an hour',
    {
      steps: [always({ status: 429, retry_after: 3600 })],
      calls: 1,
      reason: 'upstream_unavailable',
      status: 503,
    },
  ],
  [
    'answers with a web page',
    {
      steps: [always({ raw_body: '<html>busy</html>' })],
      calls: 4,
      reason: 'upstream_unavailable',
      status: 503,
    },
  ],
  [
    'gives no choice',
    {
      steps: [always({ raw_body: '{"choices": []}' })],
      calls: 4,
      reason: 'upstream_unavailable',
      status: 503,
    },
  ],
  [
    'gives an empty choice',
    { steps: [always({ raw_body: completion(null) })], calls: 2, reason: 'unusable_answer', status: 502 },
  ],
  [
    'answers in another language',
    {
      steps: [always({ content: { ...SOUND_REPLY, summary: spanish } })],
      calls: 2,
      reason: 'unusable_answer',
      status: 502,
    },
  ],
  [
    'answers in another schema',
    { steps: [always({ content: { mood: 'calm' } })], calls: 2, reason: 'unusable_answer', status: 502 },
  ],
  [
    'answers with NaN',
    {
      steps: [always({ content: text.replace(/"score":[\d.-]+/, '"score":NaN') })],
      calls: 2,
      reason: 'unusable_answer',
      status: 502,
    },
  ],
  [
    'sends two megabytes',
    { steps: [always({ content: 'x'.repeat(2_000_000) })], calls: 1, reason: 'too_long', status: 502 },
  ],
  [
    "gives the question's own words back",
    {
      steps: [
        always({ content: { ...SOUND_REPLY, summary: 'what this song is about, in the words of somebody' } }),
      ],
      calls: 2,
      reason: 'unusable_answer',
      status: 502,
    },
  ],
  [
    'never comes to an end of its answer',
    { steps: [always({ content: text, truncate: true })], calls: 2, reason: 'cut_off', status: 502 },
  ],
];

const inserts = () =>
  world.statements.filter(({ text: sql }) => sql.includes('insert into analysis_results'));
const failures = () => inserts().filter(({ text: sql }) => sql.includes("'failed', $"));

describe.each(ROWS)('a model that %s', (_, { steps, calls, reason }) => {
  const hasAnswer = reason === null;

  it(
    hasAnswer ? 'is asked again, and answers' : 'is stood in for, with the reason, and the failure is stored',
    async () => {
      chat.script(...steps);
      const analysis = await world.analyze(VERSE, { timeoutMs: 60_000 });
      expect(AnalysisSchema.parse(analysis)).toEqual(analysis);
      expect(analysis.provenance).toMatchObject({
        analyzer: hasAnswer ? 'qwen' : 'algorithmic',
        degraded: !hasAnswer,
        reason,
      });
      expect(chat.requests().count).toBe(calls);
      expect(inserts()).toHaveLength(hasAnswer ? 1 : 2);
      expect(failures()).toHaveLength(hasAnswer ? 0 : 1);
      expect(world.cached.at(-1)?.ttlSeconds).toBe(hasAnswer ? 86_400 : 300);
    },
  );
});

describe.each(ROWS.filter(([, { reason }]) => reason !== null))('a model that %s', (_, { steps, status }) => {
  it('is returned as a failure when asked for, stored as one and not cached', async () => {
    chat.script(...steps);
    const asked = world.analyze(VERSE, { timeoutMs: 60_000, onLimit: 'error' });
    const error = await asked.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).status).toBe(status);
    expect([inserts().length, failures().length]).toEqual([1, 1]);
    expect(world.cached).toEqual([]);
  });
});

describe('a model whose daily budget is spent', () => {
  const DAY_MS = 86_400_000;
  const spend = { price: { prompt: 1, completion: 1 }, budgetUsd: 0 };

  it('is not asked: the engine answers with the reason, and no failure is stored', async () => {
    world = openModelWorld([chat, chat], spend);
    const { provenance } = await world.analyze(VERSE);
    expect(provenance).toMatchObject({ analyzer: 'algorithmic', degraded: true, reason: 'budget_spent' });
    expect(chat.requests().count).toBe(0);
    expect([inserts().length, failures().length]).toEqual([1, 0]);
    expect(world.cached.at(-1)?.ttlSeconds).toBe(300);
  });

  it('is told with the time until midnight when asked for', async () => {
    world = openModelWorld([chat], spend);
    const leftMs = DAY_MS - (Date.now() % DAY_MS);
    const error = await world.analyze(VERSE, { onLimit: 'error' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'RATE_LIMITED', status: 429, reason: 'budget_spent' });
    const { retryAfterMs = 0 } = error as AppError;
    expect(Math.abs(retryAfterMs - leftMs) % DAY_MS).toBeLessThan(10_000);
  });

  it('is asked again the next day', async () => {
    world = openModelWorld([chat], { ...spend, budgetUsd: 0.02 });
    chat.script({ content: text, times: 0 });
    const reasons: (string | null)[] = [];
    for (let call = 0; call < 12; call++) {
      const { provenance } = await world.analyze(VERSE);
      reasons.push(provenance.reason);
      if (provenance.reason === 'budget_spent') break;
      world.advance(5000);
    }
    expect(reasons[0]).toBeNull();
    expect(reasons.at(-1)).toBe('budget_spent');
    world.advance(DAY_MS);
    expect((await world.analyze(VERSE)).provenance.reason).toBeNull();
  });
});

describe('a text without a letter or a digit', () => {
  it.each(['🔥🔥🔥 💯\n👑👑👑 🙌🏽', '!!! ... ???\n—— ***', '👨‍👩‍👧‍👦 ❤️ ☠️'])(
    'is not sent to a model: %s',
    async (lyrics) => {
      for (const choice of ['auto', 'qwen', 'hybrid'] as const) {
        const { provenance } = await world.analyze(lyrics, { choice });
        expect(provenance).toMatchObject({ analyzer: 'algorithmic', degraded: false, reason: 'no_words' });
      }
      expect(chat.requests().count).toBe(0);
    },
  );

  it.each(['水', '7', 'a 🔥'])('is not one like %s', async (lyrics) => {
    chat.script(always({ content: text }));
    await world.analyze(lyrics, {});
    expect(chat.requests().count).toBeGreaterThan(0);
  });
});
