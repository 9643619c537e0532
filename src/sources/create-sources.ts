import type { Clock } from '../lib/clock.ts';
import type { Breaker } from '../lib/resilience/breaker.ts';
import { createKeyRefusals } from '../lib/resilience/key-refusal.ts';
import type { SharedState } from '../lib/resilience/shared-state.ts';
import { createSpotify } from './create-spotify.ts';
import type { Fetcher } from './fetcher.ts';
import { createGeniusClient } from './genius/client.ts';
import { createGeniusSource, type GeniusSource } from './genius/source.ts';
import { createHostFetcher } from './host-fetcher.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { createPoliteFetcher, type PoliteFetcherOptions, type RateGate } from './polite-fetcher.ts';
import { createHostBreaker, createRateGate } from './politeness.ts';
import { createRobotsPolicy } from './robots-policy.ts';
import type { SendPace } from './send-pace.ts';
import type { SpotifySource } from './spotify/source.ts';

/** The runtime allows six requests to wait for headers at once; the rest of the Worker needs some of them. */
const MAX_CONCURRENT = 4;

export interface SourcesOptions {
  config: {
    readonly genius: { readonly apiUrl: string; readonly webUrl: string; readonly token: string | null };
    readonly spotify: {
      readonly apiUrl: string;
      readonly accountsUrl: string;
      readonly clientId: string;
      readonly clientSecret: string;
    } | null;
    readonly reccobeatsUrl: string;
    readonly scrape: { readonly requestsPerSecond: number; readonly contact: string | null };
  };
  version: string;
  clock: Clock;
  state: SharedState;
  /** The isolate's own. */
  pace: SendPace;
  breaker: (upstream: 'genius-api' | 'genius-web' | 'reccobeats' | 'spotify') => Breaker;
}

export interface Sources {
  genius: GeniusSource;
  /** Null if Spotify is not configured. */
  spotify: SpotifySource | null;
}

const unconfigured = (what: string): Fetcher => ({
  fetch: () => Promise.reject(new Error(`${what} is not configured`)),
});

/** Genius behind its list of allowed hosts, its breakers, its rate limit and, for song pages, robots.txt. */
function createGenius(options: SourcesOptions, gate: RateGate, userAgent: string): GeniusSource {
  const { config, clock, state } = options;
  const now = () => clock.now();
  const fetcherOf = (address: string): Fetcher =>
    createHostFetcher({ allowedOrigins: [new URL(address).origin], userAgent });
  // Wraps the rate limit: a request that waits for a place takes no slot, so slots are used at their time.
  const politely = (polite: Omit<PoliteFetcherOptions, 'gate' | 'now'>): Fetcher =>
    limitConcurrency(createPoliteFetcher({ ...polite, gate, now }), MAX_CONCURRENT);
  const web = {
    fetcher: fetcherOf(config.genius.webUrl),
    allowedOrigins: [config.genius.webUrl],
    breaker: createHostBreaker(options.breaker('genius-web'), clock),
  };
  const robots = createRobotsPolicy({
    // A site without robots.txt may answer 403 for it (RFC 9309, 2.3.1.3); a challenge blocks here too.
    fetcher: createPoliteFetcher({ ...web, gate, now, forbiddenMeansBlocked: false }),
    agent: 'barline',
    now,
    // Not the cache, which exists only in Redis: without Redis every song would request the file again.
    cache: {
      get: (origin) => state.get(`robots:${origin}`),
      set: (origin, text, ttlMs) => state.set(`robots:${origin}`, text, ttlMs),
    },
  });
  const client = createGeniusClient({
    api: politely({
      fetcher: config.genius.token === null ? unconfigured('GENIUS_TOKEN') : fetcherOf(config.genius.apiUrl),
      allowedOrigins: [config.genius.apiUrl],
      breaker: createHostBreaker(options.breaker('genius-api'), clock),
      key: { refusals: createKeyRefusals('genius-api', { state, clock }), refusedBy: new Set([401]) },
      forbiddenMeansBlocked: true,
    }),
    web: politely({ ...web, robots, forbiddenMeansBlocked: true }),
    apiUrl: config.genius.apiUrl,
    webUrl: config.genius.webUrl,
    token: config.genius.token ?? '',
    now,
  });
  return createGeniusSource(client);
}

/** All external sources; they share one rate gate, which counts per host. */
export function createSources(options: SourcesOptions): Sources {
  const { config, clock, state } = options;
  const userAgent = `barline/${options.version} (+${config.scrape.contact ?? 'no contact configured'})`;
  const gate = createRateGate({
    state,
    pace: options.pace,
    clock,
    requestsPerSecond: config.scrape.requestsPerSecond,
  });
  const { spotify, reccobeatsUrl } = config;
  return {
    genius: createGenius(options, gate, userAgent),
    spotify:
      spotify === null
        ? null
        : createSpotify({
            spotify,
            reccobeatsUrl,
            userAgent,
            clock,
            state,
            gate,
            breaker: options.breaker,
          }),
  };
}
