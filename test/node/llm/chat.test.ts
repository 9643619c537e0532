import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startHttpServer } from '../../../scripts/local/http-server.ts';
import { type LocalChat, startChatSimulator } from '../../../scripts/local/openai/chat-simulator.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { createChatModel } from '../../../src/llm/chat.ts';
import type { ChatModel, ChatRequest } from '../../../src/llm/types.ts';
import { messagesOf } from '../../support/model-world.ts';

let chat: LocalChat;
let model: ChatModel;

beforeAll(async () => {
  chat = await startChatSimulator();
  model = createChatModel(chat);
});
beforeEach(() => chat.reset());
afterAll(() => chat.close());

const request: ChatRequest = {
  system: 'Judge.',
  user: 'A line.',
  temperature: 0.4,
  maxTokens: 100,
  timeoutMs: 5000,
  schema: { name: 'judgement', schema: { type: 'object', properties: {}, additionalProperties: false } },
};
const failureOf = (asked: ChatModel, change: Partial<ChatRequest> = {}) =>
  asked.complete({ ...request, ...change }).then(
    () => expect.unreachable(),
    (error: unknown) => (error instanceof AppError ? error : expect.unreachable(String(error))),
  );

describe('a request to the model', () => {
  it('contains schema, temperature, max_tokens and both switches that turn reasoning off', async () => {
    await model.complete(request);
    const body = chat.requests().recent[0]?.body;
    expect(body).toMatchObject({
      temperature: 0.4,
      max_tokens: 100,
      chat_template_kwargs: { enable_thinking: false },
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'judgement', strict: true, schema: request.schema?.schema },
      },
    });
    expect(messagesOf(chat.requests().recent[0])).toEqual([
      { role: 'system', content: 'Judge.' },
      { role: 'user', content: 'A line.\n/no_think' },
    ]);
  });

  it('contains the previous messages, and the switch only in the last one', async () => {
    const followUp = [
      { role: 'assistant' as const, content: '{' },
      { role: 'user' as const, content: 'That is broken.' },
    ];
    await model.complete({ ...request, followUp });
    expect(messagesOf(chat.requests().recent[0]).slice(1)).toEqual([
      { role: 'user', content: 'A line.' },
      { role: 'assistant', content: '{' },
      { role: 'user', content: 'That is broken.\n/no_think' },
    ]);
  });

  it('returns text, model, tokens and whether the answer was cut off', async () => {
    chat.script({ content: 'short', think: 'hm' }, { content: 'cut in the middle', truncate: true });
    expect(await model.complete(request)).toMatchObject({
      text: '<think>\nhm\n</think>\n\nshort',
      model: 'chat-simulator',
      truncated: false,
      tokens: { prompt: expect.any(Number), completion: expect.any(Number) },
    });
    expect(await model.complete(request)).toMatchObject({ truncated: true });
  });
});

describe('a model that fails', () => {
  it.each([
    [401, 'UPSTREAM_REJECTED'],
    [404, 'UPSTREAM_REJECTED'],
    [408, 'UPSTREAM_UNAVAILABLE'],
    [429, 'UPSTREAM_UNAVAILABLE'],
    [500, 'UPSTREAM_UNAVAILABLE'],
    [503, 'UPSTREAM_UNAVAILABLE'],
  ])('with status %i is %s after one request', async (status, code) => {
    chat.script({ status });
    expect((await failureOf(model)).code).toBe(code);
    expect(chat.requests().count).toBe(1);
  });

  it.each([
    ['3', 3000],
    ['0.5', 500],
    [() => new Date(Date.now() + 60_000).toUTCString(), 60_000],
    ['soon', undefined],
  ])('returns the Retry-After: %s', async (header, waitMs) => {
    chat.script({ status: 429, retry_after: typeof header === 'string' ? header : header() });
    const { retryAfterMs } = await failureOf(model);
    if (waitMs === undefined) expect(retryAfterMs).toBeUndefined();
    else expect(Math.abs((retryAfterMs ?? 0) - waitMs)).toBeLessThanOrEqual(2000);
  });

  it('by not answering ends at the time limit, before the body or within it', async () => {
    chat.script({ latency_ms: 5000 });
    expect((await failureOf(model, { timeoutMs: 80 })).detail).toMatch(/in time/);
    const half = await startHttpServer(
      { port: 0, name: 'a server that stops talking' },
      async (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"choices": [');
      },
    );
    const slow = createChatModel({ baseUrl: half.url, apiKey: 'k', model: 'm' });
    expect((await failureOf(slow, { timeoutMs: 80 })).detail).toMatch(/in time/);
    await half.close();
  });

  it.each([
    ['no list of choices', '{"choices": []}'],
    ['a page', '<html>busy</html>'],
    ['half a body', '{"choices": [{"mess'],
    ['nothing', ''],
    ['null', 'null'],
  ])('by answering %s is unavailable', async (_, rawBody) => {
    chat.script({ raw_body: rawBody });
    expect((await failureOf(model)).code).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('by closing the connection or being unreachable is unavailable', async () => {
    chat.script({ disconnect: true });
    expect((await failureOf(model)).code).toBe('UPSTREAM_UNAVAILABLE');
    const nobody = createChatModel({ baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'k', model: 'm' });
    expect((await failureOf(nobody)).code).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('never exposes the key', async () => {
    chat.script({ status: 500 });
    const error = await failureOf(model);
    expect(JSON.stringify([error.message, error.detail, error.errors])).not.toContain(chat.apiKey);
  });
});
