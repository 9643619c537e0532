import type { Clock } from '../clock.ts';
import type { SharedState } from './shared-state.ts';

const MAX_KEYS = 10_000;

/** Shared state within one isolate, not visible to others. Bounded; the oldest keys are removed first. */
export function createLocalState(clock: Clock): SharedState {
  const entries = new Map<string, { value: string; expiresAt: number }>();

  const read = (key: string): string | null => {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    if (entry.expiresAt > clock.now()) return entry.value;
    entries.delete(key);
    return null;
  };

  const write = (key: string, value: string, ttlMs: number): void => {
    entries.delete(key);
    entries.set(key, { value, expiresAt: clock.now() + ttlMs });
    if (entries.size <= MAX_KEYS) return;
    const oldest = entries.keys().next();
    if (!oldest.done) entries.delete(oldest.value);
  };

  return {
    get: async (key) => read(key),
    set: async (key, value, ttlMs) => write(key, value, ttlMs),
    acquire: async (key, value, ttlMs) => {
      if (read(key) !== null) return false;
      write(key, value, ttlMs);
      return true;
    },
    increment: async (key, ttlMs) => {
      const next = Number(read(key) ?? 0) + 1;
      write(key, String(next), ttlMs);
      return next;
    },
    addWithin: async (key, amount, { limit, ttlMs }) => {
      const total = Number(read(key) ?? 0);
      if (amount > 0 && total + amount > limit) return { added: false, total };
      write(key, String(total + amount), ttlMs);
      return { added: true, total: total + amount };
    },
    remove: async (...keys) => {
      for (const key of keys) entries.delete(key);
    },
    reserve: async (key, intervalMs, maxWaitMs, tally) => {
      const now = clock.now();
      const slot = Math.max(now, Number(read(key) ?? 0));
      const waitMs = slot - now;
      if (waitMs > maxWaitMs) return { granted: false, waitMs };
      write(key, String(slot + intervalMs), waitMs + intervalMs + 1000);
      if (tally !== undefined) write(tally.key, String(Number(read(tally.key) ?? 0) + 1), tally.ttlMs);
      return { granted: true, waitMs };
    },
    renew: async (key, value, ttlMs) => {
      if (read(key) !== value) return false;
      write(key, value, ttlMs);
      return true;
    },
    release: async (key, value) => {
      if (read(key) === value) entries.delete(key);
    },
  };
}
