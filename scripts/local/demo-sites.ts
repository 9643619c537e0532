import type { CatalogueArtist } from './catalogue/catalogue.ts';
import { catalogue } from './catalogue/catalogue.ts';
import { PortBusyError } from './http-server.ts';
import { type GeniusSite, startGeniusSite } from './sites/genius-site.ts';
import { type SpotifySite, startSpotifySite } from './sites/spotify-site.ts';
import type { StackPart } from './stack-parts.ts';

/** Kept between runs when it is free, because stored songs link to their page. */
const PREFERRED_PORT = 8788;
const TOKEN = 'demo-genius-token';
const CLIENT = { clientId: 'demo-spotify-client', clientSecret: 'demo-spotify-secret' };

export interface DemoSites extends StackPart {
  genius: GeniusSite;
  spotify: SpotifySite;
}

async function startGenius(artists: readonly CatalogueArtist[]): Promise<GeniusSite> {
  const site = { artists, token: TOKEN };
  return startGeniusSite({ ...site, port: PREFERRED_PORT }).catch((error: unknown) => {
    if (error instanceof PortBusyError) return startGeniusSite(site);
    throw error;
  });
}

/** The loopback sites that serve the demo catalogue in the formats of Genius and Spotify, as a part of the stack. */
export async function startDemoSites(artists: readonly CatalogueArtist[] = catalogue): Promise<DemoSites> {
  const genius = await startGenius(artists);
  const spotify = await startSpotifySite({ artists, ...CLIENT });
  return {
    genius,
    spotify,
    vars: {
      GENIUS_API_URL: genius.url,
      GENIUS_WEB_URL: genius.url,
      GENIUS_TOKEN: TOKEN,
      SPOTIFY_API_URL: spotify.url,
      SPOTIFY_ACCOUNTS_URL: spotify.url,
      SPOTIFY_CLIENT_ID: CLIENT.clientId,
      SPOTIFY_CLIENT_SECRET: CLIENT.clientSecret,
      RECCOBEATS_API_URL: `${spotify.url}/reccobeats`,
    },
    addresses: { genius: genius.url, spotify: spotify.url },
    close: async () => {
      await Promise.all([genius.stop(), spotify.stop()]);
    },
  };
}
