import { SourceError } from '../../lib/source-error.ts';
import type { FetchedPage, Fetcher } from '../fetcher.ts';
import { joinUrl } from '../join-url.ts';
import { readJson } from '../read-json.ts';
import { isSuccess, replyError } from '../reply-error.ts';
import { TokenResponseSchema } from './types.ts';

/** A token is dropped this long before it expires, so that no request is sent with an expired one. */
const SAFETY_MS = 60_000;
const LOCK_TTL_MS = 15_000;
const POLL_MS = 100;
const MAX_POLLS = 100;

/** Stores the token for all isolates, with a lock so that only one of them fetches a new one. */
export interface TokenStore {
  read(): Promise<string | null>;
  write(token: string, ttlMs: number): Promise<void>;
  /** Removes the token if it is still this one: another caller may have refreshed it. */
  drop(token: string): Promise<void>;
  /** True if the lock was free; it expires after `ttlMs`. */
  lock(ttlMs: number): Promise<boolean>;
  unlock(): Promise<void>;
}

export interface TokenSourceOptions {
  fetcher: Fetcher;
  accountsUrl: string;
  clientId: string;
  clientSecret: string;
  store: TokenStore;
  /** Epoch milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface TokenSource {
  token(): Promise<string>;
  /** Call with the token that was refused. */
  drop(token: string): Promise<void>;
  /** Requests a token only to check the credentials. Throws `SourceError('unauthorised')` if they are not accepted. */
  check(): Promise<void>;
}

async function requestToken(options: TokenSourceOptions): Promise<{ token: string; ttlMs: number }> {
  const page: FetchedPage = await options.fetcher.fetch({
    url: joinUrl(options.accountsUrl, '/api/token'),
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${options.clientId}:${options.clientSecret}`)}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  // Wrong credentials answer 400; a retry helps neither with that nor with 401.
  if (page.status === 400 || page.status === 401 || page.status === 403) {
    const { host } = new URL(page.url);
    throw new SourceError('unauthorised', `HTTP ${page.status} for the client credentials`, {
      host,
      status: page.status,
    });
  }
  if (!isSuccess(page)) throw replyError(page, options.now());
  const reply = readJson(page, TokenResponseSchema);
  const lifeMs = reply.expires_in * 1000;
  return { token: reply.access_token, ttlMs: lifeMs > 2 * SAFETY_MS ? lifeMs - SAFETY_MS : lifeMs / 2 };
}

/** Client-credentials tokens from the store; if there is none, one caller fetches it and the others wait. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { store } = options;

  async function refresh(): Promise<string> {
    try {
      // The previous holder of the lock may have just stored one.
      const written = await store.read();
      if (written !== null) return written;
      const fresh = await requestToken(options);
      await store.write(fresh.token, fresh.ttlMs);
      return fresh.token;
    } finally {
      await store.unlock();
    }
  }
  return {
    async token() {
      for (let poll = 0; poll <= MAX_POLLS; poll += 1) {
        const stored = await store.read();
        if (stored !== null) return stored;
        if (await store.lock(LOCK_TTL_MS)) return await refresh();
        await options.sleep(POLL_MS);
      }
      throw new SourceError('unavailable', 'the holder of the lock fetched no token');
    },
    drop: (token) => store.drop(token),
    check: async () => {
      await requestToken(options);
    },
  };
}
