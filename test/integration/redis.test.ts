import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { createContainer } from '../../src/container.ts';
import type { Env } from '../../src/env.ts';
import { type Clock, systemClock } from '../../src/lib/clock.ts';
import { deflateJson, inflateJson } from '../../src/lib/deflated-json.ts';
import { silentLogger } from '../../src/lib/logger.ts';
import { gatherMetrics } from '../../src/lib/metrics/gather-metrics.ts';
import { createBreaker } from '../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../src/lib/resilience/local-state.ts';
import type { SharedState } from '../../src/lib/resilience/shared-state.ts';
import { createByteStore } from '../../src/redis/byte-store.ts';
import { createRedisCache } from '../../src/redis/cache.ts';
import { createRedis, type RedisClient } from '../../src/redis/client.ts';
import { toBytes } from '../../src/redis/kept-value.ts';
import { keys } from '../../src/redis/keys.ts';
import { createMetricStore } from '../../src/redis/metric-store.ts';
import { createRedisState, withFallback } from '../../src/redis/shared-state.ts';
import { createSongHashes } from '../../src/redis/song-hashes.ts';
import { countSubrequests } from '../support/count-subrequests.ts';
import { countMetrics } from '../support/counted-metrics.ts';
import { NOBODY, startPart } from '../support/test-barline.ts';

const AnySchema = z.unknown();
const HOUR_MS = 3_600_000;
const LONG_MS = 60_000;

const goneRedis = () => createRedis({ url: NOBODY, token: 'any' });

