import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { createId } from '../../lib/ids.ts';
import type { AppEnv } from '../app-env.ts';

const INCOMING_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** Gives the request an id (the caller's own if it is well-formed) and returns it in X-Request-Id. */
export const requestId = createMiddleware<AppEnv>(async function requestId(c, next) {
  const incoming = c.req.header('x-request-id');
  const id = incoming !== undefined && INCOMING_ID.test(incoming) ? incoming : createId('req', Date.now());
  c.set('requestId', id);
  await next();
  c.res.headers.set('x-request-id', id);
});

/** Counts and times the request under its route pattern, and logs one line, which has the request's id. */
export const observe = createMiddleware<AppEnv>(async function observe(c, next) {
  const ctx = c.get('ctx');
  const started = ctx.clock.now();
  await next();
  const elapsedMs = ctx.clock.now() - started;
  const route = routePath(c, -1);
  const status = `${Math.floor(c.res.status / 100)}xx`;
  ctx.metrics.count('barline_http_requests_total', { method: c.req.method, route, status });
  ctx.metrics.observe('barline_http_request_seconds', { route }, elapsedMs / 1000);
  const lane = c.env.CF_VERSION?.id.slice(0, 1);
  if (lane) ctx.metrics.observe('barline_release_request_seconds', { lane, status }, elapsedMs / 1000);
  // `authenticate` puts the context of the caller in the place of the first.
  const { type: actor } = c.get('ctx').actor;
  ctx.log.info('request', { method: c.req.method, route, status: c.res.status, ms: elapsedMs, actor });
});
