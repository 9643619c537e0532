import type { ServiceContext } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { type LimitClass, type LimitDecision, ROLE_LIMITS } from '../../lib/rate-limits.ts';
import { callerOf } from './caller-of.ts';

type Context = Pick<ServiceContext, 'actor' | 'config' | 'limiter' | 'metrics'>;

/** What the actor may send a minute; null for our own jobs and the command line. A key's own limit is for requests. */
function limitOf({ actor, config }: Pick<Context, 'actor' | 'config'>, kind: LimitClass): number | null {
  switch (actor.type) {
    case 'anonymous':
      return config.anonymousLimits[kind];
    case 'key':
      return kind === 'batch-items' || actor.requestsPerMinute === null
        ? ROLE_LIMITS[actor.role][kind]
        : actor.requestsPerMinute;
    default:
      return null;
  }
}

/** What each class counts, as an error names it. */
const COUNTED: Readonly<Record<LimitClass, string>> = {
  reads: 'reading requests',
  models: 'requests to analyse or write a text',
  writes: 'writing requests',
  'batch-items': 'items of batches',
};

/**
 * Counts `cost` requests of the actor's, and says whether they are within its limit; null if it has none. Throws
 * VALIDATION_FAILED for more than a whole minute allows, because waiting would not help.
 */
export async function takeRequests(ctx: Context, kind: LimitClass, cost = 1): Promise<LimitDecision | null> {
  const limit = limitOf(ctx, kind);
  const caller = callerOf(ctx.actor);
  if (limit === null || caller === null) return null;
  if (cost > limit)
    throw new AppError(
      'VALIDATION_FAILED',
      `${limit} ${COUNTED[kind]} a minute are allowed: send fewer at once.`,
    );
  const decision = await ctx.limiter.take({ id: `${kind}:${caller}`, limit, cost });
  ctx.metrics.count('barline_rate_limit_decisions_total', {
    class: kind,
    outcome: decision.allowed ? 'allowed' : 'refused',
  });
  return decision;
}

/** A refusal by one of the limits that a request may be asked for: its answer tells of this one. */
export class LimitReached extends AppError {
  readonly limit: LimitDecision & { kind: LimitClass };

  constructor(decision: LimitDecision, kind: LimitClass) {
    const { limit, retryAfterMs } = decision;
    super('RATE_LIMITED', `${limit} ${COUNTED[kind]} a minute are allowed.`, { retryAfterMs });
    this.limit = { kind, ...decision };
  }
}

/** Throws RATE_LIMITED, with the time after which the same request is allowed, unless it was. */
export function requireAllowed(decision: LimitDecision | null, kind: LimitClass): void {
  if (decision !== null && !decision.allowed) throw new LimitReached(decision, kind);
}
