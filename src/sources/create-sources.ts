import type { Cache } from '../lib/cache.ts';
import type { Clock } from '../lib/clock.ts';
import type { Breaker } from '../lib/resilience/breaker.ts';
import type { SharedState } from '../lib/resilience/shared-state.ts';
import type { Fetcher } from './fetcher.ts';
import { createGeniusClient } from './genius/client.ts';
import { createGeniusSource, type GeniusSource } from './genius/source.ts';
import { createHostFetcher } from './host-fetcher.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { createPoliteFetcher } from './polite-fetcher.ts';
import { createHostBreaker, createRateGate } from './politeness.ts';
import { createRobotsPolicy } from './robots-policy.ts';

/** The runtime lets six requests wait for headers at once; the rest of the Worker needs some of them. */
const MAX_CONCURRENT = 4;

export interface SourcesOptions {
  config: {
    readonly genius: { readonly apiUrl: string; readonly webUrl: string; readonly token: string | null };
    readonly scrape: { readonly requestsPerSecond: number; readonly contact: string | null };
  };
  version: string;
  clock: Clock;
  state: SharedState;
  cache: Cache;
  breaker: (upstream: 'genius-api' | 'genius-web') => Breaker;
}

export interface Sources {
  genius: GeniusSource;
}

const unconfigured = (what: string): Fetcher => ({
  fetch: () => Promise.reject(new Error(`${what} is not configured`)),
});

/** Every outside source behind its list of allowed hosts, its breaker, its rate and, for web pages, robots.txt. */
export function createSources(options: SourcesOptions): Sources {
  const { config, clock, cache } = options;
  const userAgent = `barline/${options.version} (+${config.scrape.contact ?? 'no contact configured'})`;
  const gate = createRateGate({
    state: options.state,
    clock,
    requestsPerSecond: config.scrape.requestsPerSecond,
  });
  const now = () => clock.now();
  const fetcherOf = (address: string): Fetcher =>
    limitConcurrency(
      createHostFetcher({ allowedOrigins: [new URL(address).origin], userAgent }),
      MAX_CONCURRENT,
    );

  const web = fetcherOf(config.genius.webUrl);
  const robots = createRobotsPolicy({
    fetcher: web,
    agent: 'barline',
    cache: {
      get: (origin) => cache.get<string>('robots', origin),
      set: (origin, text, ttlMs) => cache.set('robots', origin, text, Math.ceil(ttlMs / 1000)),
    },
  });
  const genius = createGeniusClient({
    api: createPoliteFetcher({
      fetcher: config.genius.token === null ? unconfigured('GENIUS_TOKEN') : fetcherOf(config.genius.apiUrl),
      gate,
      breaker: createHostBreaker(options.breaker('genius-api'), clock),
      forbiddenMeansBlocked: false,
      now,
    }),
    web: createPoliteFetcher({
      fetcher: web,
      gate,
      breaker: createHostBreaker(options.breaker('genius-web'), clock),
      robots,
      forbiddenMeansBlocked: true,
      now,
    }),
    apiUrl: config.genius.apiUrl,
    webUrl: config.genius.webUrl,
    token: config.genius.token ?? '',
    now,
  });
  return { genius: createGeniusSource(genius) };
}
