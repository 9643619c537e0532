import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';

/**
 * Where lyrics are not public an answer is for its caller alone: what he may see depends on his budget or his token, so
 * no cache on the way keeps it.
 */
export const privateAnswers = createMiddleware<AppEnv>(async function privateAnswers(c, next) {
  await next();
  if (!c.var.ctx.config.publicLyrics) c.header('cache-control', 'private, no-store');
});
