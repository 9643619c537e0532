import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { dependsOnOrigin, originHeaders } from './cross-origin.ts';
import { limitHeaders } from './limit-rate.ts';

/**
 * An answer is data: nothing in it may be run, framed or guessed. One list, because each middleware that adds headers to
 * an answer copies it.
 */
const HEADERS = Object.entries({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
});

/**
 * Gives every answer its fixed headers. If lyrics are not public, an answer is only for its caller: the content depends
 * on the caller's budget or token, so no intermediate cache may store it.
 */
export const answerHeaders = createMiddleware<AppEnv>(async function answerHeaders(c, next) {
  await next();
  const { headers } = c.res;
  for (const [name, value] of HEADERS) headers.set(name, value);
  for (const [name, value] of originHeaders(c)) headers.set(name, value);
  if (dependsOnOrigin(c)) headers.append('vary', 'origin');
  const limit = c.get('limit');
  if (limit !== undefined) for (const [name, value] of limitHeaders(limit)) headers.set(name, value);
  if (c.get('ctx')?.config.publicLyrics === false) headers.set('cache-control', 'private, no-store');
});
