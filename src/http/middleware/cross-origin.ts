import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';

const answerPreflight = cors({ origin: '*', maxAge: 86_400 });

/**
 * Answers the preflights of pages of every origin; `answerHeaders` lets them read the answers. An OPTIONS request that
 * is not a preflight is passed on to its path.
 */
export const crossOrigin = createMiddleware<AppEnv>(async function crossOrigin(c, next) {
  const isPreflight =
    c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
  return isPreflight ? answerPreflight(c, next) : await next();
});
