import type { ServiceContext } from '../../context.ts';
import { AppError, type AppErrorOptions, type ErrorCode } from '../../lib/errors.ts';
import type { BreakerStatus } from '../../lib/resilience/breaker.ts';

/** A call that was not made: it says nothing about the model and is not stored as a failure of the model. */
export class ModelNotAsked extends AppError {
  constructor(code: ErrorCode, detail: string, options: AppErrorOptions) {
    super(code, detail, options);
  }
}

/** How long a caller waits while another caller probes; most probes finish in less. */
const PROBE_WAIT_MS = 5000;
const MIN_WAIT_MS = 1000;

/** The circuit is open, or half-open while another caller probes: in both cases no call is made. */
export function circuitOpen(
  { clock }: Pick<ServiceContext, 'clock'>,
  { nextTryAt }: BreakerStatus,
): ModelNotAsked {
  const leftMs = (nextTryAt ?? 0) - clock.now();
  return new ModelNotAsked('UPSTREAM_UNAVAILABLE', 'The circuit to the model is open after failures.', {
    reason: 'circuit_open',
    retryAfterMs: leftMs > 0 ? Math.max(MIN_WAIT_MS, leftMs) : PROBE_WAIT_MS,
  });
}

/** The budget has no slot within the caller's time limit. */
export function budgetSpent(waitMs: number): ModelNotAsked {
  return new ModelNotAsked('RATE_LIMITED', 'The request budget of the language model is used up.', {
    retryAfterMs: Math.max(MIN_WAIT_MS, waitMs),
  });
}

/** The daily budget in money does not allow another call before the next midnight UTC. */
export function moneySpent(waitMs: number): ModelNotAsked {
  return new ModelNotAsked('RATE_LIMITED', 'The daily budget of the language model is spent.', {
    reason: 'budget_spent',
    retryAfterMs: Math.max(MIN_WAIT_MS, waitMs),
  });
}

/** Too little of the caller's time is left for an answer. */
export function noTimeLeft(): ModelNotAsked {
  return new ModelNotAsked('UPSTREAM_UNAVAILABLE', 'No time is left to ask the language model.', {
    reason: 'timed_out',
  });
}
