import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config.ts';
import { createApp } from '../../../src/http/app.ts';
import { createFakeContext } from '../../support/fake-context.ts';

function openApp(publicLyrics = false, corsOrigins: Config['corsOrigins'] = null) {
  const config = { publicLyrics, adminToken: null, corsOrigins } as unknown as Config;
  const actor = { type: 'anonymous', address: '192.0.2.1', scopes: [] } as const;
  const { ctx } = createFakeContext(() => [], { config, actor });
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
      'cache-control': 'private, no-store',
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
      'x-request-id': expect.stringMatching(/^req_\w{18}$/),
      'x-xss-protection': '0',
    });
  });

  it('may be stored when lyrics are public', async () => {
    const response = await openApp(true)('/health/live');
    expect(response.headers.get('cache-control')).toBeNull();
  });
});

describe('a page of another origin', () => {
  const PAGE = 'https://app.example';
  const OTHER = 'https://other.example';
  const LISTS: [string, Config['corsOrigins']][] = [
    ['no list', null],
    ['a list', [PAGE]],
    ['an open list', ['*']],
    ['an empty list', []],
  ];

  /** Whom a request's answer, or that to its preflight, lets read. */
  async function allowed(
    corsOrigins: Config['corsOrigins'],
    request: { method: string; origin: string; key?: true },
  ) {
    const ask = openApp(false, corsOrigins);
    const { method, origin, key } = request;
    const sent = await ask('/health/live', {
      method,
      headers: { origin, ...(key && { authorization: 'Bearer x' }) },
    });
    const names = key ? 'content-type, Authorization' : 'content-type';
    const preflight = await ask('/health/live', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': names },
    });
    expect(preflight.status).toBe(204);
    const origins = [sent, preflight].map(({ headers }) => headers.get('access-control-allow-origin'));
    expect(origins[1]).toBe(origins[0]);
    for (const { headers } of [sent, preflight]) {
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.has('access-control-expose-headers')).toBe(origins[0] !== null);
    }
    return origins[0];
  }

  it.each(LISTS)('reads by GET without a key, if the configuration has %s', async (_, list) => {
    const expected = list === null || list.includes('*') ? '*' : null;
    expect(await allowed(list, { method: 'GET', origin: OTHER })).toBe(expected);
    expect(await allowed(list, { method: 'GET', origin: PAGE })).toBe(list?.includes(PAGE) ? PAGE : expected);
  });

  it.each(LISTS)('writes, or sends a key, only as %s allows', async (_, list) => {
    for (const request of [{ method: 'POST' }, { method: 'DELETE' }, { method: 'GET', key: true as const }]) {
      const open = list?.includes('*') ? '*' : null;
      expect(await allowed(list, { ...request, origin: OTHER })).toBe(open);
      expect(await allowed(list, { ...request, origin: PAGE })).toBe(list?.includes(PAGE) ? PAGE : open);
    }
  });

  it.each(['null', `${PAGE}.evil.example`, `${PAGE}:8443`, 'http://app.example', PAGE.toUpperCase(), ''])(
    'that only resembles one of the list is another origin: %j',
    async (origin) => {
      expect(await allowed([PAGE], { method: 'GET', origin })).toBeNull();
    },
  );

  it('is named in Vary where answers differ by it', async () => {
    const varyOf = async (list: Config['corsOrigins']) =>
      (await openApp(false, list)('/health/live')).headers.get('vary') ?? '';
    expect(await varyOf([PAGE])).toContain('origin');
    expect(await varyOf(null)).not.toContain('origin');
  });
});
