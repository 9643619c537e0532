import { defineOpenAPIRoute, type OpenAPIRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { AppEnv } from './app-env.ts';
import { requireToken } from './middleware/open-context.ts';

// A route that names no parameters takes none: a misspelt one is told, not ignored.
const NO_QUERY = z.strictObject({});

/**
 * A route and its handler as one value; `app.ts` mounts the lists of them. One with `security` asks for the token
 * before it looks at anything else of the request.
 */
export const defineRoute = <R extends RouteConfig>(
  route: R,
  handler: OpenAPIRoute<R, AppEnv, true>['handler'],
) => {
  const gate = route.security === undefined ? [] : [requireToken];
  const guarded = {
    ...route,
    request: { query: NO_QUERY, ...route.request },
    middleware: [...gate, ...[route.middleware ?? []].flat()],
  };
  return defineOpenAPIRoute<R, AppEnv, true>({ route: guarded, handler, addRoute: true });
};
