import { createMiddleware } from 'hono/factory';
import type { Actor } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { secretsEqual } from '../../lib/hash.ts';
import { requireAdmin } from '../../lib/rbac.ts';
import type { AppEnv, OpenContext } from '../app-env.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD']);
const BEARER = /^Bearer +(\S+)$/i;

async function actorOf(header: string | undefined, adminToken: string | null): Promise<Actor> {
  if (header === undefined) return { type: 'anonymous' };
  const token = BEARER.exec(header)?.[1];
  if (token !== undefined && adminToken !== null && (await secretsEqual(token, adminToken))) {
    return { type: 'admin' };
  }
  throw new AppError('UNAUTHENTICATED', 'The bearer token is not valid.');
}

/** Opens the service context of this request, for nobody in particular: `authenticate` says who asks. */
export const openRequestContext = (openContext: OpenContext) =>
  createMiddleware<AppEnv>(async function openRequestContext(c, next) {
    const ctx = openContext({
      env: c.env,
      requestId: c.var.requestId,
      actor: { type: 'anonymous' },
      // A write that has begun is finished.
      signal: SAFE_METHODS.has(c.req.method) ? c.req.raw.signal : null,
      waitUntil: (work) => c.executionCtx.waitUntil(work),
    });
    c.set('ctx', ctx);
    await next();
  });

/** Turns the bearer token into an actor; a token that is there and wrong is refused on every route. */
export const authenticate = createMiddleware<AppEnv>(async function authenticate(c, next) {
  const actor = await actorOf(c.req.header('authorization'), c.var.ctx.config.adminToken);
  // Inherited rather than copied: a copy would make every lazy client.
  if (actor.type !== 'anonymous') c.set('ctx', Object.create(c.var.ctx, { actor: { value: actor } }));
  await next();
});

/** The gate of a route with `security`. Its verb asks again, for the callers that are no request. */
export const requireToken = createMiddleware<AppEnv>(async function requireToken(c, next) {
  requireAdmin(c.var.ctx.actor);
  await next();
});
