import fc from 'fast-check';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { type Clock, systemClock } from '../../src/lib/clock.ts';
import { silentLogger } from '../../src/lib/logger.ts';
import { createMetricRecorder } from '../../src/lib/metrics/recorder.ts';
import { createBreaker } from '../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../src/lib/resilience/local-state.ts';
import type { SharedState } from '../../src/lib/resilience/shared-state.ts';
import { createRedisCache } from '../../src/redis/cache.ts';
import { createRedis, type RedisClient } from '../../src/redis/client.ts';
import { keys } from '../../src/redis/keys.ts';
import { createMetricStore } from '../../src/redis/metric-store.ts';
import { createRedisState, withFallback } from '../../src/redis/shared-state.ts';
import { createSongHashes } from '../../src/redis/song-hashes.ts';
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
    const metrics = createMetricRecorder();
    const open = () => createRedisCache(redis, { metrics, log: silentLogger });

    it('returns stored values and counts hits and misses', async () => {
      const cache = open();
      metrics.drain();
      const value = { text: 'déjà vu 🎤', list: [1, null, 'x'], nested: { n: 0.1 } };
      await cache.set('analysis', 'one', value, 60);
      expect(await cache.get('analysis', 'one', AnySchema)).toEqual(value);
      expect(await cache.get('embedding', 'one', AnySchema)).toBeNull();
      await cache.remove('analysis', 'one');
      expect(await cache.get('analysis', 'one', AnySchema)).toBeNull();
      expect(Object.fromEntries(metrics.drain().map(({ field, by }) => [field, by]))).toEqual({
        'barline_cache_total|cache=analysis,result=hit|': 1,
        'barline_cache_total|cache=analysis,result=miss|': 1,
        'barline_cache_total|cache=embedding,result=miss|': 1,
      });
    });

    it.each([
      ['of another shape', 'embedding', '{"vector": [1]}'],
      ['with a field of another type', 'embedding', '[1, "2"]'],
      ['that is no JSON', 'embedding', '[1,'],
      ['that another format packed', 'analysis', 'z1:AAAA'],
      ['that was cut', 'analysis', 'z2:AAAA'],
    ] as const)('misses and counts a value %s', async (_, area, text) => {
      const cache = open();
      metrics.drain();
      await redis.set(keys.cache(area, 'spoilt'), text, { ex: 60 });
      expect(await cache.get(area, 'spoilt', z.array(z.number()))).toBeNull();
      expect(Object.fromEntries(metrics.drain().map(({ field, by }) => [field, by]))).toEqual({
        [`barline_cache_total|cache=${area},result=miss|`]: 1,
        [`barline_cache_unreadable_total|cache=${area}|`]: 1,
      });
      await cache.set(area, 'spoilt', [1, 2], 60);
      expect(await cache.get(area, 'spoilt', z.array(z.number()))).toEqual([1, 2]);
    });

    it('stores any JSON, including a string of digits', async () => {
      const cache = open();
      const property = fc.asyncProperty(fc.jsonValue(), async (value) => {
        await cache.set('analysis', 'any', value, 60);
        expect(await cache.get('analysis', 'any', AnySchema)).toEqual(JSON.parse(JSON.stringify(value)));
      });
      await fc.assert(property, { numRuns: 30, examples: [['123'], ['OK'], ['']] });
    });

    it('treats a value that is not JSON as a miss', async () => {
      await redis.set('bl:v1:analysis:broken', '{"half": ');
      expect(await open().get('analysis', 'broken', AnySchema)).toBeNull();
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

  it('counters of many isolates are added, with the last hour counted separately', async () => {
    let now = 20 * HOUR_MS;
    const clock: Clock = { now: () => now, sleep: async () => undefined };
    const stores = [createMetricStore(redis, clock), createMetricStore(createRedis(config), clock)];
    await Promise.all(
      stores.map((store) =>
        store.add([
          { field: 'a|x=1|', by: 2 },
          { field: 'b||', by: 1 },
        ]),
      ),
    );
    now += HOUR_MS + 1;
    await stores[0]?.add([{ field: 'a|x=1|', by: 5 }]);
    await stores[1]?.add([]);
    expect(await stores[1]?.read()).toMatchObject({ 'a|x=1|': 9, 'b||': 2 });
    expect(await stores[1]?.readLastHour()).toEqual({ 'a|x=1|': 5 });
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
    await state.remove('k');
    expect(await state.get('k')).toBeNull();
    expect(heard).toEqual(['set', 'get', 'acquire', 'increment', 'reserve', 'remove', 'get']);
  });

  it('cache and song hashes miss instead of failing, and counters report the loss', async () => {
    const metrics = createMetricRecorder();
    const cache = createRedisCache(goneRedis(), { metrics, log: silentLogger });
    await cache.set('analysis', 'k', 1, 60);
    expect(await cache.get('analysis', 'k', AnySchema)).toBeNull();
    expect(metrics.drain().map(({ field }) => field)).toContain(
      'barline_redis_fallback_total|operation=cache_get|',
    );
    const hashes = createSongHashes(goneRedis(), silentLogger);
    await hashes.add([{ hash: 'h', trackId: 1 }]);
    expect(await hashes.find('h')).toBeNull();
    const store = createMetricStore(goneRedis(), systemClock);
    await expect(store.add([{ field: 'a||', by: 1 }])).rejects.toThrow();
  });
});
