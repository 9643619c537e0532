import type { Clock } from '../lib/clock.ts';
import type { Breaker } from '../lib/resilience/breaker.ts';
import { createKeyRefusals } from '../lib/resilience/key-refusal.ts';
import type { SharedState } from '../lib/resilience/shared-state.ts';
import type { Fetcher } from './fetcher.ts';
import { createHostFetcher } from './host-fetcher.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { createPoliteFetcher, type PoliteFetcherOptions, type RateGate } from './polite-fetcher.ts';
import { createHostBreaker } from './politeness.ts';
import { createSpotifyClient } from './spotify/client.ts';
import { createFeatureFlags } from './spotify/feature-flags.ts';
import { createReccoBeatsClient } from './spotify/reccobeats.ts';
import { createSpotifySource, type SpotifySource } from './spotify/source.ts';
import { createTokenSource } from './spotify/token.ts';
import { createTokenStore } from './spotify/token-store.ts';

const MAX_CONCURRENT = 2;
/** The JSON of a search is about 50 KB, of an album with a hundred tracks about 300. */
const MAX_BYTES = 2 * 1024 * 1024;

export interface SpotifyOptions {
  spotify: {
    readonly apiUrl: string;
    readonly accountsUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  reccobeatsUrl: string;
  userAgent: string;
  clock: Clock;
  state: SharedState;
  gate: RateGate;
  breaker: (upstream: 'reccobeats' | 'spotify') => Breaker;
}

function politely(
  options: SpotifyOptions,
  address: string,
  upstream: 'reccobeats' | 'spotify',
  key?: PoliteFetcherOptions['key'],
): Fetcher {
  const plain = createHostFetcher({
    allowedOrigins: [new URL(address).origin],
    userAgent: options.userAgent,
    maxBytes: MAX_BYTES,
  });
  const polite = createPoliteFetcher({
    allowedOrigins: [address],
    fetcher: plain,
    gate: options.gate,
    breaker: createHostBreaker(options.breaker(upstream), options.clock),
    forbiddenMeansBlocked: false,
    ...(key === undefined ? {} : { key }),
    now: () => options.clock.now(),
  });
  return limitConcurrency(polite, MAX_CONCURRENT);
}

/** Spotify and ReccoBeats behind their allow-lists, breakers and rate limits, combined into one source. */
export function createSpotify(options: SpotifyOptions): SpotifySource {
  const { spotify, clock, state } = options;
  const now = () => clock.now();
  const tokens = createTokenSource({
    fetcher: politely(options, spotify.accountsUrl, 'spotify', {
      refusals: createKeyRefusals('spotify', { state, clock }),
      // Spotify answers 400 for wrong credentials.
      refusedBy: new Set([400, 401, 403]),
    }),
    accountsUrl: spotify.accountsUrl,
    clientId: spotify.clientId,
    clientSecret: spotify.clientSecret,
    store: createTokenStore(state),
    now,
    sleep: (ms) => clock.sleep(ms),
  });
  return createSpotifySource({
    checkCredentials: () => tokens.check(),
    client: createSpotifyClient({
      fetcher: politely(options, spotify.apiUrl, 'spotify'),
      apiUrl: spotify.apiUrl,
      tokens,
      now,
    }),
    reccoBeats: createReccoBeatsClient({
      fetcher: politely(options, options.reccobeatsUrl, 'reccobeats'),
      apiUrl: options.reccobeatsUrl,
      now,
    }),
    flags: createFeatureFlags(state),
  });
}
