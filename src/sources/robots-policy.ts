import { SourceError } from '../lib/source-error.ts';
import { decodeBody } from './decode-body.ts';
import type { FetchedPage, Fetcher } from './fetcher.ts';
import { parseRetryAfter } from './retry-after.ts';
import { crawlDelayMs, isAllowedByRobots, parseRobots, type RobotsRules } from './robots.ts';

/** RFC 9309, 2.4: a copy is used for at most a day. */
const FRESH_MS = 24 * 60 * 60 * 1000;
/** An unreachable file forbids everything, so it is requested again soon. */
const UNREACHABLE_MS = 5 * 60 * 1000;
const MAX_BYTES = 512_000;
const TIMEOUT_MS = 10_000;
/** The cached value for a file that could not be read, with the time of the next attempt. */
const UNREACHABLE = /^# unreachable until (\d{1,16})$/;

/** Keeps the text of robots.txt per origin. Losing it costs one request. */
export interface RobotsCache {
  get(origin: string): Promise<string | null>;
  set(origin: string, text: string, ttlMs: number): Promise<void>;
}

export interface RobotsPolicy {
  /**
   * Whether the address may be fetched, and how long its site asks to wait between requests. Throws
   * `SourceError('unavailable')` if the file cannot be read, which forbids everything for now.
   */
  check(url: string): Promise<{ allowed: boolean; crawlDelayMs: number | null }>;
}

export interface RobotsPolicyOptions {
  /** Passes the breaker and the rate limit of the host like every request to it. */
  fetcher: Fetcher;
  cache: RobotsCache;
  /** The product token of the user agent, such as `barline`. */
  agent: string;
  /** Epoch milliseconds. */
  now(): number;
}

type Known = { rules: RobotsRules } | { unreachableUntil: number };

function verdict(page: FetchedPage, nowMs: number): { text: string; ttlMs: number } {
  if (page.status >= 200 && page.status < 300) return { text: readText(page), ttlMs: FRESH_MS };
  // RFC 9309, 2.3.1.3: "unavailable" (4xx) allows, "unreachable" (5xx) forbids; 429 means later, not allowed.
  const unavailable = page.status >= 400 && page.status < 500 && page.status !== 429;
  const asked = parseRetryAfter(page.headers.get('retry-after'), nowMs) ?? 0;
  return unavailable ? { text: '', ttlMs: FRESH_MS } : unreachable(nowMs, asked);
}

function unreachable(nowMs: number, askedMs = 0): { text: string; ttlMs: number } {
  const ttlMs = Math.min(FRESH_MS, Math.max(UNREACHABLE_MS, askedMs));
  return { text: `# unreachable until ${nowMs + ttlMs}`, ttlMs };
}

/** A truncated file ends with its last whole line, because a partial path would change the meaning of a rule. */
function readText(page: FetchedPage): string {
  const { text } = decodeBody(page.body, 'text/plain; charset=utf-8');
  return page.truncated ? text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1) : text;
}

function parse(text: string): Known {
  const until = UNREACHABLE.exec(text)?.[1];
  return until === undefined ? { rules: parseRobots(text) } : { unreachableUntil: Number(until) };
}

/** Reads each site's robots.txt once a day, and from the cache once per invocation. */
export function createRobotsPolicy(options: RobotsPolicyOptions): RobotsPolicy {
  // Concurrent songs wait for one answer, and a file of half a megabyte is not parsed for each of them.
  const known = new Map<string, Promise<Known>>();
  function load(origin: string): Promise<Known> {
    const underway = known.get(origin);
    if (underway !== undefined) return underway;
    const started = read(origin).then(parse);
    known.set(origin, started);
    const forget = () => known.delete(origin);
    started.then((one) => 'unreachableUntil' in one && forget(), forget);
    return started;
  }
  async function read(origin: string): Promise<string> {
    const cached = await options.cache.get(origin);
    if (cached !== null) return cached;
    const fresh = await options.fetcher
      .fetch({ url: `${origin}/robots.txt`, maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS })
      .then((page) => verdict(page, options.now()))
      .catch((error: unknown) => {
        // An open breaker or a full rate limit says nothing about the file: it is not stored as unreachable.
        if (error instanceof SourceError && (error.kind === 'circuit_open' || error.kind === 'parked')) {
          throw error;
        }
        return unreachable(options.now());
      });
    await options.cache.set(origin, fresh.text, fresh.ttlMs);
    return fresh.text;
  }
  return {
    async check(address) {
      const url = new URL(address);
      const file = await load(url.origin);
      if ('unreachableUntil' in file) {
        throw new SourceError('unavailable', 'robots.txt could not be read', {
          host: url.host,
          retryAfterMs: Math.max(1000, file.unreachableUntil - options.now()),
        });
      }
      return {
        allowed: isAllowedByRobots(file.rules, options.agent, url.pathname + url.search),
        crawlDelayMs: crawlDelayMs(file.rules, options.agent),
      };
    },
  };
}
