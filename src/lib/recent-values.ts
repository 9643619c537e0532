import type { Clock } from './clock.ts';

/** Plain values that the requests of one isolate share: never a promise or a client, which belong to one request. */
export interface RecentValues<T> {
  /** Null if it was never set, has expired, or was the least recently used of too many. */
  get(key: string): T | null;
  set(key: string, value: T): void;
}

/** At most `maxEntries` values, each for `ttlMs` after it was set; a use does not prolong that. */
export function createRecentValues<T>(
  clock: Pick<Clock, 'now'>,
  { maxEntries, ttlMs }: { maxEntries: number; ttlMs: number },
): RecentValues<T> {
  // In the order of use, the least recent first.
  const entries = new Map<string, { value: T; expiresAt: number }>();
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return null;
      entries.delete(key);
      if (entry.expiresAt <= clock.now()) return null;
      entries.set(key, entry);
      return entry.value;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, { value, expiresAt: clock.now() + ttlMs });
      if (entries.size <= maxEntries) return;
      const oldest = entries.keys().next();
      if (!oldest.done) entries.delete(oldest.value);
    },
  };
}
