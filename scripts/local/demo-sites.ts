import { catalogue } from './catalogue/catalogue.ts';
import { PortBusyError } from './http-server.ts';
import { type GeniusSite, startGeniusSite } from './sites/genius-site.ts';
import type { StackPart } from './stack-parts.ts';

/** Kept from run to run where it is free, because stored songs link to their page. */
const PREFERRED_PORT = 8788;
const TOKEN = 'demo-genius-token';

export interface DemoSites extends StackPart {
  genius: GeniusSite;
}

/** The loopback sites that serve the demo catalogue in the formats of Genius, as a part of the stack. */
export async function startDemoSites(): Promise<DemoSites> {
  const site = { artists: catalogue, token: TOKEN };
  const genius = await startGeniusSite({ ...site, port: PREFERRED_PORT }).catch((error: unknown) => {
    if (error instanceof PortBusyError) return startGeniusSite(site);
    throw error;
  });
  return {
    genius,
    vars: { GENIUS_API_URL: genius.url, GENIUS_WEB_URL: genius.url, GENIUS_TOKEN: TOKEN },
    addresses: { genius: genius.url },
    close: () => genius.stop(),
  };
}
