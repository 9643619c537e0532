import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalChat, startChatSimulator } from '../../../../scripts/local/openai/chat-simulator.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import { type Analysis, AnalysisSchema } from '../../../../src/lyrics/contract.ts';
import { SOUND_REPLY, VERSE } from '../../../support/judged-verse.ts';
import { type ModelWorld, messagesOf, openModelWorld } from '../../../support/model-world.ts';

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

const sound = JSON.stringify(SOUND_REPLY);
const requests = () => chat.requests().recent;

function expectJudged(analysis: Analysis): void {
  expect(AnalysisSchema.parse(analysis)).toEqual(analysis);
  expect(analysis.provenance).toMatchObject({
    analyzer: 'qwen',
    model: 'chat-simulator',
    prompt_version: 'analysis-v2',
    degraded: false,
    reason: null,
  });
  expect(analysis.themes[0]?.theme).toBe('hustle');
}

function expectStoodIn(analysis: Analysis, reason: string): void {
  expect(AnalysisSchema.parse(analysis)).toEqual(analysis);
  expect(analysis.provenance).toMatchObject({
    analyzer: 'algorithmic',
    degraded: true,
    reason,
    tokens: null,
  });
}

describe('a model answer is used', () => {
  it.each([
    ['bare', { content: sound }],
    ['after a thought', { content: sound, think: 'Let me {see}.' }],
    ['in a fence', { content: `\`\`\`json\n${sound}\n\`\`\`` }],
    ['inside prose', { content: `Here you are: ${sound}\nAnything else?` }],
  ])('%s, in one request', async (_, step) => {
    chat.script(step);
    const analysis = await world.analyze(VERSE);
    expectJudged(analysis);
    expect(requests()).toHaveLength(1);
    expect(analysis.provenance.tokens?.completion).toBeGreaterThan(100);
    expect(analysis.provenance.cost_usd).toBeNull();
    expect(world.cached.at(-1)?.ttlSeconds).toBe(24 * 3600);
  });

  it('after being cut off, with a higher token limit', async () => {
    chat.script({ content: sound, truncate: true }, { content: sound });
    expectJudged(await world.analyze(VERSE));
    const rooms = requests().map(({ body }) => (body as { max_tokens: number }).max_tokens);
    expect(rooms[1]).toBeGreaterThan(rooms[0] ?? 0);
    expect(messagesOf(requests()[1])).toEqual(messagesOf(requests()[0]));
  });

  it('after reasoning that used up all tokens', async () => {
    chat.script({ unclosed_think: true, think: 'Hm, ' }, { content: sound });
    expectJudged(await world.analyze(VERSE));
  });

  it.each([
    ['malformed', { content: sound, malformed: true }, /broken|no JSON/],
    ['of another shape', { content: { mood: 'calm' } }, /sentiment/],
    ['with a number out of range', { content: { ...SOUND_REPLY, confidence: 1.5 } }, /confidence/],
    [
      'with evidence that nobody sings',
      {
        content: {
          ...SOUND_REPLY,
          themes: [{ theme: 'wealth', strength: 1, evidence: [{ line: 2, quote: 'diamonds on my wrist' }] }],
        },
      },
      /diamonds on my wrist/,
    ],
  ])('%s, after a repair request that names the faults', async (_, step, fault) => {
    chat.script(step, { content: sound });
    const analysis = await world.analyze(VERSE);
    expectJudged(analysis);
    expect(analysis.confidence_reasons).toContain('the first answer had faults and was corrected');
    const [, , answer, complaint] = messagesOf(requests()[1]);
    expect([answer?.role, complaint?.role]).toEqual(['assistant', 'user']);
    expect(complaint?.content).toMatch(fault);
  });

  it('when no analyser is requested and a model is configured', async () => {
    chat.script({ content: sound });
    expectJudged(await world.analyze(VERSE, { choice: 'auto' }));
  });

  it('with the tokens of every request counted', async () => {
    chat.script({ content: '{}' }, { content: sound });
    const { provenance } = await world.analyze(VERSE);
    const alone = openModelWorld([chat]);
    chat.script({ content: sound });
    const once = await alone.analyze(VERSE);
    expect(provenance.tokens?.prompt).toBeGreaterThan(2 * (once.provenance.tokens?.prompt ?? 0));
  });
});

