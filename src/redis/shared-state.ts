import type { SharedState } from '../lib/resilience/shared-state.ts';
import type { RedisClient } from './client.ts';
import { keys } from './keys.ts';

// Redis' own clock, so that isolates whose clocks differ still share one row of slots.
const RESERVE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local slot = tonumber(redis.call('GET', KEYS[1]) or '0')
if slot < now then slot = now end
local wait = slot - now
if wait > tonumber(ARGV[2]) then return {0, wait} end
local interval = tonumber(ARGV[1])
redis.call('SET', KEYS[1], slot + interval, 'PX', wait + interval + 1000)
return {1, wait}
`;

/** Shared memory of all isolates. Every failure is thrown: `withFallback` decides what follows. */
export function createRedisState(redis: RedisClient): SharedState {
  return {
    get: (key) => redis.get<string>(keys.state(key)),
    set: async (key, value, ttlMs) => {
      await redis.set(keys.state(key), value, { px: Math.ceil(ttlMs) });
    },
    acquire: async (key, value, ttlMs) =>
      (await redis.set(keys.state(key), value, { px: Math.ceil(ttlMs), nx: true })) !== null,
    increment: async (key, ttlMs) => {
      const [count] = await redis
        .multi()
        .incr(keys.state(key))
        .pexpire(keys.state(key), Math.ceil(ttlMs))
        .exec();
      return Number(count);
    },
    remove: async (...names) => {
      await redis.del(...names.map((name) => keys.state(name)));
    },
    reserve: async (key, intervalMs, maxWaitMs) => {
      const reply = await redis.eval<number[], [number, number]>(
        RESERVE,
        [keys.state(key)],
        [Math.ceil(intervalMs), Math.ceil(maxWaitMs)],
      );
      return { granted: Number(reply[0]) === 1, waitMs: Number(reply[1]) };
    },
  };
}

/** Asks the first and, when it fails, the second; `onFallback` hears of it. */
export function withFallback(
  primary: SharedState,
  secondary: SharedState,
  onFallback: (operation: keyof SharedState, error: unknown) => void,
): SharedState {
  const either = async <T>(
    operation: keyof SharedState,
    ask: (state: SharedState) => Promise<T>,
  ): Promise<T> => {
    try {
      return await ask(primary);
    } catch (error) {
      onFallback(operation, error);
      return ask(secondary);
    }
  };
  return {
    get: (key) => either('get', (state) => state.get(key)),
    set: (key, value, ttlMs) => either('set', (state) => state.set(key, value, ttlMs)),
    acquire: (key, value, ttlMs) => either('acquire', (state) => state.acquire(key, value, ttlMs)),
    increment: (key, ttlMs) => either('increment', (state) => state.increment(key, ttlMs)),
    remove: (...names) => either('remove', (state) => state.remove(...names)),
    reserve: (key, intervalMs, maxWaitMs) =>
      either('reserve', (state) => state.reserve(key, intervalMs, maxWaitMs)),
  };
}
