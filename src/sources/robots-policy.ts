import { SourceError } from '../lib/source-error.ts';
import { decodeBody } from './decode-body.ts';
import type { FetchedPage, Fetcher } from './fetcher.ts';
import { crawlDelayMs, isAllowedByRobots, parseRobots } from './robots.ts';

/** RFC 9309, 2.4: a copy is not used for more than a day. */
const FRESH_MS = 24 * 60 * 60 * 1000;
/** An unreachable file forbids everything, so ask again soon. */
const UNREACHABLE_MS = 5 * 60 * 1000;
const MAX_BYTES = 512_000;
const TIMEOUT_MS = 10_000;
/** What is cached for a file that could not be read: asking again at once would not be polite either. */
const UNREACHABLE = '# unreachable';

/** Keeps the text of robots.txt per origin. Losing it costs one request. */
export interface RobotsCache {
  get(origin: string): Promise<string | null>;
  set(origin: string, text: string, ttlMs: number): Promise<void>;
}

export interface RobotsPolicy {
  /**
   * Whether the address may be fetched, and how long its site asks to wait between requests.
   * Throws `SourceError('unavailable')` when the file cannot be read, which forbids everything for now.
   */
  check(url: string): Promise<{ allowed: boolean; crawlDelayMs: number | null }>;
}

function verdict(page: FetchedPage): { text: string; ttlMs: number } {
  if (page.status >= 200 && page.status < 300) {
    return { text: decodeBody(page.body, 'text/plain; charset=utf-8').text, ttlMs: FRESH_MS };
  }
  // RFC 9309, 2.3.1.3: "unavailable" (4xx) allows, "unreachable" (5xx) forbids; 429 says later, not yes.
  const unavailable = page.status >= 400 && page.status < 500 && page.status !== 429;
  return unavailable ? { text: '', ttlMs: FRESH_MS } : { text: UNREACHABLE, ttlMs: UNREACHABLE_MS };
}

/** Reads each site's robots.txt once a day. `agent` is the product token, such as `barline`. */
export function createRobotsPolicy(options: {
  fetcher: Fetcher;
  cache: RobotsCache;
  agent: string;
}): RobotsPolicy {
  // Songs that are under way at once wait for one answer.
  const loading = new Map<string, Promise<string>>();
  function load(origin: string): Promise<string> {
    const underway = loading.get(origin);
    if (underway !== undefined) return underway;
    const started = read(origin).finally(() => loading.delete(origin));
    loading.set(origin, started);
    return started;
  }
  async function read(origin: string): Promise<string> {
    const cached = await options.cache.get(origin);
    if (cached !== null) return cached;
    const fresh = await options.fetcher
      .fetch({ url: `${origin}/robots.txt`, maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS })
      .then(verdict)
      .catch((error: unknown) => {
        // An open breaker says nothing of the file: it is not remembered as unreachable.
        if (error instanceof SourceError && error.kind === 'circuit_open') throw error;
        return { text: UNREACHABLE, ttlMs: UNREACHABLE_MS };
      });
    await options.cache.set(origin, fresh.text, fresh.ttlMs);
    return fresh.text;
  }
  return {
    async check(address) {
      const url = new URL(address);
      const text = await load(url.origin);
      if (text === UNREACHABLE) {
        throw new SourceError('unavailable', 'robots.txt could not be read', {
          host: url.host,
          retryAfterMs: UNREACHABLE_MS,
        });
      }
      const rules = parseRobots(text);
      return {
        allowed: isAllowedByRobots(rules, options.agent, url.pathname + url.search),
        crawlDelayMs: crawlDelayMs(rules, options.agent),
      };
    },
  };
}
