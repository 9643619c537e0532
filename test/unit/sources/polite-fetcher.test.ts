import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/lib/source-error.ts';
import { limitConcurrency } from '../../../src/sources/limit-concurrency.ts';
import { createPoliteFetcher, type PoliteFetcherOptions } from '../../../src/sources/polite-fetcher.ts';
import { createRobotsPolicy, type RobotsCache } from '../../../src/sources/robots-policy.ts';
import { type FakeReply, fakeFetcher } from './fake-fetcher.ts';

const URL_ASKED = 'https://songs.test/A-song-lyrics';

function setUp(replies: FakeReply[], options: Partial<PoliteFetcherOptions> = {}) {
  const events: string[] = [];
  const inner = fakeFetcher(replies);
  const fetcher = createPoliteFetcher({
    fetcher: {
      fetch: (request) => {
        events.push('fetch');
        return inner.fetch(request);
      },
    },
    gate: {
      acquire: async (host, ms) => void events.push(`gate ${host}${ms === undefined ? '' : ` ${ms}`}`),
    },
    breaker: {
      before: async (host) => void events.push(`before ${host}`),
      success: async (host) => void events.push(`success ${host}`),
      failure: async (_, kind, ms) => void events.push(`failure ${kind}${ms === undefined ? '' : ` ${ms}`}`),
    },
    allowedOrigins: ['https://songs.test'],
    forbiddenMeansBlocked: true,
    now: () => 0,
    ...options,
  });
  return { fetcher, events, inner };
}

function memoryCache(): RobotsCache & { stored: Map<string, { text: string; ttlMs: number }> } {
  const stored = new Map<string, { text: string; ttlMs: number }>();
  return {
    stored,
    get: async (origin) => stored.get(origin)?.text ?? null,
    set: async (origin, text, ttlMs) => void stored.set(origin, { text, ttlMs }),
  };
}

describe('the polite fetcher', () => {
  it('checks the breaker, waits for a rate slot, fetches and reports the outcome', async () => {
    const { fetcher, events } = setUp([{}]);
    await fetcher.fetch({ url: URL_ASKED });
    expect(events).toEqual(['before songs.test', 'gate songs.test', 'fetch', 'success songs.test']);
  });

  it.each<[FakeReply, string]>([
    [{ status: 429, headers: { 'retry-after': '3' } }, 'failure rate_limited 3000'],
    [{ status: 403 }, 'failure blocked'],
    [{ status: 503, body: '<title>Just a moment...</title>' }, 'failure blocked'],
    [{ status: 503, headers: { 'retry-after': '9' } }, 'failure server_error 9000'],
    [{ status: 500 }, 'failure server_error'],
    [{ status: 200, headers: { 'cf-mitigated': 'challenge' } }, 'failure blocked'],
    [{ status: 200, body: '<title>Just a moment (Live)</title>' }, 'success songs.test'],
    [{ status: 404 }, 'success songs.test'],
    [{ status: 401 }, 'success songs.test'],
  ])('%j is reported as %s', async (reply, event) => {
    const { fetcher, events } = setUp([reply]);
    await fetcher.fetch({ url: URL_ASKED });
    expect(events.at(-1)).toBe(event);
  });

  it('opens the breaker for a challenge, not for a plain 403 of an API', async () => {
    const plain = setUp([{ status: 403 }], { forbiddenMeansBlocked: false });
    await plain.fetcher.fetch({ url: URL_ASKED });
    expect(plain.events.at(-1)).toBe('success songs.test');
    const challenge = setUp([{ status: 403, headers: { 'cf-mitigated': 'challenge' } }], {
      forbiddenMeansBlocked: false,
    });
    await challenge.fetcher.fetch({ url: URL_ASKED });
    expect(challenge.events.at(-1)).toBe('failure blocked');
  });

  it.each([
    [new SourceError('timeout', ''), 'failure timeout'],
    [new SourceError('network', ''), 'failure network'],
    [new SourceError('redirect_refused', ''), 'success songs.test'],
    [new Error('unforeseen'), 'failure network'],
  ])('%s is reported as %s and rethrown', async (error, event) => {
    const { fetcher, events } = setUp([{ error }]);
    await expect(fetcher.fetch({ url: URL_ASKED })).rejects.toBe(error);
    expect(events.at(-1)).toBe(event);
  });

  it('rejects a host that is not on its list before any request, including robots.txt', async () => {
    const asked: string[] = [];
    const robots = { check: async (url: string) => (asked.push(url), { allowed: true, crawlDelayMs: null }) };
    const { fetcher, events } = setUp([{}], { robots });
    for (const url of [
      'https://other.test/x',
      'http://songs.test/x',
      'https://me:pw@songs.test/x',
      'no address',
    ]) {
      await expect(fetcher.fetch({ url })).rejects.toMatchObject({ kind: 'redirect_refused' });
    }
    expect([asked, events]).toEqual([[], []]);
  });

  it.each([
    [401, ['refused 401']],
    [200, ['taken']],
    [404, []],
    [500, []],
  ])('records for HTTP %i whether the key is accepted', async (status, expected) => {
    const seen: string[] = [];
    const refusals = {
      refused: async (by: number) => void seen.push(`refused ${by}`),
      taken: async () => void seen.push('taken'),
      read: async () => null,
    };
    const { fetcher } = setUp([{ status }], { key: { refusals, refusedBy: new Set([401]) } });
    await fetcher.fetch({ url: URL_ASKED });
    expect(seen).toEqual(expected);
  });

  it('sends nothing while the breaker is open', async () => {
    const open = new SourceError('circuit_open', 'open');
    const { fetcher, inner } = setUp([{}], {
      breaker: {
        before: () => Promise.reject(open),
        success: async () => undefined,
        failure: async () => undefined,
      },
    });
    await expect(fetcher.fetch({ url: URL_ASKED })).rejects.toBe(open);
    expect(inner.requests).toHaveLength(0);
  });
});

