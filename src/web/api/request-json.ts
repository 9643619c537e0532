import { ApiError } from './api-error.ts';
import { keyHeaders } from './key.ts';
import { readAnswer } from './read-answer.ts';
import { noAnswer, tooSlow } from './transport-failures.ts';
import { tellUnreached } from './unreached.ts';

/** Longer than the server gives its own slowest part. */
export const TIMEOUT_MS = 20_000;

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; with it the method is POST unless another is named. */
  body?: unknown;
  /** Sent as it is, with its own content type, in place of `body`. */
  file?: { content: Blob; type: string };
  signal?: AbortSignal;
  /** Failing statuses that hold a body all the same. */
  accept?: readonly number[];
  /** From the request to the last byte of its answer. */
  timeoutMs?: number;
  headers?: Readonly<Record<string, string>>;
}

/** What `fetch` needs for a request of this origin. */
export function requestInit(options: RequestOptions, accept: string): RequestInit {
  const { body, file, headers } = options;
  const hasBody = body !== undefined || file !== undefined;
  const type = file?.type ?? 'application/json';
  return {
    method: options.method ?? (hasBody ? 'POST' : 'GET'),
    headers: { accept, ...keyHeaders(), ...(hasBody && { 'content-type': type }), ...headers },
    ...(hasBody && { body: file?.content ?? JSON.stringify(body) }),
  };
}

/** Asks this origin for JSON within a time limit. Throws ApiError; the caller's own abort is thrown as it is. */
export async function requestJson<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { signal, accept = [], timeoutMs = TIMEOUT_MS } = options;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  try {
    const response = await fetch(path, {
      ...requestInit(options, 'application/json'),
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
