import OpenAI, { type APIError } from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalChat, startChatSimulator } from '../../../scripts/local/openai/chat-simulator.ts';
import { RequestRate } from '../../../scripts/local/openai/request-rate.ts';

let chat: LocalChat;
let client: OpenAI;

beforeAll(async () => {
  chat = await startChatSimulator();
  client = new OpenAI({ baseURL: chat.baseUrl, apiKey: chat.apiKey, maxRetries: 0 });
});
beforeEach(() => chat.reset());
afterAll(() => chat.close());

const say = (content: string, extra: object = {}) =>
  client.chat.completions.create({ model: chat.model, messages: [{ role: 'user', content }], ...extra });
const textOf = async (content: string, extra: object = {}) =>
  (await say(content, extra)).choices[0]?.message.content ?? '';
const failureOf = (call: PromiseLike<unknown>) =>
  Promise.resolve(call).then(
    () => expect.unreachable(),
    (error: APIError) => error,
  );
const post = (path: string, body: string | null, method = 'POST') =>
  fetch(new URL(path, chat.baseUrl), { method, body, headers: { authorization: `Bearer ${chat.apiKey}` } });

describe('the chat simulator, scripted', () => {
  it('returns the content of each step in turn, then its default', async () => {
    chat.script({ content: 'first' }, { content: { mood: 'calm' } });
    expect(await textOf('x')).toBe('first');
    expect(JSON.parse(await textOf('x'))).toEqual({ mood: 'calm' });
    expect(await textOf('x')).toMatch(/^Simulated/);
  });

  it('uses a step only for matching requests, as often as times says', async () => {
    chat.script({ match: 'song b', content: 'B', times: 2 }, { content: 'always', times: 0 });
    expect(await textOf('song a')).toBe('always');
    expect(await textOf('song b')).toBe('B');
    expect(await textOf('song b')).toBe('B');
    expect(await textOf('song b')).toBe('always');
  });

  it('accepts a script over HTTP and rejects an invalid one', async () => {
    expect(await (await post('/__script', '[{"content":"scripted"}]')).json()).toEqual({ queued: 1 });
    expect(await textOf('x')).toBe('scripted');
    expect((await post('/__script', '{"latencyMs":5}')).status).toBe(400);
    await post('/__script', '{"content":"never said"}');
    await post('/__script', null, 'DELETE');
    expect(await textOf('x')).not.toBe('never said');
  });

  it('waits for latency_ms', async () => {
    chat.script({ latency_ms: 80 });
    const startedAt = performance.now();
    await say('x');
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(79);
  });

  it('returns 429 with Retry-After, which the client follows', async () => {
    chat.script({ status: 429, retry_after: 7 });
    const error = await failureOf(say('x'));
    expect([error.status, error.code, error.headers?.get('retry-after')]).toEqual([
      429,
      'rate_limit_exceeded',
      '7',
    ]);
    chat.script({ status: 429, retry_after: 0 }, { content: 'second try' });
    const patient = new OpenAI({ baseURL: chat.baseUrl, apiKey: chat.apiKey, maxRetries: 1 });
    const messages = [{ role: 'user' as const, content: 'x' }];
    const answer = await patient.chat.completions.create({ model: chat.model, messages });
    expect(answer.choices[0]?.message.content).toBe('second try');
  });

  it.each([500, 502, 503])('returns %i', async (status) => {
    chat.script({ status });
    const error = await failureOf(say('x'));
    expect([error.status, error.type]).toEqual([status, 'server_error']);
  });

  it('sends reasoning before the answer, or only reasoning', async () => {
    chat.script({ content: '{}', think: 'hm' }, { think: 'hm', unclosed_think: true });
    expect(await textOf('x')).toBe('<think>\nhm\n</think>\n\n{}');
    const { choices } = await say('x');
    expect(choices[0]).toMatchObject({ finish_reason: 'length', message: { content: '<think>hm' } });
  });

  it('sends truncated and malformed JSON', async () => {
    const content = { themes: ['river', 'home'] };
    chat.script({ content, truncate: true }, { content, malformed: true });
    const [truncated] = (await say('x')).choices;
    expect(truncated?.finish_reason).toBe('length');
    const [malformed] = (await say('x')).choices;
    expect(malformed?.finish_reason).toBe('stop');
    for (const choice of [truncated, malformed]) {
      expect(() => JSON.parse(choice?.message.content ?? '')).toThrow(SyntaxError);
      expect(choice?.message.content).toContain('themes');
    }
  });

  it('sends any body, and closes the connection', async () => {
    chat.script(
      { raw_body: '<html>gateway</html>', status: 502 },
      { raw_body: '{"choices":' },
      { disconnect: true },
    );
    expect((await failureOf(say('x'))).status).toBe(502);
    expect(await failureOf(say('x'))).toBeInstanceOf(Error);
    expect((await failureOf(say('x'))).message).toMatch(/connection error/i);
  });
});

