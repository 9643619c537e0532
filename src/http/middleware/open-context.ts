import { createMiddleware } from 'hono/factory';
import { AppError } from '../../lib/errors.ts';
import { hasScope, requireScope } from '../../lib/rbac.ts';
import { placeOf } from '../../lib/regions.ts';
import type { Scope } from '../../lib/scopes.ts';
import { callerAt } from '../../services/access/caller-of.ts';
import { identifyKey } from '../../services/access/keys/identify-key.ts';
import type { AppEnv, OpenContext } from '../app-env.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD']);
/** Paths that take a text by POST but change nothing. */
const READING_POSTS = new Set(['/recommendations', '/generate', '/next-lines', '/style-transfer']);
const BEARER = /^Bearer +(\S+)$/i;

/** Whether the request can be aborted without leaving work unfinished. */
const onlyReads = (method: string, path: string): boolean =>
  SAFE_METHODS.has(method) || (method === 'POST' && READING_POSTS.has(path));

/** Opens the service context of this request, for the caller at an address; `authenticate` sets the actor. */
export const openRequestContext = (openContext: OpenContext) =>
  createMiddleware<AppEnv>(async function openRequestContext(c, next) {
    const request = c.req.raw;
    const ctx = openContext({
      env: c.env,
      requestId: c.get('requestId'),
      actor: ({ anonymousScopes }) => ({
        type: 'anonymous',
        address: callerAt(c.req.header('cf-connecting-ip')),
        scopes: anonymousScopes,
      }),
      // A write that has started is completed.
      signal: () => (onlyReads(c.req.method, c.req.path) ? c.req.raw.signal : null),
      waitUntil: (work) => c.executionCtx.waitUntil(work),
      place: () => placeOf('cf' in request ? request.cf : null),
    });
    c.set('ctx', ctx);
    await next();
  });

/** Turns the bearer token into an actor; a token that is not valid is refused on every route. */
export const authenticate = createMiddleware<AppEnv>(async function authenticate(c, next) {
  const header = c.req.header('authorization');
  if (header !== undefined) {
    const ctx = c.get('ctx');
    const token = BEARER.exec(header)?.[1];
    if (token === undefined) throw new AppError('UNAUTHENTICATED', 'Send the key as "Bearer" and the key.');
    const actor = await identifyKey(ctx, token);
    // Inherited, so that both have the same clients.
    c.set('ctx', Object.create(ctx, { actor: { value: actor } }));
  }
  await next();
});

/** The check of a route that names a scope. A verb with restricted access checks again, for callers other than HTTP. */
export const checkScope = (scope: Scope) =>
  createMiddleware<AppEnv>(async function checkScope(c, next) {
    requireScope(c.var.ctx.actor, scope);
    await next();
  });

/** Who has one of these may have changed the catalogue a moment ago, and reads what he wrote. */
const CHANGES_CATALOGUE: readonly Scope[] = ['ingest:write', 'catalogue:write', 'takedowns:write'];

/** Lets a route read from the nearest database what may be a second old. */
export const mayBeStale = createMiddleware<AppEnv>(async function mayBeStale(c, next) {
  const { ctx } = c.var;
  if (ctx.config.database !== null && ctx.config.database.replicas.length > 0) {
    const writes = CHANGES_CATALOGUE.some((scope) => hasScope(ctx.actor, scope));
    if (!writes) c.set('ctx', Object.create(ctx, { sql: { get: () => ctx.staleSql } }));
  }
  await next();
});
