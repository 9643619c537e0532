import { createMiddleware } from 'hono/factory';
import { AppError } from '../../lib/errors.ts';
import type { AppEnv } from '../app-env.ts';

/** Answers 400 if the percent-encoding of the path or query is broken or is not UTF-8. */
export const checkUrl = createMiddleware<AppEnv>(async function checkUrl(c, next) {
  const { pathname, search } = new URL(c.req.url);
  try {
    decodeURIComponent(pathname);
    decodeURIComponent(search);
  } catch {
    throw new AppError(
      'MALFORMED_URL',
      'Percent-encode the path and the query as UTF-8; a "%" itself is %25.',
    );
  }
  await next();
});
