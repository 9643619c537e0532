import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai/core/error';
import { AppError } from '../lib/errors.ts';
import type { ModelEndpoint } from './types.ts';

export interface OpenAiRequest {
  path: '/chat/completions' | '/embeddings';
  body: object;
  /** For the answer as a whole, its body included. */
  timeoutMs: number;
}

/**
 * One request to an OpenAI-compatible server, and its answer as parsed JSON; undefined where it is none. The openai
 * package's own client carries every resource of that API (85 KB compressed), of which two are used here; its errors are
 * what this throws: APIError for a status, APIConnectionTimeoutError, APIConnectionError. Nothing is tried again.
 */
export function createOpenAiClient(
  { baseUrl, apiKey }: Pick<ModelEndpoint, 'baseUrl' | 'apiKey'>,
  send: typeof fetch = (input, init) => fetch(input, init),
): (request: OpenAiRequest) => Promise<unknown> {
  const base = baseUrl.replace(/\/$/, '');
  return async ({ path, body, timeoutMs }) => {
    const signal = AbortSignal.timeout(Math.ceil(timeoutMs));
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
    };
    try {
      const init = { method: 'POST', headers, body: JSON.stringify(body), signal };
      const response = await send(`${base}${path}`, init);
      const answer = parse(await response.text());
      if (response.ok) return answer;
      const { status, statusText } = response;
      // Some servers send the error itself where OpenAI wraps it.
      const wrapped = answer !== undefined && !('error' in answer) ? { error: answer } : answer;
      throw APIError.generate(status, wrapped ?? {}, statusText, response.headers);
    } catch (error) {
      throw toApiError(error, signal);
    }
  };
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What ended the request, in the package's words; errors of our own go through as they are. */
function toApiError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof APIError || error instanceof AppError) return error;
  if (signal.aborted) return new APIConnectionTimeoutError();
  return new APIConnectionError({ cause: error instanceof Error ? error : new Error(String(error)) });
}
