import { createMiddleware } from 'hono/factory';
import type { Actor } from '../../context.ts';
import { AppError } from '../../lib/errors.ts';
import { secretsEqual } from '../../lib/hash.ts';
import { requireIdentity } from '../../lib/rbac.ts';
import { callerAt } from '../../services/access/caller-of.ts';
import type { AppEnv, OpenContext } from '../app-env.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD']);
/** Paths that take a text by POST but change nothing. */
const READING_POSTS = new Set(['/recommendations', '/generate', '/next-lines', '/style-transfer']);
const BEARER = /^Bearer +(\S+)$/i;

/** The actor of a bearer token. */
async function actorOf(header: string, adminToken: string | null): Promise<Actor> {
  const token = BEARER.exec(header)?.[1];
  if (token !== undefined && adminToken !== null && (await secretsEqual(token, adminToken))) {
    return { type: 'admin' };
  }
  throw new AppError('UNAUTHENTICATED', 'The bearer token is not valid.');
}

/** Whether the request can be aborted without leaving work unfinished. */
const onlyReads = (method: string, path: string): boolean =>
  SAFE_METHODS.has(method) || (method === 'POST' && READING_POSTS.has(path));

/** Opens the service context of this request, for the caller at an address; `authenticate` sets the actor. */
export const openRequestContext = (openContext: OpenContext) =>
  createMiddleware<AppEnv>(async function openRequestContext(c, next) {
    const ctx = openContext({
      env: c.env,
      requestId: c.get('requestId'),
      actor: { type: 'anonymous', caller: callerAt(c.req.header('cf-connecting-ip')) },
      // A write that has started is completed.
      signal: () => (onlyReads(c.req.method, c.req.path) ? c.req.raw.signal : null),
      waitUntil: (work) => c.executionCtx.waitUntil(work),
    });
    c.set('ctx', ctx);
    await next();
  });

/** Turns the bearer token into an actor; an invalid token is refused on every route. */
export const authenticate = createMiddleware<AppEnv>(async function authenticate(c, next) {
  const header = c.req.header('authorization');
  if (header !== undefined) {
    const ctx = c.get('ctx');
    const actor = await actorOf(header, ctx.config.adminToken);
    // Inherited, so that both have the same clients.
    c.set('ctx', Object.create(ctx, { actor: { value: actor } }));
  }
  await next();
});

/** The check of a route with `security`. Its verb checks again, for callers other than HTTP. */
export const requireToken = createMiddleware<AppEnv>(async function requireToken(c, next) {
  requireIdentity(c.var.ctx.actor);
  await next();
});
