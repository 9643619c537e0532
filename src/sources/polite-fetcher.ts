import type { KeyRefusals } from '../lib/resilience/key-refusal.ts';
import { SourceError } from '../lib/source-error.ts';
import { challengeSign } from './challenge.ts';
import type { FetchedPage, Fetcher } from './fetcher.ts';
import { checkedUrl } from './host-fetcher.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { RobotsPolicy } from './robots-policy.ts';

export type HostFailure = 'blocked' | 'network' | 'rate_limited' | 'server_error' | 'timeout';

/** Waits until one more request to `host` fits the shared rate and the crawl delay of the site. */
export interface RateGate {
  acquire(host: string, minIntervalMs?: number): Promise<void>;
}

/**
 * The breaker of a host: `before` throws `SourceError('circuit_open')` while it is open. The outcome of a probe is
 * normally reported, but not if the rate gate fails: its lease must then expire.
 */
export interface HostBreaker {
  before(host: string): Promise<void>;
  success(host: string): Promise<void>;
  failure(host: string, kind: HostFailure, retryAfterMs?: number): Promise<void>;
}

export interface PoliteFetcherOptions {
  fetcher: Fetcher;
  /** Requests outside these origins are refused before anything is sent, including robots.txt. */
  allowedOrigins: readonly string[];
  gate: RateGate;
  breaker: HostBreaker;
  /** Absent for APIs, to which robots.txt does not apply. */
  robots?: RobotsPolicy;
  /** False if a plain 403 concerns one endpoint or one file, not the caller. */
  forbiddenMeansBlocked: boolean;
  /** Records whether our key is accepted: `refusedBy` are the statuses of a refusal. */
  key?: { refusals: KeyRefusals; refusedBy: ReadonlySet<number> };
  /** Epoch milliseconds. */
  now(): number;
}

function failureOf(page: FetchedPage, forbiddenMeansBlocked: boolean): HostFailure | null {
  if (page.status === 429) return 'rate_limited';
  if (page.status === 403 || page.status === 503) {
    const start = new TextDecoder('latin1').decode(page.body.subarray(0, 65_536));
    if (challengeSign(page.headers, start) !== null) return 'blocked';
    if (page.status === 403) return forbiddenMeansBlocked ? 'blocked' : null;
  }
  if (challengeSign(page.headers, '') !== null) return 'blocked';
  return page.status >= 500 ? 'server_error' : null;
}

function failureOfError(error: unknown): HostFailure | null {
  if (!(error instanceof SourceError)) return 'network';
  return error.kind === 'timeout' || error.kind === 'network' ? error.kind : null;
}

/**
 * Wraps a fetcher with the allowed origins, robots.txt, the breaker of the host and the shared rate limit, in that
 * order.
 */
export function createPoliteFetcher(options: PoliteFetcherOptions): Fetcher {
  const { breaker, gate, robots } = options;
  const allowed = new Set(options.allowedOrigins.map((origin) => new URL(origin).origin));

  async function report(host: string, failure: HostFailure | null, retryAfterMs?: number): Promise<void> {
    if (failure === null) await breaker.success(host);
    else await breaker.failure(host, failure, retryAfterMs);
  }
  async function send(host: string, request: Parameters<Fetcher['fetch']>[0]): Promise<FetchedPage> {
    try {
      return await options.fetcher.fetch(request);
    } catch (error) {
      await report(host, failureOfError(error));
      throw error;
    }
  }
  return {
    async fetch(request) {
      const { host } = checkedUrl(request.url, undefined, allowed);
      const permission = await robots?.check(request.url);
      if (permission && !permission.allowed) {
        throw new SourceError('robots_denied', 'robots.txt does not allow this address', { host });
      }
      await breaker.before(host);
      await gate.acquire(host, permission?.crawlDelayMs ?? undefined);
      const page = await send(host, request);
      const retryAfterMs = parseRetryAfter(page.headers.get('retry-after'), options.now());
      await report(host, failureOf(page, options.forbiddenMeansBlocked), retryAfterMs);
      if (options.key?.refusedBy.has(page.status)) await options.key.refusals.refused(page.status);
      else if (page.status < 300) await options.key?.refusals.taken();
      return page;
    },
  };
}
