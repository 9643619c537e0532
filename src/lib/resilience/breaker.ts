import type { Clock } from '../clock.ts';
import type { SharedState } from './shared-state.ts';

export interface BreakerOptions {
  /** Consecutive failures that open the breaker. */
  failures: number;
  /** How long it stays open before one probe is allowed. */
  openMs: number;
  /** Failures further apart than this are not consecutive. */
  windowMs: number;
  /** How long one probe blocks other callers. */
  probeMs: number;
}

export const DEFAULT_BREAKER: BreakerOptions = {
  failures: 5,
  openMs: 120_000,
  windowMs: 60_000,
  probeMs: 30_000,
};

export type BreakerState = 'closed' | 'open' | 'half_open';
export interface BreakerStatus {
  state: BreakerState;
  /** Milliseconds since the epoch of the next probe; null while closed. */
  nextTryAt: number | null;
}

/**
 * A circuit breaker per upstream with its state in shared memory: consecutive failures open it for `openMs`, then one
 * caller probes while others are still refused; success closes it, failure opens it again.
 */
export interface Breaker {
  /** Whether a call may be made now. In the half-open state the caller becomes the probe. */
  admit(): Promise<BreakerStatus & { admitted: boolean }>;
  /** The result that `admit` would return, without becoming the probe. */
  peek(): Promise<BreakerStatus & { admitted: boolean }>;
  succeeded(): Promise<void>;
  /**
   * `openForMs` opens it immediately for that long, or extends it if it is already open: for a block, or a
   * Retry-After.
   */
  failed(openForMs?: number): Promise<void>;
  /** Lets the next call probe, although the upstream asked to be left alone for longer; does nothing while closed. */
  probeNow(): Promise<void>;
  status(): Promise<BreakerStatus>;
}

const openKey = (name: string) => `breaker:${name}:open`;

function statusAt(until: number | null, now: number): BreakerStatus {
  if (until === null) return { state: 'closed', nextTryAt: null };
  return { state: until > now ? 'open' : 'half_open', nextTryAt: until };
}

/** Where the shared state keeps whether a breaker is open, and how that value is read, for who reads many at once. */
export const storedBreaker = {
  key: openKey,
  read: (value: string | null, now: number): BreakerStatus =>
    statusAt(value === null ? null : Number(value), now),
};

export function createBreaker(
  name: string,
  deps: { state: SharedState; clock: Clock },
  options: BreakerOptions = DEFAULT_BREAKER,
): Breaker {
  const { state, clock } = deps;
  const keys = {
    open: openKey(name),
    failures: `breaker:${name}:failures`,
    probe: `breaker:${name}:probe`,
  };
  // The mark lasts longer than the open time, so that the next state is half-open and not closed.
  const rememberMs = options.windowMs + options.probeMs;

  // Set when a success has something to clear, so that calls without failures write nothing.
  let dirty = false;

  const openUntil = async (): Promise<number | null> => {
    const [value, failures] = await Promise.all([state.get(keys.open), state.get(keys.failures)]);
    dirty ||= value !== null || failures !== null;
    return value === null ? null : Number(value);
  };
  const open = async (forMs: number): Promise<void> => {
    await state.set(keys.open, String(clock.now() + forMs), forMs + rememberMs);
    await state.remove(keys.failures, keys.probe);
  };
  const statusNow = (until: number | null): BreakerStatus => statusAt(until, clock.now());

  return {
    admit: async () => {
      const status = statusNow(await openUntil());
      if (status.state === 'closed') return { ...status, admitted: true };
      if (status.state === 'open') return { ...status, admitted: false };
      return { ...status, admitted: await state.acquire(keys.probe, '1', options.probeMs) };
    },
    peek: async () => {
      const status = statusNow(await openUntil());
      if (status.state !== 'half_open') return { ...status, admitted: status.state === 'closed' };
      return { ...status, admitted: (await state.get(keys.probe)) === null };
    },
    succeeded: async () => {
      if (!dirty) return;
      const { state: seen } = statusNow(await openUntil());
      // A call that ends while the breaker is open began before it opened, so its result is ignored.
      if (seen === 'open') return;
      // Only a probe's success clears the mark: another call may be setting it at the same time.
      await state.remove(keys.failures, keys.probe, ...(seen === 'half_open' ? [keys.open] : []));
      dirty = false;
    },
    failed: async (openForMs) => {
      dirty = true;
      const until = await openUntil();
      const current = statusNow(until).state;
      if (openForMs !== undefined) return open(Math.max(openForMs, (until ?? 0) - clock.now()));
      if (current === 'open') return;
      if (current === 'half_open') return open(options.openMs);
      const failures = await state.increment(keys.failures, options.windowMs);
      if (failures >= options.failures) await open(options.openMs);
    },
    probeNow: async () => {
      if (statusNow(await openUntil()).state !== 'closed') await open(0);
    },
    status: async () => statusNow(await openUntil()),
  };
}
