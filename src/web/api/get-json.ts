import { ApiError } from './api-error.ts';
import { refused } from './refused.ts';
import { cutOff, noAnswer, tooSlow, unreadable, wrongKind } from './transport-failures.ts';
import type { Problem } from './types.ts';
import { tellUnreached } from './unreached.ts';

/** Longer than the server gives its own slowest part. */
const TIMEOUT_MS = 20_000;

export interface GetOptions {
  signal?: AbortSignal;
  /** Failing statuses that hold a body all the same. */
  accept?: readonly number[];
  /** From the request to the last byte of its answer. */
  timeoutMs?: number;
}

const isJson = (response: Response): boolean =>
  /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value of an answer, or the failure that it is. */
async function readAnswer(response: Response, accept: readonly number[]): Promise<unknown> {
  const isWanted = response.ok || accept.includes(response.status);
  // What refuses a request may say so in any format, and its status is reason enough.
  const text = await response.text().catch(() => {
    throw isWanted ? cutOff(response.status) : refused(response, {});
  });
  const value = isJson(response) ? parse(text) : undefined;
  const isObject = typeof value === 'object' && value !== null;
  if (!isWanted) throw refused(response, isObject ? (value as Partial<Problem>) : {});
  if (!isJson(response)) throw wrongKind(response.status);
  if (!isObject) throw unreadable(response.status);
  return value;
}

/** GETs JSON of this origin within a time limit. Throws ApiError; the caller's own abort is thrown as it is. */
export async function getJson<T>(path: string, options: GetOptions = {}): Promise<T> {
  const { signal, accept = [], timeoutMs = TIMEOUT_MS } = options;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  try {
    const response = await fetch(path, {
      headers: { accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
    });
    return (await readAnswer(response, accept)) as T;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ApiError && !limit.signal.aborted) throw error;
    tellUnreached();
    throw limit.signal.aborted ? tooSlow(timeoutMs) : noAnswer();
  } finally {
    clearTimeout(timer);
  }
}