describe('the robots policy', () => {
  function policyFor(replies: FakeReply[]) {
    const fetcher = fakeFetcher(replies);
    const cache = memoryCache();
    return { fetcher, cache, policy: createRobotsPolicy({ fetcher, cache, agent: 'barline', now: () => 0 }) };
  }

  it('stops a disallowed URL before the breaker, and passes the crawl delay to the rate gate', async () => {
    const { policy } = policyFor([{ body: 'User-agent: *\nDisallow: /private\nCrawl-delay: 2' }]);
    const { fetcher, events } = setUp([{}], { robots: policy });
    await expect(fetcher.fetch({ url: 'https://songs.test/private/x' })).rejects.toMatchObject({
      kind: 'robots_denied',
    });
    expect(events).toEqual([]);
    await fetcher.fetch({ url: URL_ASKED });
    expect(events).toContain('gate songs.test 2000');
  });

  it('requests robots.txt once per site', async () => {
    const { policy, fetcher } = policyFor([{ body: '' }]);
    await policy.check('https://songs.test/a');
    await policy.check('https://songs.test/b');
    expect(fetcher.requests.map(({ url }) => url)).toEqual(['https://songs.test/robots.txt']);
  });

  it('requests robots.txt once for concurrent callers', async () => {
    const { policy, fetcher } = policyFor([{ body: 'User-agent: *\nDisallow: /b' }]);
    const asked = ['a', 'b', 'c'].map((path) => policy.check(`https://songs.test/${path}`));
    expect((await Promise.all(asked)).map(({ allowed }) => allowed)).toEqual([true, false, true]);
    expect(fetcher.requests.map(({ url }) => url)).toEqual(['https://songs.test/robots.txt']);
  });

  it.each([404, 403, 410])('allows everything when the file returns %i', async (status) => {
    const { policy } = policyFor([{ status }]);
    expect(await policy.check(URL_ASKED)).toEqual({ allowed: true, crawlDelayMs: null });
  });

  it.each<FakeReply>([{ status: 500 }, { status: 429 }, { error: new SourceError('timeout', '') }])(
    'forbids everything for five minutes after %j',
    async (reply) => {
      const { policy, cache } = policyFor([reply]);
      await expect(policy.check(URL_ASKED)).rejects.toMatchObject({ kind: 'unavailable', retryable: true });
      await expect(policy.check(URL_ASKED)).rejects.toMatchObject({ kind: 'unavailable' });
      expect([...cache.stored.values()].map(({ ttlMs }) => ttlMs)).toEqual([300_000]);
    },
  );

  it.each([
    ['60', 300_000],
    ['7200', 7_200_000],
    ['999999999', 86_400_000],
  ])(
    'waits for the Retry-After of a 429 (%s s), at least five minutes and at most a day',
    async (after, ttlMs) => {
      const { policy, cache } = policyFor([{ status: 429, headers: { 'retry-after': after } }]);
      await expect(policy.check(URL_ASKED)).rejects.toMatchObject({ retryAfterMs: ttlMs });
      expect([...cache.stored.values()].map((one) => one.ttlMs)).toEqual([ttlMs]);
    },
  );

  it.each(['redirect_loop', 'redirect_refused', 'too_large'] as const)(
    'disallows everything for a while when the request ends in %s',
    async (kind) => {
      const { policy } = policyFor([{ error: new SourceError(kind, '') }]);
      await expect(policy.check(URL_ASKED)).rejects.toMatchObject({ kind: 'unavailable' });
    },
  );

  it('ignores the partial last line of a file above the size limit', async () => {
    const body = 'User-agent: *\nDisallow: /private\nDisallow: /';
    expect(await policyFor([{ body, truncated: true }]).policy.check(URL_ASKED)).toMatchObject({
      allowed: true,
    });
    expect(await policyFor([{ body }]).policy.check(URL_ASKED)).toMatchObject({ allowed: false });
  });

  it('reads and parses a huge file once for all callers', async () => {
    const body = `User-agent: *\n${'Disallow: /private/of/somebody\n'.repeat(16_000)}`;
    const { policy, cache, fetcher } = policyFor([{ body }]);
    let reads = 0;
    const { get } = cache;
    cache.get = (origin) => {
      reads += 1;
      return get(origin);
    };
    for (let i = 0; i < 50; i++) expect((await policy.check(`${URL_ASKED}/${i}`)).allowed).toBe(true);
    expect([fetcher.requests.length, reads]).toEqual([1, 1]);
  });

  it.each(['circuit_open', 'parked'] as const)('caches nothing after %s', async (kind) => {
    const { policy, cache } = policyFor([{ error: new SourceError(kind, '') }]);
    await expect(policy.check(URL_ASKED)).rejects.toMatchObject({ kind });
    expect(cache.stored.size).toBe(0);
  });
});

describe('limitConcurrency', () => {
  it('never exceeds its limit, and runs every task, also after failures', async () => {
    let running = 0;
    let most = 0;
    const releases: (() => void)[] = [];
    const slow = {
      fetch: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => releases.push(resolve));
        running -= 1;
        throw new Error('always');
      },
    };
    const limited = limitConcurrency(slow, 2);
    const all = Array.from({ length: 7 }, () => limited.fetch({ url: URL_ASKED }).catch(() => 'failed'));
    const done = Promise.all(all);
    for (let released = 0; released < 7; ) {
      for (let release = releases.shift(); release; release = releases.shift()) {
        release();
        released += 1;
      }
      await Promise.resolve();
    }
    expect(await done).toHaveLength(7);
    expect(most).toBe(2);
  });
});