describe('the chat simulator, streaming', () => {
  const stream = async (extra: object = {}) => {
    const chunks = await client.chat.completions.create({
      model: chat.model,
      messages: [{ role: 'user', content: 'x' }],
      stream: true,
      ...extra,
    });
    const seen: { text: string; finish: string | null; usage: unknown } = {
      text: '',
      finish: null,
      usage: null,
    };
    for await (const { choices, usage } of chunks) {
      seen.text += choices[0]?.delta.content ?? '';
      seen.finish = choices[0]?.finish_reason ?? seen.finish;
      seen.usage = usage ?? seen.usage;
    }
    return seen;
  };

  it('sends the content in chunks of whole characters', async () => {
    const content = '🎤🎤🎤 a verse in small pieces';
    chat.script({ content, chunk_characters: 1 });
    expect(await stream()).toEqual({ text: content, finish: 'stop', usage: null });
  });

  it('sends the usage when requested', async () => {
    chat.script({ content: 'twelve chars' });
    const { usage } = await stream({ stream_options: { include_usage: true } });
    expect(usage).toEqual({ prompt_tokens: 1, completion_tokens: 3, total_tokens: 4 });
  });

  it('ends at the length limit, or closes the connection', async () => {
    chat.script(
      { content: 'one two three four', truncate: true },
      { content: 'x'.repeat(200), disconnect: true },
    );
    expect((await stream()).finish).toBe('length');
    expect(await failureOf(stream())).toBeInstanceOf(Error);
  });
});

describe('the chat simulator without a script', () => {
  it('returns JSON that matches the requested schema', async () => {
    const schema = {
      type: 'object',
      required: ['sentiment', 'score', 'themes', 'maybe'],
      properties: {
        sentiment: { enum: ['positive', 'negative'] },
        score: { type: 'number', minimum: 1 },
        themes: { type: 'array', minItems: 2, items: { type: 'string' } },
        maybe: { anyOf: [{ type: 'null' }, { type: 'string' }] },
        extra: { type: 'string' },
      },
    };
    const format = { type: 'json_schema', json_schema: { name: 'analysis', schema } };
    expect(JSON.parse(await textOf('x', { response_format: format }))).toEqual({
      sentiment: 'positive',
      score: 1,
      themes: ['simulated', 'simulated'],
      maybe: null,
    });
    expect(JSON.parse(await textOf('x', { response_format: { type: 'json_object' } }))).toBeTypeOf('object');
  });

  it('returns the result of its reply function', async () => {
    const own = await startChatSimulator({ reply: ({ messages }) => `heard: ${messages[0]?.content}` });
    const ownClient = new OpenAI({ baseURL: own.baseUrl, apiKey: own.apiKey });
    const messages = [{ role: 'user' as const, content: 'hello' }];
    const answer = await ownClient.chat.completions.create({ model: own.model, messages });
    expect(answer.choices[0]?.message.content).toBe('heard: hello');
    await own.close();
  });

  it('counts requests by status and stores their bodies', async () => {
    chat.script({ status: 503 });
    await failureOf(say('one'));
    await say('two');
    const report = await (await post('/__requests', null, 'GET')).json();
    expect(report).toMatchObject({ count: 2, by_status: { 200: 1, 503: 1 } });
    expect(report.recent.map((r: { body: { messages: unknown } }) => r.body.messages)).toEqual([
      [{ role: 'user', content: 'one' }],
      [{ role: 'user', content: 'two' }],
    ]);
  });

  it('enforces a request rate', async () => {
    const strict = await startChatSimulator({ limit: { requestsPerMinute: 1, burst: 2 } });
    const impatient = new OpenAI({ baseURL: strict.baseUrl, apiKey: strict.apiKey, maxRetries: 0 });
    const ask = () =>
      impatient.chat.completions.create({ model: strict.model, messages: [{ role: 'user', content: 'x' }] });
    await ask();
    await ask();
    const error = await failureOf(ask());
    expect(error.status).toBe(429);
    expect(Number(error.headers?.get('retry-after'))).toBeGreaterThan(50);
    await strict.close();
  });

  it('rejects a wrong key, an unknown model and a request without messages', async () => {
    const stranger = new OpenAI({ baseURL: chat.baseUrl, apiKey: 'wrong', maxRetries: 0 });
    expect((await failureOf(stranger.models.list())).status).toBe(401);
    expect((await failureOf(say('x', { model: 'other' }))).status).toBe(404);
    expect((await failureOf(say('x', { messages: [] }))).param).toBe('messages');
    expect((await post('/v1/chat/completions', '{"model"')).status).toBe(400);
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual([chat.model]);
  });
});

describe('RequestRate', () => {
  it('allows a burst, then one request at a time as the bucket refills', () => {
    const rate = new RequestRate({ requestsPerMinute: 60, burst: 2 }, 0);
    expect([rate.take(0), rate.take(0), rate.take(0)]).toEqual([null, null, 1]);
    expect([rate.take(1_000), rate.take(1_000)]).toEqual([null, 1]);
    expect([rate.take(60_000), rate.take(60_000), rate.take(60_000)]).toEqual([null, null, 1]);
  });
});
