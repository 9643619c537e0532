import type { Clock } from '../clock.ts';
import { type LimitRequest, type RateLimiter, WINDOW_MS, waitAfter } from '../rate-limits.ts';

const MAX_CALLERS = 10_000;

/** The requests of the current window and of the one before. */
interface Counts {
  window: number;
  current: number;
  previous: number;
}

/** The counts moved on to `window`. */
function movedTo(window: number, counts: Counts | undefined): Counts {
  if (counts?.window === window) return counts;
  return { window, current: 0, previous: counts?.window === window - 1 ? counts.current : 0 };
}

/**
 * A sliding window in the memory of one isolate, by the same rule as the one in Redis: the window before counts by the
 * share of it that is still in sight. Bounded; the callers longest unseen are forgotten first.
 */
export function createLocalLimiter(clock: Pick<Clock, 'now'>): RateLimiter {
  const callers = new Map<string, Counts>();

  return {
    take: async (request: LimitRequest) => {
      const { id, limit, cost } = request;
      const now = clock.now();
      const window = Math.floor(now / WINDOW_MS);
      const resetMs = (window + 1) * WINDOW_MS - now;
      const counts = movedTo(window, callers.get(id));
      const used = counts.current + Math.floor((counts.previous * resetMs) / WINDOW_MS);
      const allowed = used + cost <= limit;
      if (allowed) counts.current += cost;
      callers.delete(id);
      callers.set(id, counts);
      const [oldest] = callers.size > MAX_CALLERS ? callers.keys() : [];
      if (oldest !== undefined) callers.delete(oldest);
      return {
        allowed,
        limit,
        remaining: allowed ? limit - used - cost : 0,
        resetMs,
        retryAfterMs: allowed ? 0 : waitAfter(request, resetMs),
      };
    },
  };
}

/** After a failure the first limiter is left alone for so long, so that not every request waits for its timeout. */
const REST_MS = 5_000;

/**
 * Asks the first limiter, and the second while the first fails; `onFallback` is called then. `rest` is shared by the
 * requests of an isolate.
 */
export function withLocalLimiter(
  first: RateLimiter,
  second: RateLimiter,
  {
    clock,
    rest,
    onFallback,
  }: { clock: Pick<Clock, 'now'>; rest: { until: number }; onFallback: (error: unknown) => void },
): RateLimiter {
  return {
    take: async (request) => {
      if (rest.until > clock.now()) return await second.take(request);
      try {
        return await first.take(request);
      } catch (error) {
        rest.until = clock.now() + REST_MS;
        onFallback(error);
        return await second.take(request);
      }
    },
  };
}
