import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../lib/errors.ts';
import { PAGE_PATHS } from '../lib/page-paths.ts';
import type { AppEnv } from './app-env.ts';
import { isDecodable } from './middleware/check-url.ts';
import { problemResponse } from './problem.ts';
import type { createRouter } from './router.ts';

async function askAssets({ env, req }: Context<AppEnv>) {
  try {
    return await env.ASSETS?.fetch(new URL('/', req.url).href);
  } catch (cause) {
    const detail = 'The static assets do not answer.';
    throw new AppError('UPSTREAM_UNAVAILABLE', detail, { cause, upstream: 'assets' });
  }
}

/**
 * The document that every page of the UI loads, with the headers that the assets give it; null if the UI is not
 * deployed.
 */
async function loadPage(c: Context<AppEnv>, status?: number): Promise<Response | null> {
  const page = await askAssets(c);
  if (page === undefined) return null;
  return new Response(page.body as ReadableStream | null, {
    status: status ?? page.status,
    headers: [...page.headers.entries()],
  });
}

/** Whether a browser is opening this address as a page, rather than a program requesting data. */
const isNavigation = ({ req }: Context<AppEnv>): boolean =>
  ['GET', 'HEAD'].includes(req.method) && /\btext\/html\b/i.test(req.header('accept') ?? '');

/**
 * Shows the UI's not-found page with status 404 to a browser that opens an unknown address; a program gets the
 * problem.
 */
export const showLostPage = createMiddleware<AppEnv>(async function showLostPage(c, next) {
  await next();
  if (!c.get('isUnknownPath')) return;
  c.res.headers.append('vary', 'accept');
  // Without the assets the problem is still an answer.
  const page = isNavigation(c) ? await loadPage(c, 404).catch(() => null) : null;
  if (page === null) return;
  page.headers.append('vary', 'accept');
  // Hono would copy the headers of the old answer, and their security policy would block the page.
  c.res = undefined;
  c.res = page;
});

/** Serves the addresses of the UI, with and without a slash at the end. */
export function servePages(app: ReturnType<typeof createRouter>): void {
  const paths = Object.values(PAGE_PATHS).filter((path) => path !== '/');
  app.on(
    'GET',
    paths.flatMap((path) => [path, `${path}/`]),
    async (c, next) => {
      // `checkUrl` answers an address that cannot be decoded.
      if (!isDecodable(c.req.path)) return await next();
      const page = await loadPage(c);
      if (page === null) throw new AppError('NOT_FOUND', 'The UI is not part of this deployment.');
      return page;
    },
  );
}

/** Answers a path without a route. */
export function answerUnknownPath(c: Context<AppEnv>): Response {
  c.set('isUnknownPath', true);
  const error = new AppError('NOT_FOUND', `Nothing answers ${c.req.method} on this path.`);
  return problemResponse(error, { path: c.req.path, requestId: c.var.requestId });
}
