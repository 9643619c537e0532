const WINDOW_MS = 1000;
/** What a second that is counted at the other end may be shorter than ours. */
const SLACK = 1.01;
const MAX_HOSTS = 100;

/** When an isolate sent its latest requests to each host: what a slot promised, a late timer may not keep. */
export interface SendPace {
  /** Milliseconds until one more request keeps the rate in any second; 0: now, and then it counts as sent. */
  take(host: string, intervalMs: number, nowMs: number): number;
}

/**
 * Holds the requests of one isolate to the rate as they are really sent. Slots are spaced evenly, but a timer that
 * fires late puts its request next to the one that follows; here it takes a place in a sliding second.
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