describe('the engine answers instead', () => {
  it.each([
    ['is malformed twice', [{ content: sound, malformed: true, times: 2 }], 2, 'unusable_answer'],
    ['is cut off twice', [{ content: sound, truncate: true, times: 2 }], 2, 'cut_off'],
    [
      'is cut off, faulty and faulty again',
      [
        { content: sound, truncate: true },
        { content: '{}', times: 2 },
      ],
      3,
      'unusable_answer',
    ],
    [
      'gives invented evidence twice',
      [
        {
          content: {
            ...SOUND_REPLY,
            themes: [{ theme: 'wealth', strength: 1, evidence: [{ line: 1, quote: 'my yacht is long' }] }],
          },
          times: 2,
        },
      ],
      2,
      'unusable_answer',
    ],
    ['is far too long', [{ content: 'x'.repeat(2_000_000) }], 1, 'too_long'],
    ['is empty', [{ content: '', times: 2 }], 2, 'unusable_answer'],
    ['is refused for good', [{ status: 403 }], 1, 'upstream_rejected'],
  ])('when the answer %s', async (_, steps, calls, reason) => {
    chat.script(...steps);
    expectStoodIn(await world.analyze(VERSE), reason);
    expect(requests()).toHaveLength(calls);
    expect(world.cached.at(-1)?.ttlSeconds).toBe(300);
  });

  it('when the model does not answer before the time limit', async () => {
    chat.script({ latency_ms: 3000, times: 0 });
    const started = performance.now();
    expectStoodIn(await world.analyze(VERSE, { timeoutMs: 700 }), 'timed_out');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('at once when no model is configured and none is requested', async () => {
    const { provenance } = await openModelWorld([]).analyze(VERSE, { choice: 'auto' });
    expect(provenance).toMatchObject({ analyzer: 'algorithmic', degraded: false, reason: 'not_configured' });
  });
});

it.each(['qwen', 'hybrid'] as const)(
  'returns a configuration error for %s without a model',
  async (choice) => {
    const failed = openModelWorld([]).analyze(VERSE, { choice });
    await expect(failed).rejects.toSatisfy(
      (error) => error instanceof AppError && error.code === 'CONFIG_INVALID',
    );
  },
);

describe('a failing model is retried', () => {
  it('after 2, 4 and 8 seconds with full jitter', async () => {
    chat.script({ status: 500 }, { status: 503 }, { disconnect: true }, { content: sound });
    expectJudged(await world.analyze(VERSE));
    expect(world.sleeps).toEqual([1000, 2000, 4000]);
  });

  it('after its Retry-After, at a reduced rate', async () => {
    chat.script({ status: 429, retry_after: 3 }, { content: sound });
    expectJudged(await world.analyze(VERSE));
    expect(world.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(3000);
    expect(await world.ctx.state.get('budget:llm:epoch')).toContain('"rate":31');
  });

  it('not when Retry-After exceeds the time left', async () => {
    chat.script({ status: 429, retry_after: 3600 });
    expectStoodIn(await world.analyze(VERSE), 'upstream_unavailable');
    expect([requests().length, world.sleeps.length]).toEqual([1, 0]);
    expectStoodIn(await world.analyze(`${VERSE}!`), 'rate_limited');
    expect(requests()).toHaveLength(1);
  });

  it('until the breaker opens, and then by one probe two minutes later', async () => {
    chat.script({ status: 500, times: 0 });
    expectStoodIn(await world.analyze(VERSE, { timeoutMs: 60_000 }), 'upstream_unavailable');
    // The fifth failure opens the circuit. Only the requests sent before it count as failures.
    expectStoodIn(await world.analyze(VERSE, { timeoutMs: 60_000 }), 'upstream_unavailable');
    expect(requests()).toHaveLength(5);
    const slots = await world.ctx.state.get('budget:llm:slots');
    expectStoodIn(await world.analyze(VERSE), 'circuit_open');
    expect(requests()).toHaveLength(5);
    expect(await world.ctx.state.get('budget:llm:slots')).toBe(slots);
    chat.reset();
    chat.script({ content: sound });
    world.advance(120_000);
    expectJudged(await world.analyze(VERSE));
  });
});

describe('the rate budget', () => {
  it('allows five calls at once, spaces the next ones, and rejects calls that would start too late', async () => {
    chat.script({ content: sound, times: 0 });
    for (let i = 0; i < 5; i++) await world.analyze(VERSE);
    expect(world.sleeps).toEqual([]);
    await world.analyze(VERSE);
    expect(world.sleeps[0]).toBeGreaterThan(0);
    const { ctx } = world;
    await ctx.state.set('budget:llm:slots', String(ctx.clock.now() + 60_000), 120_000);
    expectStoodIn(await world.analyze(VERSE), 'rate_limited');
    expect(requests()).toHaveLength(6);
  });
});

describe('hybrid', () => {
  it('combines model and engine and gives their agreement', async () => {
    chat.script({ content: sound });
    const analysis = await world.analyze(VERSE, { choice: 'hybrid' });
    expect(AnalysisSchema.parse(analysis)).toEqual(analysis);
    expect(analysis.provenance).toMatchObject({
      analyzer: 'hybrid',
      model: 'chat-simulator',
      degraded: false,
    });
    expect(analysis.confidence_reasons[0]).toMatch(/model and engine agree/);
    expect(analysis.provenance.agreement).toBeGreaterThan(0);
    expect(analysis.provenance.agreement).toBeLessThan(1);
  });

  it('contains only the engine when the model fails, and says so', async () => {
    chat.script({ status: 400, times: 0 });
    expectStoodIn(await world.analyze(VERSE, { choice: 'hybrid' }), 'upstream_rejected');
  });
});

describe('the prompt', () => {
  it('contains the song in numbered lines and no sample answer', async () => {
    chat.script({ content: sound });
    await world.analyze(VERSE, { temperature: 0.7 });
    const [system, user] = messagesOf(requests()[0]);
    expect(user?.content).toContain('\n2| I keep the rent in a coffee can');
    expect(user?.content).toContain('\n19| Halsey Street is half a church');
    expect(system?.content).not.toMatch(/"(?:sentiment|quality|confidence)"\s*:\s*(?:"|\d)/);
    expect(requests()[0]?.body).toMatchObject({ temperature: 0.7 });
  });
});