/** Steps whose results do not depend on timing. */
const step = fc.oneof(
  fc.record({ op: fc.constant('get' as const), key: fc.constantFrom('a', 'b') }),
  fc.record({
    op: fc.constant('set' as const),
    key: fc.constantFrom('a', 'b'),
    value: fc.string({ unit: 'grapheme' }),
  }),
  fc.record({ op: fc.constant('acquire' as const), key: fc.constantFrom('a', 'lock') }),
  fc.record({
    op: fc.constantFrom('renew' as const, 'release' as const),
    key: fc.constantFrom('a', 'lock'),
    value: fc.constantFrom('me', 'another'),
  }),
  fc.record({ op: fc.constant('increment' as const), key: fc.constantFrom('n', 'm') }),
  fc.record({
    op: fc.constant('add' as const),
    key: fc.constantFrom('n', 'm'),
    amount: fc.integer({ min: -1e12, max: 1e15 }),
  }),
  fc.record({
    op: fc.constant('remove' as const),
    keys: fc.subarray(['a', 'b', 'lock', 'n'], { minLength: 1 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(state: SharedState, one: Step): Promise<unknown> {
  switch (one.op) {
    case 'get':
      return state.get(one.key);
    case 'set':
      return state.set(one.key, one.value, LONG_MS);
    case 'acquire':
      return state.acquire(one.key, 'me', LONG_MS);
    case 'renew':
      return state.renew(one.key, one.value, LONG_MS);
    case 'release':
      return state.release(one.key, one.value);
    case 'increment':
      return state.increment(one.key, LONG_MS);
    case 'add':
      return state.addWithin(one.key, one.amount, { limit: 1e15, ttlMs: LONG_MS });
    case 'remove':
      return state.remove(...one.keys);
  }
}

describe.each(inject('redisChoices'))('over %s Redis', (choice) => {
  let redis: RedisClient;
  let config: { url: string; token: string };

  beforeAll(async () => {
    const { vars } = await startPart({ kind: 'redis', choice });
    config = { url: vars.UPSTASH_REDIS_REST_URL ?? '', token: vars.UPSTASH_REDIS_REST_TOKEN ?? '' };
    redis = createRedis(config);
  });

  describe('the shared state', () => {
    it('behaves like the memory of one isolate', async () => {
      const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await redis.flushdb();
        const [shared, local] = [createRedisState(redis), createLocalState(systemClock)];
        for (const one of steps) expect(await take(shared, one)).toEqual(await take(local, one));
      });
      await fc.assert(property, { numRuns: 40 });
    });

    it('gives concurrent callers different slots, one interval apart', async () => {
      const state = createRedisState(redis);
      const slots = await Promise.all(Array.from({ length: 6 }, () => state.reserve('gate', 500, LONG_MS)));
      const waits = slots.map((slot) => slot.waitMs).sort((a, b) => a - b);
      expect(slots.every((slot) => slot.granted)).toBe(true);
      waits.forEach((wait, i) => {
        expect(wait).toBeGreaterThan(i * 500 - 500);
        expect(wait).toBeLessThanOrEqual(i * 500);
      });
      const far = await state.reserve('gate', 500, 100);
      expect(far.granted).toBe(false);
      expect((await state.reserve('gate', 500, LONG_MS)).waitMs).toBeLessThanOrEqual(far.waitMs);
    });

    it('counts only the slots that were taken', async () => {
      const state = createRedisState(redis);
      const tally = { key: 'taken', ttlMs: LONG_MS };
      for (let i = 0; i < 3; i++) await state.reserve('counted', 10_000, 15_000, tally);
      expect(await state.get('taken')).toBe('2');
    });

    it('expires values at the given time', async () => {
      const state = createRedisState(redis);
      await state.set('short', 'lived', 20.5);
      await state.increment('count', 20.5);
      expect(await state.acquire('hold', '1', 20.5)).toBe(true);
      await expect.poll(() => state.get('short')).toBeNull();
      await expect.poll(() => state.acquire('hold', '1', LONG_MS)).toBe(true);
      await expect.poll(() => state.increment('count', 20.5), { interval: 60 }).toBe(1);
    });

    it('shares a breaker between isolates', async () => {
      const isolate = () =>
        createBreaker('llm', { state: createRedisState(createRedis(config)), clock: systemClock });
      for (let i = 0; i < 5; i++) await isolate().failed();
      expect(await isolate().admit()).toMatchObject({ state: 'open', admitted: false });
      expect(await isolate().status()).toMatchObject({ state: 'open' });
    });
  });

  describe('the cache', () => {
    const { metrics, counted } = countMetrics();
    const bytes = () => createByteStore(config);
    const open = () => createRedisCache({ redis, bytes: bytes(), metrics, log: silentLogger });
    const counts = () => Object.fromEntries(counted);
    const NoteSchema = z.object({ id: z.number() });
    const any = { note: AnySchema, value: AnySchema };

    it('returns stored values and counts hits and misses', async () => {
      const cache = open();
      counted.clear();
      const value = { text: 'déjà vu 🎤', list: [1, null, 'x'], nested: { n: 0.1 } };
      await cache.set('coverage', 'one', value, 60);
      expect(await cache.get('coverage', 'one', AnySchema)).toEqual(value);
      expect(await cache.get('embedding', 'one', AnySchema)).toBeNull();
      await cache.remove('coverage', 'one');
      expect(await cache.get('coverage', 'one', AnySchema)).toBeNull();
      expect(counts()).toEqual({
        'barline_cache_total|cache=coverage,result=hit|': 1,
        'barline_cache_total|cache=coverage,result=miss|': 1,
        'barline_cache_total|cache=embedding,result=miss|': 1,
      });
    });

    it('keeps an answer as it is sent and as a value, and counts each reading', async () => {
      const cache = open();
      counted.clear();
      const value = { text: 'déjà vu 🎤', lines: Array.from({ length: 400 }, (_, line) => ({ line })) };
      await cache.setKept('analysis', 'one', { note: { id: 7 }, value }, 60);
      expect(await cache.readKept('analysis', 'one', { note: NoteSchema, value: AnySchema })).toEqual({
        note: { id: 7 },
        value,
      });
      const kept = await cache.getKept('analysis', 'one', NoteSchema);
      expect(kept?.note).toEqual({ id: 7 });
      expect(kept && new TextDecoder().decode(inflateJson(kept.json))).toBe(JSON.stringify(value));
      await cache.remove('analysis', 'one');
      expect(await cache.getKept('analysis', 'one', NoteSchema)).toBeNull();
      expect(counts()).toEqual({
        'barline_cache_total|cache=analysis,result=hit|': 2,
        'barline_cache_total|cache=analysis,result=miss|': 1,
      });
      await cache.setKept('analysis', 'brief', { note: null, value: 1 }, 60);
      expect(await redis.ttl(keys.cache('analysis', 'brief'))).toBeGreaterThan(0);
    });

    it.each([
      ['of another shape', '{"vector": [1]}'],
      ['with a field of another type', '[1, "2"]'],
      ['that is no JSON', '[1,'],
    ])('misses and counts a value %s', async (_, text) => {
      const cache = open();
      counted.clear();
      await redis.set(keys.cache('embedding', 'spoilt'), text, { ex: 60 });
      expect(await cache.get('embedding', 'spoilt', z.array(z.number()))).toBeNull();
      expect(counts()).toEqual({
        'barline_cache_total|cache=embedding,result=miss|': 1,
        'barline_cache_unreadable_total|cache=embedding|': 1,
      });
      await cache.set('embedding', 'spoilt', [1, 2], 60);
      expect(await cache.get('embedding', 'spoilt', z.array(z.number()))).toEqual([1, 2]);
    });

    const whole = async () => toBytes({ id: 7 }, await deflateJson(JSON.stringify({ lines: [1, 2, 3] })));
    it.each([
      ['that another version packed', async () => new TextEncoder().encode(`z2:${'A'.repeat(80)}`)],
      ['of another format', async () => (await whole()).with(3, 0x32)],
      ['that is a single byte', async () => new Uint8Array(1)],
      ['that was cut', async () => (await whole()).slice(0, -1)],
      ['of which a byte of the note changed', async () => (await whole()).with(32, 0x20)],
      ['of which the last byte changed', async () => (await whole()).with(-1, 0x20)],
      ['whose note has another shape', async () => toBytes({ id: '7' }, await deflateJson('{"lines":[]}'))],
    ])('misses and counts an answer %s', async (_, make) => {
      const cache = open();
      const key = keys.cache('analysis', 'spoilt');
      const schemas = { note: NoteSchema, value: AnySchema };
      for (const read of [
        () => cache.getKept('analysis', 'spoilt', NoteSchema),
        () => cache.readKept('analysis', 'spoilt', schemas),
      ]) {
        counted.clear();
        await bytes().set(key, new Uint8Array(await make()), 60);
        expect(await read()).toBeNull();
        expect(counts()).toEqual({
          'barline_cache_total|cache=analysis,result=miss|': 1,
          'barline_cache_unreadable_total|cache=analysis|': 1,
        });
      }
      await cache.setKept('analysis', 'spoilt', { note: { id: 8 }, value: [1] }, 60);
      expect(await cache.readKept('analysis', 'spoilt', schemas)).toEqual({ note: { id: 8 }, value: [1] });
    });

    it('misses and counts an answer whose value has another shape', async () => {
      const cache = open();
      await cache.setKept('analysis', 'shape', { note: { id: 1 }, value: { lines: 'many' } }, 60);
      counted.clear();
      const value = z.object({ lines: z.number() });
      expect(await cache.readKept('analysis', 'shape', { note: NoteSchema, value })).toBeNull();
      expect(counts()).toMatchObject({ 'barline_cache_unreadable_total|cache=analysis|': 1 });
    });

    it('stores any JSON, including a string of digits', async () => {
      const cache = open();
      const property = fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (note, value) => {
        await cache.set('coverage', 'any', value, 60);
        expect(await cache.get('coverage', 'any', AnySchema)).toEqual(JSON.parse(JSON.stringify(value)));
        await cache.setKept('analysis', 'any', { note, value }, 60);
        const told = JSON.parse(JSON.stringify({ note, value })) as unknown;
        expect(await cache.readKept('analysis', 'any', any)).toEqual(told);
      });
      await fc.assert(property, {
        numRuns: 30,
        examples: [
          ['123', '123'],
          ['OK', 'OK'],
          ['', ''],
        ],
      });
    });

    it('stores any bytes', async () => {
      const property = fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3000 }), async (value) => {
        await bytes().set('any bytes', new Uint8Array(value), 60);
        expect(await bytes().get('any bytes')).toEqual(new Uint8Array(value));
      });
      await fc.assert(property, { numRuns: 30, examples: [[Uint8Array.of(13, 10, 36, 45, 49, 0, 255)]] });
      expect(await bytes().get('no bytes')).toBeNull();
    });

    it('throws what Redis says of a command', async () => {
      await redis.lpush('a list', 'x');
      await expect(bytes().get('a list')).rejects.toThrow(/400.*WRONGTYPE/);
      await expect(createByteStore({ ...config, token: 'wrong' }).get('x')).rejects.toThrow(/401/);
    });
  });

  it('song hashes are found, replaced and forgotten', async () => {
    const hashes = createSongHashes(redis, silentLogger);
    await hashes.add([
      { hash: 'h1', trackId: 7 },
      { hash: 'h2', trackId: 8 },
    ]);
    await hashes.add([{ hash: 'h1', trackId: 9 }]);
    await hashes.add([]);
    expect(await Promise.all(['h1', 'h2', 'h3'].map(hashes.find))).toEqual([9, 8, null]);
    await hashes.clear();
    expect(await hashes.find('h1')).toBeNull();
  });

  it('song hashes that Redis does not forget are an upstream failure', async () => {
    const hashes = createSongHashes(goneRedis(), silentLogger);
    await expect(hashes.clear()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  describe('the counters', () => {
    const HIT = 'barline_cache_total|cache=analysis,result=hit|';
    const OTHER = 'barline_songs_total|outcome=ok|';
    let now = 20 * HOUR_MS;
    const clock: Clock = { now: () => now, sleep: async () => undefined };
    const open = () => createMetricStore(createRedis(config), clock);
    const batch = (isolate: string, number: number, counts: Record<string, number>) => ({
      isolate,
      number,
      deltas: Object.entries(counts).map(([field, by]) => ({ field, by })),
    });
    beforeEach(async () => {
      await redis.flushdb();
      now = 20 * HOUR_MS;
    });

    it('of many isolates are added, with the last hour counted separately', async () => {
      const stores = [open(), open()];
      await Promise.all(stores.map((store, i) => store.add(batch(`iso_${i}`, 1, { [OTHER]: 1, [HIT]: 2 }))));
      now += HOUR_MS + 1;
      await stores[0]?.add(batch('iso_0', 2, { [HIT]: 5, [OTHER]: 1 }));
      expect(await stores[1]?.read()).toEqual({ [HIT]: 9, [OTHER]: 3 });
      // Of the other series nobody asks for the last hour.
      expect(await stores[1]?.readLastHour()).toEqual({ [HIT]: 5 });
    });

    it('take a batch once, also when it comes again after a later one', async () => {
      const [one, two] = [batch('iso_a', 1, { [HIT]: 1 }), batch('iso_a', 2, { [HIT]: 10 })];
      for (const next of [one, one, two, one, two, two]) await open().add(next);
      await open().add(batch('iso_b', 1, { [HIT]: 100 }));
      expect(await open().read()).toEqual({ [HIT]: 111 });
      expect(await open().readLastHour()).toEqual({ [HIT]: 111 });
    });

    it('expire with their slot, and the number of the last batch with them', async () => {
      await open().add(batch('iso_a', 1, { [HIT]: 1, [OTHER]: 1 }));
      const slot = keys.recentMetrics(now / 300_000);
      for (const key of [slot, keys.lastBatch('iso_a')])
        expect(await redis.ttl(key), key).toBeGreaterThan(3600);
      expect(await redis.ttl(keys.metrics)).toBe(-1);
      expect(await redis.hkeys(slot)).toEqual([HIT]);
    });

    it('of an isolate are all there when they are read, and are sent once', async () => {
      const gathered = gatherMetrics({ ...clock, sleep: () => new Promise(() => {}) });
      const invocation = { store: open, log: silentLogger, waitUntil: () => undefined };
      gathered.record(invocation).count('barline_songs_total', { outcome: 'ok' }, 3);
      gathered.record(invocation).count('barline_cache_total', { cache: 'analysis', result: 'hit' });
      const reader = gathered.readThrough(invocation);
      const { by } = await countSubrequests(async () => {
        const [all, lastHour] = await Promise.all([reader.read(), reader.readLastHour()]);
        expect([all, lastHour]).toEqual([{ [OTHER]: 3, [HIT]: 1 }, { [HIT]: 1 }]);
      });
      expect(by).toEqual({ '/': 1, '/pipeline': 2 });
    });
  });
});

describe('with Redis down', () => {
  it('the fallback state serves every operation and reports it', async () => {
    const heard: string[] = [];
    const state = withFallback(createRedisState(goneRedis()), createLocalState(systemClock), (operation) => {
      heard.push(operation);
    });
    await state.set('k', 'v', LONG_MS);
    expect(await state.get('k')).toBe('v');
    expect(await state.acquire('k', 'w', LONG_MS)).toBe(false);
    expect(await state.increment('n', LONG_MS)).toBe(1);
    expect(await state.reserve('gate', 10, 1000)).toEqual({ granted: true, waitMs: 0 });
    expect(await state.addWithin('n', 2, { limit: 2, ttlMs: LONG_MS })).toEqual({ added: false, total: 1 });
    await state.remove('k');
    expect(await state.get('k')).toBeNull();
    expect(heard).toEqual(['set', 'get', 'acquire', 'increment', 'reserve', 'addWithin', 'remove', 'get']);
  });

  it('cache and song hashes miss instead of failing, and counters report the loss', async () => {
    const { metrics, counted } = countMetrics();
    const bytes = createByteStore({ url: NOBODY, token: 'any' });
    const cache = createRedisCache({ redis: goneRedis(), bytes, metrics, log: silentLogger });
    await cache.set('coverage', 'k', 1, 60);
    expect(await cache.get('coverage', 'k', AnySchema)).toBeNull();
    await cache.setKept('analysis', 'k', { note: 1, value: 1 }, 60);
    expect(await cache.getKept('analysis', 'k', AnySchema)).toBeNull();
    expect(Object.fromEntries(counted)).toEqual({
      'barline_cache_total|cache=analysis,result=miss|': 1,
      'barline_cache_total|cache=coverage,result=miss|': 1,
      'barline_redis_fallback_total|operation=cache_get|': 2,
      'barline_redis_fallback_total|operation=cache_set|': 2,
    });
    const hashes = createSongHashes(goneRedis(), silentLogger);
    await hashes.add([{ hash: 'h', trackId: 1 }]);
    expect(await hashes.find('h')).toBeNull();
    const store = createMetricStore(goneRedis(), systemClock);
    const batch = { isolate: 'iso_a', number: 1, deltas: [{ field: 'a||', by: 1 }] };
    await expect(store.add(batch)).rejects.toThrow();
  });
});

it('a Redis that does not answer in time is not asked by this isolate for a while', async () => {
  const { url } = await startPart({ kind: 'silence' });
  const clock: Clock = { now: () => HOUR_MS, sleep: async () => undefined };
  const assets = { lexicon: new ArrayBuffer(0), engineVersion: 'engine-of-a-test' };
  const openContext = createContainer(assets, { clock });
  const open = () =>
    openContext({
      env: { ENVIRONMENT: 'local', UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: 'any' } as Env,
      requestId: 'a_test',
      actor: { type: 'anonymous', address: '192.0.2.1', scopes: [] },
      waitUntil: () => undefined,
    });
  const sent = async (work: () => Promise<unknown>) => (await countSubrequests(work)).total;
  expect(await sent(() => open().cache.get('coverage', 'k', AnySchema))).toBe(1);
  const ctx = open();
  expect(await sent(() => ctx.state.set('k', 'v', LONG_MS))).toBe(0);
  expect(await sent(() => ctx.cache.getKept('analysis', 'k', AnySchema))).toBe(0);
  expect(await ctx.state.get('k')).toBe('v');
});
