import type { SharedState } from '../lib/resilience/shared-state.ts';
import type { RedisClient } from './client.ts';
import { keys } from './keys.ts';

// Uses Redis' own clock, so that isolates with different clocks share one sequence of slots.
const RESERVE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local slot = tonumber(redis.call('GET', KEYS[1]) or '0')
if slot < now then slot = now end
local wait = slot - now
if wait > tonumber(ARGV[2]) then return {0, wait} end
local interval = tonumber(ARGV[1])
redis.call('SET', KEYS[1], slot + interval, 'PX', wait + interval + 1000)
if KEYS[2] then
  redis.call('INCR', KEYS[2])
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
end
return {1, wait}
`;

const ADD_WITHIN = `
local total = tonumber(redis.call('GET', KEYS[1]) or '0')
local amount = tonumber(ARGV[1])
if amount > 0 and total + amount > tonumber(ARGV[2]) then return {0, total} end
total = redis.call('INCRBY', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return {1, total}
`;

const RENEW = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1
`;

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1
`;

/** Shared memory of all isolates. Every failure is thrown: `withFallback` handles it. */
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
    addWithin: async (key, amount, { limit, ttlMs }) => {
      const [added, total] = await redis.eval<number[], [number, number]>(
        ADD_WITHIN,
        [keys.state(key)],
        [amount, limit, Math.ceil(ttlMs)],
      );
      return { added: Number(added) === 1, total: Number(total) };
    },
    remove: async (...names) => {
      await redis.del(...names.map((name) => keys.state(name)));
    },
    reserve: async (key, intervalMs, maxWaitMs, tally) => {
      const names = tally === undefined ? [key] : [key, tally.key];
      const reply = await redis.eval<number[], [number, number]>(
        RESERVE,
        names.map((name) => keys.state(name)),
        [Math.ceil(intervalMs), Math.ceil(maxWaitMs), Math.ceil(tally?.ttlMs ?? 0)],
      );
      return { granted: Number(reply[0]) === 1, waitMs: Number(reply[1]) };
    },
    renew: async (key, value, ttlMs) => {
      const held = await redis.eval<[string, number], number>(
        RENEW,
        [keys.state(key)],
        [value, Math.ceil(ttlMs)],
      );
      return Number(held) === 1;
    },
    release: async (key, value) => {
      await redis.eval<[string], number>(RELEASE, [keys.state(key)], [value]);
    },
  };
}

/**
 * Calls the first state and, if it fails, the second; `onFallback` is called then. A lock is held in both, so that a
 * lock taken before the first failed, or lost its data, still holds among those who share the second. A sum is told to
 * the second, for the same reason.
 */
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
    acquire: async (key, value, ttlMs) => {
      const asked: SharedState[] = [];
      const isFree = await either('acquire', (state) => {
        asked.push(state);
        return state.acquire(key, value, ttlMs);
      });
      if (!isFree || asked.includes(secondary)) return isFree;
      if (await secondary.acquire(key, value, ttlMs)) return true;
      await either('release', (state) => state.release(key, value));
      return false;
    },
    increment: (key, ttlMs) => either('increment', (state) => state.increment(key, ttlMs)),
    addWithin: async (key, amount, bounds) => {
      const asked: SharedState[] = [];
      const sum = await either('addWithin', (state) => {
        asked.push(state);
        return state.addWithin(key, amount, bounds);
      });
      // The second counts on from the last sum of all.
      if (!asked.includes(secondary)) await secondary.set(key, String(sum.total), bounds.ttlMs);
      return sum;
    },
    remove: async (...names) => {
      await either('remove', (state) => state.remove(...names));
      await secondary.remove(...names);
    },
    reserve: (key, intervalMs, maxWaitMs, tally) =>
      either('reserve', (state) => state.reserve(key, intervalMs, maxWaitMs, tally)),
    renew: async (key, value, ttlMs) => {
      const isHeld = await either('renew', (state) => state.renew(key, value, ttlMs));
      if (isHeld) await secondary.renew(key, value, ttlMs);
      return isHeld;
    },
    release: async (key, value) => {
      await either('release', (state) => state.release(key, value));
      await secondary.release(key, value);
    },
  };
}
