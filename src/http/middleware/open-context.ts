import { createMiddleware } from 'hono/factory';
import type { Actor } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { secretsEqual } from '../../lib/hash.ts';
import { requireIdentity } from '../../lib/rbac.ts';
import { callerAt } from '../../services/access/caller-of.ts';
import type { AppEnv, OpenContext } from '../app-env.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD']);
/** Questions that are too long for a URL: they are posted and only read. */
const READING_POSTS = new Set(['/recommendations']);
const BEARER = /^Bearer +(\S+)$/i;

/** The actor of a bearer token. */
async function actorOf(header: string, adminToken: string | null): Promise<Actor> {
  const token = BEARER.exec(header)?.[1];
  if (token !== undefined && adminToken !== null && (await secretsEqual(token, adminToken))) {
    return { type: 'admin' };
  }
  throw new AppError('UNAUTHENTICATED', 'The bearer token is not valid.');
}

/** Whether nothing is left half done when the request ends early. */
const onlyReads = (method: string, path: string): boolean =>
  SAFE_METHODS.has(method) || (method === 'POST' && READING_POSTS.has(path));

/** Opens the service context of this request, for the caller at an address: `authenticate` says who asks. */
export const openRequestContext = (openContext: OpenContext) =>
  createMiddleware<AppEnv>(async function openRequestContext(c, next) {
    const ctx = openContext({
      env: c.env,
      requestId: c.var.requestId,
      actor: { type: 'anonymous', caller: callerAt(c.req.header('cf-connecting-ip')) },
      // A write that has begun is finished.
      signal: onlyReads(c.req.method, c.req.path) ? c.req.raw.signal : null,
      waitUntil: (work) => c.executionCtx.waitUntil(work),
    });
    c.set('ctx', ctx);
    await next();
  });

/** Turns the bearer token into an actor; a token that is there and wrong is refused on every route. */
export const authenticate = createMiddleware<AppEnv>(async function authenticate(c, next) {
  const header = c.req.header('authorization');
  if (header !== undefined) {
    const actor = await actorOf(header, c.var.ctx.config.adminToken);
    // Inherited rather than copied: a copy would make every lazy client.
    c.set('ctx', Object.create(c.var.ctx, { actor: { value: actor } }));
  }
  await next();
});

/** The gate of a route with `security`. Its verb asks again, for the callers that are no request. */
export const requireToken = createMiddleware<AppEnv>(async function requireToken(c, next) {
  requireIdentity(c.var.ctx.actor);
  await next();
});
