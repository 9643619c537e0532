import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { type Clock, systemClock } from '../../src/lib/clock.ts';
import { silentLogger } from '../../src/lib/logger.ts';
import { gatherMetrics } from '../../src/lib/metrics/gather-metrics.ts';
import { createBreaker } from '../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../src/lib/resilience/local-state.ts';
import type { SharedState } from '../../src/lib/resilience/shared-state.ts';
import { createRedisCache } from '../../src/redis/cache.ts';
import { createRedis, type RedisClient } from '../../src/redis/client.ts';
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
    const { metrics, counted } = countMetrics();
    const open = () => createRedisCache(redis, { metrics, log: silentLogger });

    it('returns stored values and counts hits and misses', async () => {
      const cache = open();
      counted.clear();
      const value = { text: 'déjà vu 🎤', list: [1, null, 'x'], nested: { n: 0.1 } };
      await cache.set('analysis', 'one', value, 60);
      expect(await cache.get('analysis', 'one', AnySchema)).toEqual(value);
      expect(await cache.get('embedding', 'one', AnySchema)).toBeNull();
      await cache.remove('analysis', 'one');
      expect(await cache.get('analysis', 'one', AnySchema)).toBeNull();
      expect(Object.fromEntries(counted)).toEqual({
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
      counted.clear();
      await redis.set(keys.cache(area, 'spoilt'), text, { ex: 60 });
      expect(await cache.get(area, 'spoilt', z.array(z.number()))).toBeNull();
      expect(Object.fromEntries(counted)).toEqual({
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
    await state.remove('k');
    expect(await state.get('k')).toBeNull();
    expect(heard).toEqual(['set', 'get', 'acquire', 'increment', 'reserve', 'remove', 'get']);
  });

  it('cache and song hashes miss instead of failing, and counters report the loss', async () => {
    const { metrics, counted } = countMetrics();
    const cache = createRedisCache(goneRedis(), { metrics, log: silentLogger });
    await cache.set('analysis', 'k', 1, 60);
    expect(await cache.get('analysis', 'k', AnySchema)).toBeNull();
    expect([...counted.keys()]).toContain('barline_redis_fallback_total|operation=cache_get|');
    const hashes = createSongHashes(goneRedis(), silentLogger);
    await hashes.add([{ hash: 'h', trackId: 1 }]);
    expect(await hashes.find('h')).toBeNull();
    const store = createMetricStore(goneRedis(), systemClock);
    const batch = { isolate: 'iso_a', number: 1, deltas: [{ field: 'a||', by: 1 }] };
    await expect(store.add(batch)).rejects.toThrow();
  });
});
