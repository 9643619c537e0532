import type { Context } from 'hono';
import { AppError } from '../lib/errors.ts';
import type { AppEnv } from './app-env.ts';
import { problemResponse } from './problem.ts';
import type { createRouter } from './router.ts';

/** What the router calls a handler of every method. */
const ANY = 'ALL';

/** `GET` answers `HEAD` too, and `OPTIONS` is answered on every path. */
function allowHeader(methods: readonly string[]): string {
  return [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ');
}

function answerOther(c: Context<AppEnv>, allow: string): Response {
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow });
  const error = new AppError('METHOD_NOT_ALLOWED', `This path answers ${allow}.`);
  const response = problemResponse(error, { path: c.req.path, requestId: c.var.requestId });
  response.headers.set('allow', allow);
  return response;
}

/** Every path mounted so far answers methods that it has no handler for with 405, and OPTIONS with 204. Both name `Allow`. */
export function answerOtherMethods(app: ReturnType<typeof createRouter>): void {
  const handlers = app.routes.filter(({ method }) => method !== ANY);
  for (const [path, routes] of Map.groupBy(handlers, (route) => route.path)) {
    const allow = allowHeader(routes.map(({ method }) => method));
    app.all(path, (c) => answerOther(c, allow));
  }
}
