import OpenAI, { type APIError } from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LocalEmbeddings,
  MAX_CHARACTERS,
  startEmbeddings,
} from '../../../scripts/local/openai/embeddings-server.ts';

let server: LocalEmbeddings;
let client: OpenAI;

beforeAll(async () => {
  server = await startEmbeddings({ threads: 2, cacheEntries: 50 });
  client = new OpenAI({ baseURL: server.baseUrl, apiKey: server.apiKey, maxRetries: 0 });
});
afterAll(() => server.close());

const embed = async (input: string | string[]) => {
  const answer = await client.embeddings.create({ model: server.model, input });
  return answer.data.map(({ embedding }) => embedding);
};
const dot = (a: number[] = [], b: number[] = []) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
const failureOf = (call: PromiseLike<unknown>) =>
  Promise.resolve(call).then(
    () => expect.unreachable(),
    (error: APIError) => error,
  );

describe('embeddings', () => {
  it('have 512 dimensions and unit length', async () => {
    const [vector] = await embed('The river keeps the names of everyone it carried');
    expect(vector).toHaveLength(512);
    expect(dot(vector, vector)).toBeCloseTo(1, 5);
  });

  it('are the same as floats and as base64', async () => {
    const input = 'The corner store is closing early';
    const [fromBase64] = await embed(input);
    const floats = await client.embeddings.create({ model: server.model, input, encoding_format: 'float' });
    expect(floats.data[0]?.embedding).toEqual(fromBase64);
  });

  it('are close for the same meaning in different words', async () => {
    const [query, alike, unlike] = await embed([
      'a song about missing my mother',
      'Mama, every morning I still set a plate for you since you passed',
      'New rims on the coupe and the engine is loud',
    ]);
    expect(dot(query, alike)).toBeGreaterThan(dot(query, unlike) + 0.1);
  });

  it('keep the order of a batch with several threads and repeated or cached texts', async () => {
    const texts = Array.from({ length: 30 }, (_, i) => `verse number ${i % 20} goes like this`);
    const batch = await embed(texts);
    for (const i of [0, 7, 19, 29]) {
      const [alone] = await embed(texts[i] ?? '');
      expect(batch[i]).toEqual(alone);
    }
    expect(batch[0]).not.toEqual(batch[1]);
  });

  it('do not depend on what else is in the batch', async () => {
    const [alone] = await embed('short and alone here');
    const [, beside] = await embed([
      'a much longer line that fills the batch with many more words',
      'short and alone  here',
    ]);
    expect(dot(alone, beside)).toBeCloseTo(1, 5);
  });

  it('read a line break as a space', async () => {
    const [one, two] = await embed([
      'first line here\nsecond line there',
      'first line here second line there',
    ]);
    expect(one).toEqual(two);
  });

  it('accept any script and any symbol', async () => {
    const vectors = await embed(['Привет, мир', '🎤🔥', '\ud800 lone', '---']);
    for (const vector of vectors) expect(dot(vector, vector)).toBeCloseTo(1, 5);
  });

  it('count the tokens', async () => {
    const short = await client.embeddings.create({ model: server.model, input: 'one two' });
    const long = await client.embeddings.create({
      model: server.model,
      input: ['one two', 'one two three four'],
    });
    expect(short.usage.total_tokens).toBeGreaterThanOrEqual(2);
    expect(long.usage.prompt_tokens).toBeGreaterThan(short.usage.prompt_tokens * 2);
  });

  it('serve a search before an earlier import', async () => {
    const order: string[] = [];
    const many = Array.from(
      { length: 40 },
      (_, i) => `a long import line number ${i} that takes the model a while`,
    );
    await Promise.all([
      embed(many).then(() => order.push('import')),
      embed('a quick question').then(() => order.push('search')),
    ]);
    expect(order).toEqual(['search', 'import']);
  });
});

describe('the embeddings API', () => {
  it('lists its model', async () => {
    const models = await client.models.list();
    expect(models.data.map(({ id }) => id)).toEqual([server.model]);
    expect((await client.models.retrieve(server.model)).id).toBe(server.model);
    expect((await failureOf(client.models.retrieve('other'))).status).toBe(404);
  });

  it('rejects a wrong key', async () => {
    const stranger = new OpenAI({ baseURL: server.baseUrl, apiKey: 'wrong', maxRetries: 0 });
    const error = await failureOf(stranger.embeddings.create({ model: server.model, input: 'x' }));
    expect([error.status, error.code]).toEqual([401, 'invalid_api_key']);
  });

  it('rejects an unknown model', async () => {
    const error = await failureOf(client.embeddings.create({ model: 'text-embedding-other', input: 'x' }));
    expect([error.status, error.code, error.param]).toEqual([404, 'model_not_found', 'model']);
  });

  it.each([
    ['an empty text', { input: '' }],
    ['a blank text in a batch', { input: ['x', ' \n '] }],
    ['no text', { input: [] }],
    ['a number', { input: 5 }],
    ['token numbers', { input: [1, 2] }],
    ['an unknown encoding', { input: 'x', encoding_format: 'hex' }],
    ['another number of dimensions', { input: 'x', dimensions: 256 }],
    ['too long a text', { input: 'x'.repeat(MAX_CHARACTERS + 1) }],
    ['too many texts', { input: Array.from({ length: 2_049 }, () => 'x') }],
  ])('answers %s with 400', async (_name, body) => {
    const error = await failureOf(client.post('/embeddings', { body: { model: server.model, ...body } }));
    expect([error.status, error.type]).toEqual([400, 'invalid_request_error']);
    expect(error.param).toMatch(/^(input|encoding_format|dimensions)/);
  });

  it.each([
    ['POST', '/v1/embeddings', '{"input"', 400],
    ['POST', '/v1/embeddings', '"text"', 400],
    ['GET', '/v1/embeddings', null, 404],
    ['POST', '/v1/other', '{}', 404],
  ])('answers %s %s %s with %i', async (method, path, body, status) => {
    const headers = { authorization: `Bearer ${server.apiKey}` };
    const answer = await fetch(new URL(path, server.baseUrl), { method, body, headers });
    const { error } = await answer.json();
    expect([answer.status, typeof error.message]).toEqual([status, 'string']);
  });
});
