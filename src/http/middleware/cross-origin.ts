import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';

const answerPreflight = cors({
  origin: '*',
  exposeHeaders: ['x-request-id', 'retry-after', 'etag'],
  maxAge: 86_400,
});

/**
 * Allows pages of every origin to read the answers. An OPTIONS request that is not a preflight is passed on to its
 * path.
 */
export const crossOrigin = createMiddleware<AppEnv>(async function crossOrigin(c, next) {
  const isPreflight = c.req.header('access-control-request-method') !== undefined;
  if (c.req.method !== 'OPTIONS' || isPreflight) return answerPreflight(c, next);
  c.header('access-control-allow-origin', '*');
  return next();
});
