import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalChat, startChatSimulator } from '../../../scripts/local/openai/chat-simulator.ts';
import { AppError } from '../../../src/lib/errors.ts';
import { createChatModel } from '../../../src/llm/chat.ts';
import type { ChatModel, ChatReply } from '../../../src/llm/types.ts';

let chat: LocalChat;
let model: ChatModel;

beforeAll(async () => {
  chat = await startChatSimulator();
  model = createChatModel(chat);
});
beforeEach(() => chat.reset());
afterAll(() => chat.close());

const ANSWER = '{"summary":"A song."}';

async function ask(rawBody: string): Promise<ChatReply> {
  chat.script({ raw_body: rawBody });
  return model.complete({ system: 's', user: 'u', temperature: 0, maxTokens: 100, timeoutMs: 5000 });
}

const completion = (message: object, more: object = {}) =>
  JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message, ...more }] });
const withArguments = (given: unknown) => ({ function: { name: 'answer', arguments: given } });

describe('the text of an answer is read', () => {
  it.each([
    ['as content', { content: ANSWER, reasoning_content: 'Hm.' }],
    ['under reasoning_content, where the content is null', { content: null, reasoning_content: ANSWER }],
    ['under reasoning_content, where the content is blank', { content: '\n\n', reasoning_content: ANSWER }],
    ['under reasoning, where there is no content', { reasoning: ANSWER }],
    ['from one part', { content: [{ type: 'text', text: ANSWER }] }],
    [
      'from several parts',
      {
        content: [
          { type: 'text', text: '{"summary":' },
          { type: 'text', text: '"A song."}' },
        ],
      },
    ],
    ['from parts without a type', { content: [{ text: ANSWER }] }],
    ['from parts that are text', { content: ['{"summary":', '"A song."}'] }],
    [
      'without parts that are a thought',
      {
        content: [
          { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] },
          { type: 'reasoning', text: '{"summary":"A draft."}' },
          { type: 'text', text: ANSWER },
        ],
      },
    ],
    ['from the call of a tool', { content: null, tool_calls: [withArguments(ANSWER)] }],
    ['from a call with an object', { content: '', tool_calls: [withArguments({ summary: 'A song.' })] }],
  ])('%s', async (_, message) => {
    expect((await ask(completion(message))).text).toBe(ANSWER);
  });

  it('and is empty where the message has none', async () => {
    expect((await ask(completion({ content: null, tool_calls: null }))).text).toBe('');
  });
});

const event = (value: unknown) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`;
const delta = (given: object, finish: string | null = null) =>
  event({ model: 'streamer', choices: [{ index: 0, delta: given, finish_reason: finish }] });

describe('a stream that nobody asked for is put together', () => {
  const pieces =
    delta({ role: 'assistant' }) + delta({ content: '{"summary":' }) + delta({ content: '"A song."}' });
  const usage = event({ choices: [], usage: { prompt_tokens: 3, completion_tokens: 4 } });

  it('with its model, tokens and end', async () => {
    expect(await ask(`${pieces}${delta({}, 'stop')}${usage}${event('[DONE]')}`)).toEqual({
      text: ANSWER,
      model: 'streamer',
      truncated: false,
      tokens: { prompt: 3, completion: 4 },
    });
  });

  it.each([
    ['comments and names of events', `: waiting\n\nevent: message\n${pieces}${event('[DONE]')}`],
    ['CRLF', `${pieces}${event('[DONE]')}`.replaceAll('\n', '\r\n')],
    ['no blank after the colon', `${pieces}${event('[DONE]')}`.replaceAll('data: ', 'data:')],
    ['a blank line first', `\n${pieces}${event('[DONE]')}`],
    ['a thought beside it', `${delta({ reasoning_content: 'Hm.' })}${pieces}${event('[DONE]')}`],
    [
      'a second choice',
      `${event({ choices: [{ index: 1, delta: { content: 'x' } }] })}${pieces}${event('[DONE]')}`,
    ],
  ])('with %s', async (_, body) => {
    expect(await ask(body)).toMatchObject({ text: ANSWER, truncated: false });
  });

  it('and counts as cut off where it breaks off or says so', async () => {
    expect((await ask(pieces)).truncated).toBe(true);
    expect((await ask(`${pieces}${delta({}, 'length')}${event('[DONE]')}`)).truncated).toBe(true);
  });

  it('and an error in it is the error of the request', async () => {
    const body = `${pieces}${event({ error: { message: 'Overloaded', code: 503 } })}`;
    await expect(ask(body)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', cause: { status: 503 } });
  });
});

describe('an error that comes with a status of success', () => {
  it.each([
    [{ error: { message: 'Rate limit exceeded', code: 429 } }, 429, 'UPSTREAM_UNAVAILABLE'],
    [{ error: { message: 'Slow down', type: 'rate_limit_error' } }, 429, 'UPSTREAM_UNAVAILABLE'],
    [{ error: { message: 'Bad gateway', code: '502' }, choices: [] }, 502, 'UPSTREAM_UNAVAILABLE'],
    [{ error: { message: 'no', type: 'invalid_request_error', code: null } }, 400, 'UPSTREAM_REJECTED'],
    [{ error: { message: 'no such model', code: 'model_not_found' } }, 400, 'UPSTREAM_REJECTED'],
    [{ object: 'error', message: 'not allowed', code: 403 }, 403, 'UPSTREAM_REJECTED'],
    [{ error: { message: 'something broke' } }, 502, 'UPSTREAM_UNAVAILABLE'],
    [{ error: 'busy' }, 502, 'UPSTREAM_UNAVAILABLE'],
  ])('%j counts as %i', async (body, status, code) => {
    const error: unknown = await ask(JSON.stringify(body)).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code, cause: { status } });
  });

  it('is not looked for in an answer', async () => {
    expect((await ask(completion({ content: ANSWER }, { error: { message: 'no', code: 500 } }))).text).toBe(
      ANSWER,
    );
  });
});

it('a limit of tokens that is refused under its old name is sent under the newer one at once', async () => {
  const message =
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens'.";
  chat.script({
    status: 400,
    raw_body: JSON.stringify({ error: { message, type: 'invalid_request_error' } }),
  });
  const reply = await model.complete({
    system: 's',
    user: 'u',
    temperature: 0,
    maxTokens: 7,
    timeoutMs: 5000,
  });
  expect(reply.refused).toEqual(['max_tokens']);
  expect(chat.requests().recent.map(({ body }) => body)).toMatchObject([
    { max_tokens: 7 },
    { max_completion_tokens: 7 },
  ]);
});
