import { SourceError, type SourceErrorKind } from '../lib/source-error.ts';
import { challengeSign } from './challenge.ts';
import type { FetchedPage } from './fetcher.ts';
import { parseRetryAfter } from './retry-after.ts';

/** For a longer wait a message is not kept: the work is parked until then. */
export const MAX_RETRY_AFTER_MS = 15 * 60 * 1000;

function kindOf(status: number): SourceErrorKind {
  if (status === 401) return 'unauthorised';
  if (status === 404 || status === 410) return 'not_found';
  if (status >= 500) return 'unavailable';
  return 'rejected';
}

/** The error for an unsuccessful reply. Retry-After is respected; if it exceeds the limit, the work is parked. */
export function replyError(page: FetchedPage, nowMs: number): SourceError {
  const { status } = page;
  const { host } = new URL(page.url);
  const sign = challengeSign(page.headers, new TextDecoder('latin1').decode(page.body.subarray(0, 65_536)));
  if (sign !== null) return new SourceError('blocked', sign, { host, status });
  const retryAfterMs = parseRetryAfter(page.headers.get('retry-after'), nowMs);
  const asksToWait = status === 429 || (status === 503 && retryAfterMs !== undefined);
  if (asksToWait && retryAfterMs !== undefined && retryAfterMs > MAX_RETRY_AFTER_MS) {
    const facts = { host, status, retryAfterMs, retryAtMs: nowMs + retryAfterMs };
    return new SourceError(
      'parked',
      `HTTP ${status}, and a wait of ${Math.round(retryAfterMs / 1000)} s`,
      facts,
    );
  }
  const kind = status === 429 ? 'rate_limited' : kindOf(status);
  return new SourceError(kind, `HTTP ${status}`, { host, status, retryAfterMs });
}

export function isSuccess(page: FetchedPage): boolean {
  return page.status >= 200 && page.status < 300;
}
