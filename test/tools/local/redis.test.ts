import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identifyProcess } from '../../../scripts/local/process-identity.ts';
import { findRedisServer, spawnRedis } from '../../../scripts/local/redis/redis-process.ts';
import { type LocalRedis, startRedis } from '../../../scripts/local/redis/server.ts';
import { MAX_BODY_BYTES } from '../../../scripts/local/redis/upstash-rest.ts';

const redisServer = await findRedisServer();
if (!redisServer) console.warn('No redis-server on the PATH: only the mock is tested.');

describe.each(redisServer ? (['mock', 'real'] as const) : (['mock'] as const))(
  'Upstash over %s Redis',
  (choice) => {
    let server: LocalRedis;
    let redis: Redis;

    beforeAll(async () => {
      server = await startRedis({ choice });
      redis = new Redis({ url: server.restUrl, token: server.restToken, retry: { retries: 0 } });
    });
    beforeEach(() => redis.flushdb());
    afterAll(() => server.close());

    const post = (path: string, body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) => {
      return fetch(new URL(path, server.restUrl), {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${server.restToken}`, ...headers },
      });
    };

    it('reports which Redis serves the endpoint', () => {
      expect(server.backend).toBe(choice);
    });

    it.each([
      'plain',
      'OK',
      '',
      'déjà vu 🎤 Привет',
      'line\nbreak\ttab "quotes" \\',
      '\u0000\u0001\u007f\ufffd',
      '{"not": json',
    ])('stores the string %j unchanged', async (text) => {
      await redis.set('text', text);
      expect(await redis.get('text')).toBe(text);
      await redis.hset('hash', { [text || 'empty']: text });
      expect(await redis.hgetall('hash')).toEqual({ [text || 'empty']: text });
    });

    it('stores an object, and a number as a number', async () => {
      await redis.set('object', { words: ['a', null], deep: { n: 1.5 } });
      expect(await redis.get('object')).toEqual({ words: ['a', null], deep: { n: 1.5 } });
      await redis.set('number', 42);
      expect(await redis.incr('number')).toBe(43);
    });

    it('increments hash fields and returns hashes as objects', async () => {
      await redis.hincrby('counts', 'hits', 2);
      await redis.hincrbyfloat('counts', 'seconds', 0.25);
      expect(await redis.hgetall('counts')).toEqual({ hits: 2, seconds: '0.25' });
      expect(await redis.hmget('counts', 'hits', 'misses')).toEqual({ hits: 2, misses: null });
      expect(await redis.hgetall('nothing')).toBeNull();
    });

    it('expires a key and returns its time to live', async () => {
      await redis.set('brief', 'x', { px: 60 });
      expect(await redis.pttl('brief')).toBeGreaterThan(0);
      await expect.poll(() => redis.get('brief')).toBeNull();
      expect(await redis.ttl('brief')).toBe(-2);
    });

    it('sets only absent keys with NX', async () => {
      expect(await redis.set('lock', '1', { nx: true, ex: 10 })).toBe('OK');
      expect(await redis.set('lock', '2', { nx: true, ex: 10 })).toBeNull();
      expect(await redis.get('lock')).toBe(1);
    });

    it('supports sets, sorted sets and lists', async () => {
      await redis.sadd('set', 'a', 'b');
      expect((await redis.smembers('set')).sort()).toEqual(['a', 'b']);
      expect(await redis.smismember('set', ['a', 'z'])).toEqual([1, 0]);
      await redis.zadd('board', { score: 2.5, member: 'x' }, { score: 1, member: 'y' });
      expect(await redis.zrange('board', 0, -1, { withScores: true })).toEqual(['y', 1, 'x', 2.5]);
      expect(await redis.zrange('board', 0, 2, { byScore: true })).toEqual(['y']);
      expect(
        await redis.zadd('board', { nx: true }, { score: 9, member: 'x' }, { score: 3, member: 'nx' }),
      ).toBe(1);
      expect(await redis.zscore('board', 'x')).toBe(2.5);
      await redis.rpush('list', 'one', 'two');
      expect(await redis.lrange('list', 0, -1)).toEqual(['one', 'two']);
      expect((await redis.scan(0, { match: 'b*' }))[1]).toEqual(['board']);
    });

    it('sends calls of one tick as one pipeline, in order', async () => {
      const calls = Array.from({ length: 20 }, (_, i) => redis.rpush('order', i));
      expect(await Promise.all(calls)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      expect(await redis.lrange('order', 0, -1)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    });

    it('reports the failure of one command of a pipeline without failing the others', async () => {
      await redis.set('word', 'text');
      const [first, failed, last] = await redis
        .pipeline()
        .get('word')
        .lpush('word', 'x')
        .get('word')
        .exec<[string, number, string]>({ keepErrors: true });
      expect([first.result, last.result]).toEqual(['text', 'text']);
      expect(failed.error).toMatch(/^WRONGTYPE /);
    });

    it('runs a transaction as a whole', async () => {
      const answers = await redis.multi().set('a', 1).incr('a').get('a').exec();
      expect(answers).toEqual(['OK', 2, 2]);
    });

    it('discards a transaction with an unknown command', async () => {
      const answer = await post('/multi-exec', '[["set","discarded","1"],["nonsense","x"]]');
      expect(answer.status).toBe(400);
      expect((await answer.json()).error).toMatch(/^EXECABORT /);
      expect(await redis.get('discarded')).toBeNull();
    });

    it('runs loaded scripts by hash', async () => {
      const script = 'return {KEYS[1], ARGV[1], 7}';
      const sha = 'd5be4c9e4b8a0d26af3e8b2bcf4c8f2e0a5dff00';
      await expect(redis.evalsha(sha, ['k'], ['v'])).rejects.toThrow(/NOSCRIPT/);
      expect(await redis.eval(script, ['k'], ['v'])).toEqual(['k', 'v', 7]);
    });

    it('supports the sliding window of the rate limiter', async () => {
      const limiter = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(3, '60 s'), prefix: 'limit' });
      const answers = [];
      for (let i = 0; i < 5; i += 1) answers.push(await limiter.limit('someone'));
      expect(answers.map(({ success }) => success)).toEqual([true, true, true, false, false]);
      expect(answers.map(({ remaining }) => remaining).slice(0, 3)).toEqual([2, 1, 0]);
      expect((await limiter.limit('someone else')).success).toBe(true);
    });

    it('rejects a wrong token', async () => {
      const stranger = new Redis({ url: server.restUrl, token: 'wrong', retry: { retries: 0 } });
      await expect(stranger.get('x')).rejects.toThrow(/WRONGPASS/);
      expect((await post('/', '["get","x"]', { authorization: '' })).status).toBe(401);
    });

    it.each([
      ['["lpush","word","x"]', 400, /^WRONGTYPE /],
      ['["incr","word"]', 400, /^ERR value is not an integer/],
      ['["nonsense","x"]', 400, /^ERR unknown command/],
      ['["get"]', 400, /^ERR wrong number of arguments/],
      ['["subscribe","x"]', 400, /^ERR Command is not available/],
      ['["get",', 400, /^ERR failed to parse/],
      ['[]', 400, /^ERR failed to parse/],
      ['{"get":"x"}', 400, /^ERR failed to parse/],
      ['["set","x",null]', 400, /^ERR failed to parse/],
      ['["set","x",["y"]]', 400, /^ERR failed to parse/],
    ])('returns the status for %s: %i', async (body, status, message) => {
      await redis.set('word', 'text');
      const answer = await post('/', body);
      expect(answer.status).toBe(status);
      expect((await answer.json()).error).toMatch(message);
    });

    it('returns errors for other methods, other paths and a body over the limit', async () => {
      const headers = { authorization: `Bearer ${server.restToken}` };
      expect((await fetch(server.restUrl, { headers })).status).toBe(405);
      expect((await post('/elsewhere', '["ping"]')).status).toBe(404);
      expect((await post('/', JSON.stringify(['set', 'x', 'y'.repeat(MAX_BODY_BYTES)]))).status).toBe(413);
    });

    it('encodes every string except OK when base64 is requested, otherwise none', async () => {
      await post('/', '["hset","h","é","1"]');
      const encoded = await post(
        '/pipeline',
        '[["set","k","v"],["get","k"],["hgetall","h"],["get","none"],["incr","n"]]',
        {
          'upstash-encoding': 'base64',
        },
      );
      const base64 = (text: string) => Buffer.from(text).toString('base64');
      expect(await encoded.json()).toEqual([
        { result: 'OK' },
        { result: base64('v') },
        { result: [base64('é'), base64('1')] },
        { result: null },
        { result: 1 },
      ]);
      expect(encoded.headers.get('upstash-sync-token')).toMatch(/^\d+$/);
      expect(await (await post('/', '["hgetall","h"]')).json()).toEqual({ result: ['é', '1'] });
    });

    const bytes = Buffer.from([0, 255, 13, 10, 0xc3, 0x28, 36]);

    it('stores the bytes of a body under the path of a command, with its options', async () => {
      const stored = await post(`/set/${encodeURIComponent('a/b:c')}?EX=60`, bytes);
      expect(await stored.json()).toEqual({ result: 'OK' });
      const read = await post('/', '["get","a/b:c"]', { 'upstash-encoding': 'base64' });
      expect(await read.json()).toEqual({ result: bytes.toString('base64') });
      expect(await redis.ttl('a/b:c')).toBeGreaterThan(0);
    });

    it('answers a command in bytes when RESP2 is requested', async () => {
      const resp = async (command: unknown[]) => {
        const answer = await post('/', JSON.stringify(command), { 'upstash-response-format': 'resp2' });
        return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
      };
      await post('/set/bytes', bytes);
      const bulk = Buffer.concat([Buffer.from('$7\r\n'), bytes, Buffer.from('\r\n')]);
      expect(await resp(['get', 'bytes'])).toEqual({ status: 200, bytes: bulk });
      expect((await resp(['get', 'none'])).bytes.toString()).toBe('$-1\r\n');
      expect((await resp(['set', 'n', 1])).bytes.toString()).toBe('+OK\r\n');
      expect((await resp(['incr', 'n'])).bytes.toString()).toBe(':2\r\n');
      expect((await resp(['mget', 'n', 'none'])).bytes.toString()).toBe('*2\r\n$1\r\n2\r\n$-1\r\n');
      const refused = await resp(['nonsense', 'x']);
      expect(refused.status).toBe(400);
      expect(refused.bytes.toString()).toMatch(/^-ERR unknown command.*\r\n$/);
    });

    it.each([
      ['/', { 'upstash-response-format': 'resp3' }],
      ['/', { 'upstash-response-format': 'resp2', 'upstash-encoding': 'base64' }],
      ['/pipeline', { 'upstash-response-format': 'resp2' }],
    ])('refuses the response format of %s with %j', async (path, headers) => {
      expect((await post(path, '["ping"]', headers)).status).toBe(400);
    });
  },
);

describe('choosing a Redis', () => {
  it('distinguishes the mock from a real Redis', async () => {
    await expect(startRedis({ choice: 'real', url: 'redis://127.0.0.1:1' })).rejects.toThrow();
  });

  it.skipIf(!redisServer)('starts a second Redis with separate data', async () => {
    const [one, two] = await Promise.all([startRedis({ choice: 'auto' }), startRedis({ choice: 'auto' })]);
    const [first, second] = [one, two].map((s) => new Redis({ url: s.restUrl, token: s.restToken }));
    await first?.set('x', 1);
    expect(await second?.get('x')).toBeNull();
    await Promise.all([one.close(), two.close()]);
  });

  it.skipIf(!redisServer)('uses a Redis given by address and does not stop it', async () => {
    const theirs = await spawnRedis(redisServer ?? '');
    for (const value of ['1', '2']) {
      const ours = await startRedis({ choice: 'auto', url: theirs.socketPath });
      const redis = new Redis({ url: ours.restUrl, token: ours.restToken });
      expect(await redis.append('kept', value)).toBe(Number(value));
      await ours.close();
    }
    await theirs.stop();
  });

  it.skipIf(!redisServer)('stops the Redis that a killed stack left on its socket', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'barline-redis-test-'));
    const left = await spawnRedis(redisServer ?? '', folder);
    const ours = await startRedis({ choice: 'auto', dataDir: folder });
    await expect.poll(() => identifyProcess(left.pid)).toBeNull();
    const redis = new Redis({ url: ours.restUrl, token: ours.restToken });
    expect(await redis.ping()).toBe('PONG');
    await ours.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('reports why a redis-server does not start', async () => {
    await expect(spawnRedis('/nowhere/redis-server')).rejects.toThrow(/did not start: .*ENOENT/);
  });
});
