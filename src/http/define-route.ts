import { defineOpenAPIRoute, type OpenAPIRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { AppEnv } from './app-env.ts';
import { requireToken } from './middleware/open-context.ts';

type SecurityRequirement = NonNullable<RouteConfig['security']>[number];

// A route without declared parameters accepts none: a misspelt one is reported, not ignored.
const NO_QUERY = z.strictObject({});

/** The token is required: without one the answer is 401. */
export const TOKEN_REQUIRED: SecurityRequirement[] = [{ bearer: [] }];
/** The route works without a token, and shows or does more with one. */
export const TOKEN_OPTIONAL: SecurityRequirement[] = [{}, { bearer: [] }];

/** Whether no alternative lets a caller in without a token. */
const needsToken = (security: readonly SecurityRequirement[]): boolean =>
  security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0);

/**
 * A route and its handler as one value; `app.ts` mounts the lists of them. A route that requires the token checks it
 * before anything else in the request; a route without `security` is documented as public.
 */
export const defineRoute = <R extends RouteConfig>(
  route: R,
  handler: OpenAPIRoute<R, AppEnv, true>['handler'],
) => {
  const { security = [] } = route;
  const gate = needsToken(security) ? [requireToken] : [];
  const guarded = {
    ...route,
    security,
    request: { query: NO_QUERY, ...route.request },
    middleware: [...gate, ...[route.middleware ?? []].flat()],
  };
  return defineOpenAPIRoute<R, AppEnv, true>({ route: guarded, handler, addRoute: true });
};
