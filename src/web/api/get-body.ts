import { ApiError } from './api-error.ts';
import { keyHeaders } from './key.ts';
import { readAnswer } from './read-answer.ts';
import { TIMEOUT_MS } from './request-json.ts';
import { cutOff, noAnswer, tooSlow } from './transport-failures.ts';
import { tellUnreached } from './unreached.ts';

interface Body<T> {
  /** The media type that is asked for. */
  accept: string;
  read: (response: Response) => Promise<T>;
}

async function readBody<T>(response: Response, read: Body<T>['read']): Promise<T> {
  if (!response.ok) await readAnswer(response, []);
  return read(response).catch(() => {
    throw cutOff(response.status);
  });
}

async function getBody<T>(path: string, signal: AbortSignal, { accept, read }: Body<T>): Promise<T> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const headers = { accept, ...keyHeaders() };
    return await readBody(await fetch(path, { headers, signal: AbortSignal.any([signal, limit]) }), read);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ApiError && !limit.aborted) throw error;
    tellUnreached();
    throw limit.aborted ? tooSlow(TIMEOUT_MS) : noAnswer();
  }
}

/** GETs bytes of this origin within a time limit. Throws ApiError; the caller's own abort is thrown as it is. */
export const getBytes = (path: string, signal: AbortSignal): Promise<ArrayBuffer> =>
  getBody(path, signal, { accept: 'application/octet-stream', read: (response) => response.arrayBuffer() });

/** As getBytes, for text. */
export const getText = (path: string, signal: AbortSignal): Promise<string> =>
  getBody(path, signal, { accept: 'text/plain', read: (response) => response.text() });
