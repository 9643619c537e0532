import type { ServiceContext } from '../../context.ts';
import type { BreakerState } from '../../lib/resilience/breaker.ts';
import { type ModelPlace, type OutcomeFailure, readOutcomes } from './record-outcome.ts';

/** Statuses meaning that the key, the account or the model is not accepted; others concern a single request. */
const REFUSING: ReadonlySet<number> = new Set([401, 402, 403, 404]);

export interface LastFailure {
  code: string;
  /** The HTTP status of the answer; null if there was none. */
  status: number | null;
  message: string;
}

export interface ModelHealth {
  /** `refused`: apart from outages, the last answer was that the key, the account or the model is not accepted. */
  state: 'ready' | 'circuit_open' | 'refused';
  breaker: BreakerState;
  next_try_at: string | null;
  last_success_at: string | null;
  last_failure_at: string | null;
  /** If the state is `refused`: that refusal, even if other calls have failed since (a 429, no answer). */
  last_failure: LastFailure | null;
}

/** A model's state as recorded by its calls; sends no request. The next successful call clears a refusal. */
export async function readModelHealth(
  ctx: Pick<ServiceContext, 'breaker' | 'state'>,
  place: ModelPlace,
): Promise<ModelHealth> {
  const [{ state: breaker, nextTryAt }, outcomes] = await Promise.all([
    ctx.breaker(place.upstream).status(),
    readOutcomes(ctx, place),
  ]);
  const { lastSuccessAt, lastRefusal, lastUnavailable } = outcomes;
  const refused =
    lastRefusal !== null && REFUSING.has(lastRefusal.status ?? 0) && lastRefusal.at >= (lastSuccessAt ?? 0);
  const last = refused ? lastRefusal : latest(lastRefusal, lastUnavailable);
  return {
    state: refused ? 'refused' : breaker === 'closed' ? 'ready' : 'circuit_open',
    breaker,
    next_try_at: isoOrNull(nextTryAt),
    last_success_at: isoOrNull(lastSuccessAt),
    last_failure_at: isoOrNull(last?.at ?? null),
    last_failure: last === null ? null : { code: last.code, status: last.status, message: last.message },
  };
}

export const isoOrNull = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString();

function latest(a: OutcomeFailure | null, b: OutcomeFailure | null): OutcomeFailure | null {
  if (a === null || b === null) return a ?? b;
  return a.at >= b.at ? a : b;
}
