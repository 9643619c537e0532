import { readBody } from '../lib/read-body.ts';
import { SourceError } from '../lib/source-error.ts';
import type { FetchedPage, Fetcher, FetchRequest } from './fetcher.ts';

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_BYTES = 5 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export interface HostFetcherOptions {
  /** Origins (scheme, host and port) that may be fetched; all others are refused, including as redirects. */
  allowedOrigins: readonly string[];
  /** Identifies us truthfully, with a contact. */
  userAgent: string;
  timeoutMs?: number;
  maxBytes?: number;
  fetch?: typeof globalThis.fetch;
}

interface Hop {
  url: URL;
  method: string;
  headers: Headers;
  body: string | null;
}

/** Throws `redirect_refused` for an address outside the allowed origins or with credentials. */
export function checkedUrl(text: string, base: URL | undefined, allowed: ReadonlySet<string>): URL {
  const url = URL.parse(text, base);
  if (!url) throw new SourceError('redirect_refused', 'not an address', { host: base?.host });
  const plain = url.username === '' && url.password === '';
  if (!plain || !allowed.has(url.origin)) {
    throw new SourceError('redirect_refused', `${url.origin} is not on the list of allowed hosts`, {
      host: url.host,
    });
  }
  return url;
}

function nextHop(hop: Hop, response: Response, allowed: ReadonlySet<string>): Hop {
  const location = response.headers.get('location');
  if (location === null) {
    throw new SourceError('bad_reply', 'a redirect without Location', {
      host: hop.url.host,
      status: response.status,
    });
  }
  const url = checkedUrl(location, hop.url, allowed);
  const headers = new Headers(hop.headers);
  // Credentials are only for the host that was requested.
  if (url.origin !== hop.url.origin) headers.delete('authorization');
  const becomesGet =
    response.status === 303 ||
    (hop.method === 'POST' && (response.status === 301 || response.status === 302));
  if (!becomesGet || hop.method === 'HEAD') return { ...hop, url, headers };
  headers.delete('content-type');
  return { url, headers, method: 'GET', body: null };
}

async function follow(
  first: Hop,
  allowed: ReadonlySet<string>,
  send: (hop: Hop) => Promise<Response>,
): Promise<{ response: Response; url: URL }> {
  const seen = new Set<string>();
  let hop = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const key = `${hop.method} ${hop.url.href}`;
    if (seen.has(key)) break;
    seen.add(key);
    const response = await send(hop);
    if (!REDIRECTS.has(response.status)) return { response, url: hop.url };
    await response.body?.cancel().catch(() => undefined);
    hop = nextHop(hop, response, allowed);
  }
  throw new SourceError('redirect_loop', `more than ${MAX_REDIRECTS} redirects, or one in a circle`, {
    host: first.url.host,
  });
}

function asSourceError(error: unknown, host: string, timedOut: boolean, timeoutMs: number): SourceError {
  if (error instanceof SourceError) return error;
  if (timedOut) {
    return new SourceError('timeout', `no complete answer in ${timeoutMs} ms`, { host, cause: error });
  }
  return new SourceError('network', 'the host could not be reached', { host, cause: error });
}

/**
 * A `Fetcher` over global fetch: allow-listed origins, redirects followed by our code, a byte limit and one timeout
 * for everything.
 */
export function createHostFetcher(options: HostFetcherOptions): Fetcher {
  const allowed = new Set(options.allowedOrigins.map((origin) => new URL(origin).origin));
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  async function fetchOnce(request: FetchRequest): Promise<FetchedPage> {
    const url = checkedUrl(request.url, undefined, allowed);
    const headers = new Headers(request.headers);
    headers.set('user-agent', options.userAgent);
    const timeoutMs = request.timeoutMs ?? options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const maxBytes = request.maxBytes ?? options.maxBytes ?? DEFAULT_MAX_BYTES;
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(new Error('timeout')), timeoutMs);
    try {
      const first: Hop = { url, headers, method: request.method ?? 'GET', body: request.body ?? null };
      const { response, url: finalUrl } = await follow(first, allowed, ({ url: target, ...init }) =>
        send(target.href, { ...init, redirect: 'manual', signal: abort.signal }),
      );
      const read = await readBody(response, maxBytes, abort.signal);
      return { status: response.status, headers: response.headers, url: finalUrl.href, ...read };
    } catch (error) {
      throw asSourceError(error, url.host, abort.signal.aborted, timeoutMs);
    } finally {
      clearTimeout(timer);
    }
  }
  return { fetch: fetchOnce };
}
