import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config.ts';
import { createApp } from '../../../src/http/app.ts';
import { createFakeContext } from '../../support/fake-context.ts';

function openApp(publicLyrics = false) {
  const config = { publicLyrics, adminToken: null } as unknown as Config;
  const { ctx } = createFakeContext(() => [], { config });
  const app = createApp({ openContext: () => ctx });
  const exec = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} };
  return async (path: string, init?: RequestInit) => await app.request(path, init, {}, exec);
}

/** How many answers are made while one request is answered. */
async function countResponses(work: () => Promise<unknown>): Promise<number> {
  const { Response } = globalThis;
  let made = 0;
  globalThis.Response = class extends Response {
    constructor(...args: ConstructorParameters<typeof Response>) {
      super(...args);
      made += 1;
    }
  };
  try {
    await work();
  } finally {
    globalThis.Response = Response;
  }
  return made;
}

describe('an answer', () => {
  it('is made once: its headers are added to it', async () => {
    const ask = openApp();
    expect(await countResponses(() => ask('/health/live'))).toBe(1);
  });

  it.each([
    ['/health/live', {}, 200],
    ['/nowhere', {}, 404],
    ['/health/live?a=1', {}, 422],
    ['/%zz', {}, 400],
    ['/health/live', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }, 405],
    ['/health/live', { method: 'OPTIONS' }, 204],
    ['/analyze', { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } }, 204],
  ])('has the same security headers for every status: %s %j', async (path, init, status) => {
    const response = await openApp()(path, init);
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'x-request-id,retry-after,etag,ratelimit,ratelimit-policy',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'cross-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=15552000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-frame-options': 'SAMEORIGIN',
      'x-permitted-cross-domain-policies': 'none',
      'x-request-id': expect.stringMatching(/^req_\w{18}$/),
      'x-xss-protection': '0',
    });
  });

  it('may be stored when lyrics are public', async () => {
    const response = await openApp(true)('/health/live');
    expect(response.headers.get('cache-control')).toBeNull();
  });
});
