import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';

const READING = new Set(['GET', 'HEAD']);
const ANY_ORIGIN = '*';
const EXPOSED = 'x-request-id,retry-after,etag,ratelimit,ratelimit-policy';
/** The request headers that the API reads and that a page may not send unasked. */
const SENT = 'authorization,content-encoding,content-type,idempotency-key,if-none-match,x-request-id';
const MAX_AGE_SECONDS = 86_400;

/** What a page of another origin asks for, itself or by its preflight. */
interface PageRequest {
  method: string;
  /** Whether it sends a key. */
  hasKey: boolean;
  origin: string | undefined;
}

function requestOf({ req }: Context<AppEnv>): PageRequest {
  const method = preflightMethod(req);
  const names = req.header('access-control-request-headers') ?? '';
  return {
    method: method ?? req.method,
    hasKey:
      req.header('authorization') !== undefined || (method !== undefined && /\bauthorization\b/i.test(names)),
    origin: req.header('origin'),
  };
}

/** The method that a preflight asks for; undefined for any other request. */
const preflightMethod = (req: Context<AppEnv>['req']): string | undefined =>
  req.method === 'OPTIONS' ? req.header('access-control-request-method') : undefined;

/**
 * The origin whose pages may read the answer, for `Access-Control-Allow-Origin`; null: none but our own. Without a list,
 * pages of every origin may read by GET what strangers may read; with one, its origins may send everything, and others
 * nothing. Credentials of the browser are never allowed: a key is sent by the page itself.
 */
export function readingOrigin(
  origins: readonly string[] | null,
  { method, hasKey, origin }: PageRequest,
): string | null {
  if (origins === null) return READING.has(method) && !hasKey ? ANY_ORIGIN : null;
  if (origins.includes(ANY_ORIGIN)) return ANY_ORIGIN;
  return origin !== undefined && origins.includes(origin) ? origin : null;
}

/** The headers that let a page of another origin read the answer, and those that name what they depend on. */
export function originHeaders(c: Context<AppEnv>): [string, string][] {
  // Null also where no context could be opened: such an answer is a problem.
  const origins = c.get('ctx')?.config.corsOrigins ?? null;
  const allowed = readingOrigin(origins, requestOf(c));
  return allowed === null
    ? []
    : [
        ['access-control-allow-origin', allowed],
        ['access-control-expose-headers', EXPOSED],
      ];
}

/** Whether answers differ by the origin of the page. */
export const dependsOnOrigin = (c: Context<AppEnv>): boolean => {
  const origins = c.get('ctx')?.config.corsOrigins ?? null;
  return origins !== null && !origins.includes(ANY_ORIGIN);
};

/**
 * Answers preflights; `answerHeaders` adds the origin if it is allowed. An OPTIONS request that is not a preflight is
 * passed on to its path.
 */
export const crossOrigin = createMiddleware<AppEnv>(async function crossOrigin(c, next) {
  const method = preflightMethod(c.req);
  if (method === undefined) return await next();
  return c.body(null, 204, {
    'access-control-allow-methods': 'GET,HEAD,POST,DELETE',
    'access-control-allow-headers': SENT,
    'access-control-max-age': String(MAX_AGE_SECONDS),
    vary: 'access-control-request-method,access-control-request-headers',
  });
});
