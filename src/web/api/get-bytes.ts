import { ApiError } from './api-error.ts';
import { keyHeaders } from './key.ts';
import { readAnswer } from './read-answer.ts';
import { TIMEOUT_MS } from './request-json.ts';
import { cutOff, noAnswer, tooSlow } from './transport-failures.ts';
import { tellUnreached } from './unreached.ts';

async function readBytes(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) await readAnswer(response, []);
  return response.arrayBuffer().catch(() => {
    throw cutOff(response.status);
  });
}

/** GETs bytes of this origin within a time limit. Throws ApiError; the caller's own abort is thrown as it is. */
export async function getBytes(path: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const headers = { accept: 'application/octet-stream', ...keyHeaders() };
    return await readBytes(await fetch(path, { headers, signal: AbortSignal.any([signal, limit]) }));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ApiError && !limit.aborted) throw error;
    tellUnreached();
    throw limit.aborted ? tooSlow(TIMEOUT_MS) : noAnswer();
  }
}
