import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { AnalyzeAnswer } from '../../src/http/schemas/analysis.ts';
import { createByteStore } from '../../src/redis/byte-store.ts';
import { createRedis, type RedisClient } from '../../src/redis/client.ts';
import { textOf } from '../support/documented-answers.ts';
import { VERSE } from '../support/seed.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';

let barline: TestBarline;
let redis: RedisClient;
let redisConfig: { url: string; token: string };

beforeAll(async () => {
  barline = await openBarline({ redis: 'auto' });
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = barline.vars;
  redisConfig = { url, token };
  redis = createRedis(redisConfig);
}, 60_000);

const WORDS = `${VERSE}\nA line that only this test sends`;

const ask = (headers: Record<string, string> = {}, body: object = {}) =>
  barline.request('/analyze', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ lyrics: WORDS, analyzer: 'algorithmic', ...body }),
  });

async function read(response: Response) {
  const text = await textOf(response);
  return { value: AnalyzeAnswer.parse(JSON.parse(text)), text };
}

describe('the OpenAPI document', () => {
  const open = (headers: Record<string, string>, method = 'GET') =>
    barline.request('/openapi.json', { method, headers });

  it('is the same compressed and not, and 304 to a client that has it', async () => {
    const [plain, packed] = [await open({}), await open({ 'accept-encoding': 'gzip' })];
    const tag = plain.headers.get('etag') ?? '';
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('etag')).toBe(tag);
    const text = await textOf(plain);
    expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.0' });
    expect(await textOf(packed)).toBe(text);
    for (const method of ['GET', 'HEAD']) {
      expect((await open({ 'if-none-match': tag }, method)).status).toBe(304);
      expect((await open({ 'if-none-match': '"another"' }, method)).status).toBe(200);
    }
  });

  it('has the same headers by HEAD, without a body', async () => {
    for (const encoding of ['gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding };
      const [get, head] = [await open(headers), await open(headers, 'HEAD')];
      expect(await head.text()).toBe('');
      for (const name of ['etag', 'vary', 'content-type', 'content-encoding'])
        expect(head.headers.get(name), name).toBe(get.headers.get(name));
    }
  });
});

describe('a cached analysis', () => {
  beforeEach(async () => {
    await redis.flushdb();
    await barline.sql.query(sql`delete from analysis_results`);
  });

  it('is sent as it was, compressed or not, told to be cached', async () => {
    const fresh = await ask();
    const first = await read(fresh);
    expect(first.value.cached).toBe(false);
    const [plain, packed] = [await ask(), await ask({ 'accept-encoding': 'gzip, deflate, br' })];
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    for (const response of [plain, packed]) {
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(response.headers.get('vary')).toMatch(/accept-encoding/);
      expect(response.headers.get('etag')).toBe(fresh.headers.get('etag'));
      expect(response.headers.get('x-request-id')).not.toBeNull();
      const { value } = await read(response);
      expect(value).toMatchObject({ success: true, cached: true, analysis: first.value.analysis });
      expect(Math.abs(Date.parse(value.timestamp) - Date.now())).toBeLessThan(60_000);
    }
  });

  it('has the same fields in the same order as a fresh one', async () => {
    const texts = [(await read(await ask())).text, (await read(await ask())).text];
    const [fresh, cached] = texts.map((text) =>
      text
        .replace(/"timestamp":"[^"]*","processing_time_ms":[\d.]+/, '')
        .replace('"cached":false', '"cached":true'),
    );
    expect(cached).toBe(fresh);
  });

  it('costs one Redis read, and is neither unpacked nor looked up in Postgres', async () => {
    await ask();
    await barline.sql.query(sql`delete from analysis_results`);
    const { value } = await read(await ask({ 'accept-encoding': 'gzip' }));
    expect(value.cached).toBe(true);
  });

  it.each([
    ['its tag', (tag: string) => tag],
    ['its tag as a strong one', (tag: string) => tag.replace('W/', '')],
    ['a list with its tag', (tag: string) => `"another", ${tag}`],
    ['*', () => '*'],
  ])('is 304 to a client that names %s', async (_, name) => {
    const tag = (await ask()).headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[0-9a-f]{24}"$/);
    for (const encoding of ['gzip', 'identity']) {
      const response = await ask({ 'if-none-match': name(tag), 'accept-encoding': encoding });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe('');
      expect(response.headers.get('etag')).toBe(tag);
      expect(response.headers.get('vary')).toMatch(/accept-encoding/);
      expect(response.headers.get('content-type')).toBeNull();
    }
  });

  it('is sent to a client that has another text’s', async () => {
    const tag = (await ask()).headers.get('etag') ?? '';
    const other = { lyrics: `${WORDS}, and one more` };
    await ask({}, other);
    const response = await ask({ 'if-none-match': tag }, other);
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).not.toBe(tag);
  });

  it('is not 304 when a new one was asked for', async () => {
    const tag = (await ask()).headers.get('etag') ?? '';
    for (const known of [tag, '*'])
      expect((await ask({ 'if-none-match': known }, { use_cache: false })).status).toBe(200);
  });

  it('with offsets of a text that was composed is moved to the text as sent', async () => {
    const lyrics = `Cafe\u0301 nights\r\n${WORDS}`;
    const first = await read(await ask({}, { lyrics }));
    const again = await ask({ 'accept-encoding': 'gzip' }, { lyrics });
    const { value } = await read(again);
    expect(value).toMatchObject({ cached: true, analysis: first.value.analysis });
    const exact = await ask({}, { lyrics: `Café nights\n${WORDS}` });
    const { value: moved } = await read(exact);
    expect(moved.cached).toBe(true);
    expect(moved.analysis.rhyme).not.toEqual(value.analysis.rhyme);
    expect(exact.headers.get('etag')).not.toBe(again.headers.get('etag'));
  });

  it('that was spoilt in Redis is made anew and counted', async () => {
    await ask();
    const [key = ''] = await redis.keys('bl:v1:analysis:*');
    const store = createByteStore(redisConfig);
    const bytes = (await store.get(key)) ?? new Uint8Array(1);
    await store.set(key, new Uint8Array(bytes.with(-9, (bytes.at(-9) ?? 0) ^ 1)), 60);
    await barline.sql.query(sql`delete from analysis_results`);
    const { value } = await read(await ask({ 'accept-encoding': 'gzip' }));
    expect(value.cached).toBe(false);
    expect((await read(await ask({ 'accept-encoding': 'gzip' }))).value.cached).toBe(true);
  });

  it('that stands in Postgres only is answered from there, and cached again', async () => {
    await ask();
    await redis.flushdb();
    const tags = [];
    for (let i = 0; i < 2; i++) {
      const response = await ask({ 'accept-encoding': 'gzip' });
      tags.push(response.headers.get('etag'));
      expect((await read(response)).value.cached).toBe(true);
    }
    expect(tags[0]).toBe(tags[1]);
    expect(await redis.keys('bl:v1:analysis:*')).toHaveLength(1);
  });
});
