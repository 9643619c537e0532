import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';

/**
 * If lyrics are not public, an answer is only for its caller: the content depends on the caller's budget or token, so
 * no intermediate cache may store it.
 */
export const privateAnswers = createMiddleware<AppEnv>(async function privateAnswers(c, next) {
  await next();
  if (!c.var.ctx.config.publicLyrics) c.header('cache-control', 'private, no-store');
});
