import { createMiddleware } from 'hono/factory';
import { AppError, describeError } from '../../lib/errors.ts';
import { type LimitClass, type LimitDecision, WINDOW_MS } from '../../lib/rate-limits.ts';
import { callerAt } from '../../services/access/caller-of.ts';
import { requireAllowed, takeRequests } from '../../services/access/take-requests.ts';
import type { AppEnv } from '../app-env.ts';

/**
 * Counts the request against its caller's limit of the class. A write waits for the limiter. Everything else begins at
 * once, so that a cached answer costs one round trip: before a model is asked, and before the answer leaves, the limiter
 * must have allowed it.
 */
export const limitRate = (kind: LimitClass) =>
  createMiddleware<AppEnv>(async function limitRate(c, next) {
    const { ctx } = c.var;
    const decision = takeRequests(ctx, kind).then((taken) => {
      if (taken !== null) c.set('limit', { kind, ...taken });
      return taken;
    });
    const admitted = async (): Promise<void> => requireAllowed(await decision, kind);
    if (kind === 'writes') {
      await admitted();
      return await next();
    }
    c.set('ctx', Object.create(ctx, { admitted: { value: admitted } }));
    await next();
    const taken = await decision;
    if (taken?.allowed !== false) return;
    // Nothing of the answer is sent; Hono would keep its headers, a content encoding for one, for the problem.
    await c.res.body?.cancel();
    c.res = undefined;
    requireAllowed(taken, kind);
  });

const FLOOD_WINDOW_MS = 60_000;

/**
 * Refuses a flood from one address by Cloudflare's own counter, before anything is read or looked up. Without the
 * platform's header, as in tests, there is no address to count. A counter that fails lets pass: the limiter follows.
 */
export const refuseFloods = createMiddleware<AppEnv>(async function refuseFloods(c, next) {
  const address = c.req.header('cf-connecting-ip');
  const counter = c.env?.FLOOD_LIMIT;
  if (address !== undefined && counter !== undefined) {
    const { success } = await counter.limit({ key: callerAt(address) }).catch((error: unknown) => {
      c.var.ctx.log.warn('the flood counter failed', { error: describeError(error) });
      return { success: true };
    });
    if (!success)
      throw new AppError('RATE_LIMITED', 'Too many requests from this address.', {
        retryAfterMs: FLOOD_WINDOW_MS,
      });
  }
  await next();
});

/** `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-11): the limit, and what is left of it. */
export function limitHeaders({
  kind,
  limit,
  remaining,
  resetMs,
}: LimitDecision & { kind: LimitClass }): [string, string][] {
  return [
    ['ratelimit-policy', `"${kind}";q=${limit};w=${WINDOW_MS / 1000}`],
    ['ratelimit', `"${kind}";r=${remaining};t=${Math.ceil(resetMs / 1000)}`],
  ];
}
