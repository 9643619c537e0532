import type { Context } from 'hono';
import { AppError } from '../lib/errors.ts';
import type { AppEnv } from './app-env.ts';
import { problemResponse } from './problem.ts';
import type { createRouter } from './router.ts';

/** The router's name for a handler of all methods. */
const ANY = 'ALL';

/** `GET` handlers also answer `HEAD`, and every path answers `OPTIONS`. */
function allowHeader(methods: readonly string[]): string {
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ');
}

function answerOther(c: Context<AppEnv>, allow: string): Response {
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow });
  const error = new AppError('METHOD_NOT_ALLOWED', `This path allows ${allow}.`);
  const response = problemResponse(error, { path: c.req.path, requestId: c.var.requestId });
  response.headers.set('allow', allow);
  return response;
}

/**
 * For every path mounted so far: methods without a handler get 405, and OPTIONS gets 204. Both answers send `Allow`.
 */
export function answerOtherMethods(app: ReturnType<typeof createRouter>): void {
  const handlers = app.routes.filter(({ method }) => method !== ANY);
  for (const [path, routes] of Map.groupBy(handlers, (route) => route.path)) {
    const allow = allowHeader(routes.map(({ method }) => method));
    app.all(path, (c) => answerOther(c, allow));
  }
}
