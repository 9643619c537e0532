import { defineOpenAPIRoute, type OpenAPIRoute, type RouteConfig, z } from '@hono/zod-openapi';
import { classOf } from '../lib/rate-limits.ts';
import { ANONYMOUS_CHOICES, isScope, type Scope } from '../lib/scopes.ts';
import type { AppEnv } from './app-env.ts';
import { withHeaders } from './documented-headers.ts';
import { auditWrite } from './middleware/audit.ts';
import { limitRate } from './middleware/limit-rate.ts';
import { checkScope } from './middleware/open-context.ts';

type SecurityRequirement = NonNullable<RouteConfig['security']>[number];

/** Every route says who may use it: `PUBLIC`, or `needs` and a scope. */
type GuardedRoute = RouteConfig & { operationId: string; security: SecurityRequirement[] };

// A route without declared parameters accepts none: a misspelt one is reported, not ignored.
const NO_QUERY = z.strictObject({});

/** For everybody, whatever the configuration says. */
export const PUBLIC: SecurityRequirement[] = [];

/** Only for actors with the scope. Whether callers without a key have it is configured, for scopes that allow it. */
export const needs = (scope: Scope): SecurityRequirement[] =>
  ANONYMOUS_CHOICES.some((choice) => choice === scope) ? [{}, { bearer: [scope] }] : [{ bearer: [scope] }];

/** The scope that a route asks for; null for a public one. Throws if a key is asked for and no scope is named. */
function scopeOf({ path, security }: GuardedRoute): Scope | null {
  if (security.length === 0) return null;
  const scope = security.flatMap((alternative) => alternative.bearer ?? []).find(isScope);
  if (scope === undefined) throw new Error(`The security of ${path} names no scope.`);
  return scope;
}

const WRITING_SCOPE = /:(?:write|admin)$/;

/** A write is recorded, and so is one that the check refuses. */
function gateOf({ method, operationId }: GuardedRoute, scope: Scope) {
  const writes = method !== 'get' && WRITING_SCOPE.test(scope);
  return [...(writes ? [auditWrite(operationId)] : []), checkScope(scope), limitRate(classOf(scope))];
}

/**
 * A route and its handler as one value; `app.ts` mounts the lists of them. The scope that the document names is the one
 * that is checked, before anything else in the request.
 */
export const defineRoute = <R extends GuardedRoute>(
  route: R,
  handler: OpenAPIRoute<R, AppEnv, true>['handler'],
) => {
  const scope = scopeOf(route);
  const gate = scope === null ? [] : gateOf(route, scope);
  const guarded = {
    ...route,
    request: { query: NO_QUERY, ...route.request },
    responses: withHeaders(route.responses),
    middleware: [...gate, ...[route.middleware ?? []].flat()],
  };
  return defineOpenAPIRoute<R, AppEnv, true>({ route: guarded, handler, addRoute: true });
};
