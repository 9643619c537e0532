import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

/** Paths whose verb reads the body as it arrives, and checks its type and its size itself. */
const STREAMED: ReadonlySet<string> = new Set(['/ingest/tracks']);

/** The check of a body that is read as a whole; a streamed body passes it by. */
export const unlessStreamed = (check: MiddlewareHandler<AppEnv>): MiddlewareHandler<AppEnv> =>
  async function unlessStreamed(c, next) {
    const isStreamed = c.req.method === 'POST' && STREAMED.has(c.req.path);
    return isStreamed ? await next() : await check(c, next);
  };
