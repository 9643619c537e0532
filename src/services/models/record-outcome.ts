import { z } from 'zod';
import type { ServiceContext, Upstream } from '../../context.ts';
import type { AppError } from '../../lib/errors.ts';
import { describeCause } from '../../lib/failure-cause.ts';

/** The upstreams that answer like models. */
export type ModelUpstream = Extract<Upstream, 'llm' | 'llm-fallback' | 'embeddings'>;

/** A model at its place in the configuration: another model at the same place has its own outcomes. */
export interface ModelPlace {
  upstream: ModelUpstream;
  /** The model's id as used in requests. */
  model: string;
}

const REMEMBERED_MS = 7 * 24 * 3600_000;

const FailureSchema = z.object({
  /** Milliseconds since the epoch. */
  at: z.number(),
  code: z.string(),
  /** The stable word from `AppError.reason`. */
  reason: z.string(),
  /** Safe to show to callers. */
  message: z.string(),
  /** The HTTP status of the answer; null if there was none. */
  status: z.number().nullable(),
});
export type OutcomeFailure = z.infer<typeof FailureSchema>;

/** The last outcomes of asking a model, one per kind; null if there was none within a week. */
export interface ModelOutcomes {
  /** Milliseconds since the epoch. */
  lastSuccessAt: number | null;
  /** Permanent refusal: a key, a model or a request that is not accepted. */
  lastRefusal: OutcomeFailure | null;
  /** No answer, or a temporary refusal: a timeout, a 5xx, a 429. */
  lastUnavailable: OutcomeFailure | null;
}

type OutcomeContext = Pick<ServiceContext, 'state' | 'clock'>;

/** Records how a call ended, for all isolates; if Redis is unavailable, for this isolate only. */
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

/** The recorded outcomes of a model; sends no request to the model. */
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

/** The status of the answer behind an error; null if there was no answer. */
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
