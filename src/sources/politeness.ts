import type { Clock } from '../lib/clock.ts';
import type { Breaker } from '../lib/resilience/breaker.ts';
import type { SharedState } from '../lib/resilience/shared-state.ts';
import { BLOCKED_PAUSE_MS, SourceError } from '../lib/source-error.ts';
import type { HostBreaker, HostFailure, RateGate } from './polite-fetcher.ts';
import type { SendPace } from './send-pace.ts';

/** A longer wait is not waited out: the work goes back to its queue. */
const MAX_WAIT_MS = 20_000;
const RATE_LIMITED_MS = 60_000;
const PROBE_WAIT_MS = 10_000;
const MIN_WAIT_MS = 1000;

/**
 * One sequence of slots per host, shared by all isolates through the given state; `pace` keeps this isolate to the
 * rate if its timers fire late.
 */
export function createRateGate(options: {
  state: SharedState;
  pace: SendPace;
  clock: Clock;
  requestsPerSecond: number;
}): RateGate {
  const { state, pace, clock, requestsPerSecond } = options;
  return {
    acquire: async (host, minIntervalMs = 0) => {
      const intervalMs = Math.max(1000 / requestsPerSecond, minIntervalMs);
      const { granted, waitMs } = await state.reserve(`rate:${host}`, intervalMs, MAX_WAIT_MS);
      if (!granted) {
        throw new SourceError('parked', `the next free slot of ${host} is ${waitMs} ms away`, {
          host,
          retryAfterMs: waitMs,
          retryAtMs: clock.now() + waitMs,
        });
      }
      if (waitMs > 0) await clock.sleep(waitMs);
      // Another request may have been sent while this one was waiting.
      for (;;) {
        const lateMs = pace.take(host, intervalMs, clock.now());
        if (lateMs === 0) return;
        await clock.sleep(Math.ceil(lateMs));
      }
    },
  };
}

function openForMs(kind: HostFailure, retryAfterMs: number | undefined): number | undefined {
  if (kind === 'blocked') return Math.max(BLOCKED_PAUSE_MS, retryAfterMs ?? 0);
  if (kind === 'rate_limited') return retryAfterMs ?? RATE_LIMITED_MS;
  return retryAfterMs;
}

/** The breaker of one upstream, as used by the polite fetcher. */
export function createHostBreaker(breaker: Breaker, clock: Clock): HostBreaker {
  return {
    before: async (host) => {
      const { admitted, nextTryAt, state } = await breaker.admit();
      if (admitted) return;
      // While another caller probes, waits for the result.
      const soonest = clock.now() + (state === 'half_open' ? PROBE_WAIT_MS : MIN_WAIT_MS);
      const retryAtMs = Math.max(soonest, nextTryAt ?? 0);
      throw new SourceError('circuit_open', `${host} has failed repeatedly; requests are paused`, {
        host,
        retryAtMs,
        retryAfterMs: retryAtMs - clock.now(),
      });
    },
    success: () => breaker.succeeded(),
    failure: (_host, kind, retryAfterMs) => breaker.failed(openForMs(kind, retryAfterMs)),
  };
}
