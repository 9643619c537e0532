import { z } from 'zod';
import type { ServiceContext, Upstream } from '../../context.ts';
import type { AppError } from '../../lib/errors.ts';
import { describeCause } from '../../lib/failure-cause.ts';

/** The upstreams that answer as models do. */
export type ModelUpstream = Extract<Upstream, 'llm' | 'llm-fallback' | 'embeddings'>;

/** A model at its place in the configuration: another model at the same place has outcomes of its own. */
export interface ModelPlace {
  upstream: ModelUpstream;
  /** The model's id as it is asked for. */
  model: string;
}

const REMEMBERED_MS = 7 * 24 * 3600_000;

const FailureSchema = z.object({
  /** Milliseconds since the epoch. */
  at: z.number(),
  code: z.string(),
  /** The stable word of `AppError.reason`. */
  reason: z.string(),
  /** Safe to show. */
  message: z.string(),
  /** The HTTP status that was answered; null where none was. */
  status: z.number().nullable(),
});
export type OutcomeFailure = z.infer<typeof FailureSchema>;

/** How asking a model ended last, one of each kind; null where it never did within a week. */
export interface ModelOutcomes {
  /** Milliseconds since the epoch. */
  lastSuccessAt: number | null;
  /** Refused for good: a key, a model or a request that is not taken. */
  lastRefusal: OutcomeFailure | null;
  /** No answer, or one that says to come back: a timeout, a 5xx, a 429. */
  lastUnavailable: OutcomeFailure | null;
}

type OutcomeContext = Pick<ServiceContext, 'state' | 'clock'>;

/** Remembers how a call ended, for all isolates; where Redis is gone, for this one. */
export async function recordOutcome(
  ctx: OutcomeContext,
  place: ModelPlace,
  failure: AppError | null,
): Promise<void> {
  const at = ctx.clock.now();
  if (failure === null) return ctx.state.set(keysOf(place).success, String(at), REMEMBERED_MS);
  const key = failure.retryable ? keysOf(place).unavailable : keysOf(place).refusal;
  const { code, message } = describeCause(failure);
  const value: OutcomeFailure = { at, code, reason: failure.reason, message, status: httpStatusOf(failure) };
  await ctx.state.set(key, JSON.stringify(value), REMEMBERED_MS);
}

/** What is remembered of a model; asks nothing of the model itself. */
export async function readOutcomes(
  ctx: Pick<ServiceContext, 'state'>,
  place: ModelPlace,
): Promise<ModelOutcomes> {
  const keys = keysOf(place);
  const [success, refusal, unavailable] = await Promise.all([
    ctx.state.get(keys.success),
    ctx.state.get(keys.refusal),
    ctx.state.get(keys.unavailable),
  ]);
  return {
    lastSuccessAt: success === null ? null : Number(success),
    lastRefusal: readFailure(refusal),
    lastUnavailable: readFailure(unavailable),
  };
}

/** The status of the answer that an error was made from; null where there was no answer. */
export function httpStatusOf({ cause }: AppError): number | null {
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : null;
  return typeof status === 'number' ? status : null;
}

function keysOf({ upstream, model }: ModelPlace) {
  const prefix = `outcome:${upstream}:${model}`;
  return {
    success: `${prefix}:success`,
    refusal: `${prefix}:refusal`,
    unavailable: `${prefix}:unavailable`,
  };
}

function readFailure(stored: string | null): OutcomeFailure | null {
  if (stored === null) return null;
  try {
    return FailureSchema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
