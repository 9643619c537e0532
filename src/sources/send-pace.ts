const WINDOW_MS = 1000;
/** Tolerance for a second measured at the other end being shorter than ours. */
const SLACK = 1.01;
const MAX_HOSTS = 100;

/** When an isolate sent its latest requests to each host, because a late timer may not keep its slot. */
export interface SendPace {
  /** Milliseconds until one more request keeps the rate in any second; 0: now, and then it is recorded as sent. */
  take(host: string, intervalMs: number, nowMs: number): number;
}

/**
 * Limits the requests of one isolate by the times at which they are really sent. Slots are evenly spaced, but a timer
 * that fires late puts its request next to the following one; here it takes a place in a sliding second.
 */
export function createSendPace(): SendPace {
  const sent = new Map<string, number[]>();
  return {
    take(host, intervalMs, nowMs) {
      const inWindow = Math.max(1, Math.floor(WINDOW_MS / intervalMs));
      const times = (sent.get(host) ?? []).slice(-inWindow);
      const first = times.length < inWindow ? undefined : times[0];
      const waitMs = first === undefined ? 0 : first + inWindow * intervalMs * SLACK - nowMs;
      if (waitMs > 0) return waitMs;
      sent.delete(host);
      sent.set(host, [...times, nowMs]);
      const oldest = sent.keys().next();
      if (sent.size > MAX_HOSTS && !oldest.done) sent.delete(oldest.value);
      return 0;
    },
  };
}
