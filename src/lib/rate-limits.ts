import type { Role, Scope } from './scopes.ts';

/** What is counted apart: each has its own limit a minute. */
export const LIMIT_CLASSES = ['reads', 'models', 'writes', 'batch-items'] as const;
export type LimitClass = (typeof LIMIT_CLASSES)[number];

export const WINDOW_MS = 60_000;

/** Requests (or items) a minute by class. */
export type Limits = Readonly<Record<LimitClass, number>>;

/** What the holder of a key may send, by role. */
export const ROLE_LIMITS: Readonly<Record<Role, Limits>> = {
  reader: { reads: 3_000, models: 45, writes: 60, 'batch-items': 2_000 },
  analyst: { reads: 3_000, models: 300, writes: 300, 'batch-items': 10_000 },
  operator: { reads: 12_000, models: 6_000, writes: 1_200, 'batch-items': 100_000 },
  admin: { reads: 12_000, models: 6_000, writes: 1_200, 'batch-items': 100_000 },
};

/**
 * The class of a route by its scope. A text that is analysed or written may cost a call of a model; a batch costs by
 * its items as well (`batch-items`).
 */
export function classOf(scope: Scope): LimitClass {
  if (scope.endsWith(':run')) return 'models';
  return scope.endsWith(':read') ? 'reads' : 'writes';
}

/** What a limiter says of one request, or of several that are counted together. */
export interface LimitDecision {
  readonly allowed: boolean;
  readonly limit: number;
  /** What is left in the window, 0 when refused. */
  readonly remaining: number;
  /** Until the window ends. */
  readonly resetMs: number;
  /** Until the same request is certain to be allowed, if no other comes in between. */
  readonly retryAfterMs: number;
}

export interface LimitRequest {
  /** Class and caller. */
  readonly id: string;
  /** A minute. */
  readonly limit: number;
  /** How many requests this one counts as, 1 to `limit`. */
  readonly cost: number;
}

/** Counts requests in a sliding window of a minute. */
export interface RateLimiter {
  take(request: LimitRequest): Promise<LimitDecision>;
}

/**
 * How long a refused request has to wait at most. A sliding window counts the requests of the window before by the share
 * of it that is still in sight; at the end of this window at most `limit` of them are, and cost / limit of the next
 * window later there is room for `cost`.
 */
export const waitAfter = ({ limit, cost }: LimitRequest, resetMs: number): number =>
  resetMs + Math.ceil((cost / limit) * WINDOW_MS);
