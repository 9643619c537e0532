import { createMiddleware } from 'hono/factory';
import { AppError } from '../../lib/errors.ts';
import type { AppEnv } from '../app-env.ts';

/** Whether the percent-encoding of a path or query is complete and is UTF-8. */
export function isDecodable(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

/** Answers 400 if the percent-encoding of the path or query is broken or is not UTF-8. */
export const checkUrl = createMiddleware<AppEnv>(async function checkUrl(c, next) {
  if (!c.req.url.includes('%')) return await next();
  const { pathname, search } = new URL(c.req.url);
  if (isDecodable(pathname) && isDecodable(search)) return await next();
  // A broken query does not make the path unknown.
  if (!isDecodable(pathname)) c.set('isUnknownPath', true);
  throw new AppError('MALFORMED_URL', 'Percent-encode the path and the query as UTF-8; a "%" itself is %25.');
});
