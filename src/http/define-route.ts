import { defineOpenAPIRoute, type OpenAPIRoute, type RouteConfig } from '@hono/zod-openapi';
import type { AppEnv } from './app-env.ts';

/** A route and its handler as one value; `app.ts` mounts the lists of them. */
export const defineRoute = <R extends RouteConfig>(
  route: R,
  handler: OpenAPIRoute<R, AppEnv, true>['handler'],
) => defineOpenAPIRoute<R, AppEnv, true>({ route, handler, addRoute: true });
