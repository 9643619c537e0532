import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai/core/error';
import { AppError } from '../lib/errors.ts';
import { completionOfEvents, createTextReader } from './event-stream.ts';
import type { ModelEndpoint } from './types.ts';

export interface OpenAiRequest {
  path: '/chat/completions' | '/embeddings';
  body: object;
  /** Aborts at the time limit of the whole answer, including its body. */
  signal: AbortSignal;
  /** Gets the text of a streamed completion so far, whenever more of it has arrived. */
  onText?: ((text: string) => void) | undefined;
}

/**
 * Sends one request to an OpenAI-compatible server and returns its answer as parsed JSON, put together if it is an
 * event stream; undefined if it is neither.
 * The openai package's own client contains every resource of that API (85 KB compressed), of which two are used here.
 * Throws the package's errors: APIError for a status, APIConnectionTimeoutError, APIConnectionError. Does not retry.
 */
export function createOpenAiClient(
  { baseUrl, apiKey }: Pick<ModelEndpoint, 'baseUrl' | 'apiKey'>,
  send: typeof fetch = (input, init) => fetch(input, init),
): (request: OpenAiRequest) => Promise<unknown> {
  const base = baseUrl.replace(/\/$/, '');
  return async ({ path, body, signal, onText }) => {
    const headers = {
      accept: onText === undefined ? 'application/json' : 'text/event-stream, application/json',
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
    };
    try {
      const init = { method: 'POST', headers, body: JSON.stringify(body), signal };
      const response = await send(`${base}${path}`, init);
      const answer = parse(await readBody(response, onText));
      if (response.ok) return answer;
      const { status, statusText } = response;
      // Some servers send the error object directly instead of wrapped as OpenAI does.
      const wrapped = answer !== undefined && !('error' in answer) ? { error: answer } : answer;
      throw APIError.generate(status, wrapped ?? {}, statusText, response.headers);
    } catch (error) {
      throw toApiError(error, signal);
    }
  };
}

/** The whole body; the text of a stream of events is told while it arrives. */
async function readBody(response: Response, onText: OpenAiRequest['onText']): Promise<string> {
  if (onText === undefined || response.body === null || !response.ok) return await response.text();
  const reader = createTextReader();
  let [body, text] = ['', ''];
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    body += piece;
    const more = reader.feed(piece);
    text += more;
    if (more !== '') onText(text);
  }
  return body;
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return completionOfEvents(text);
  }
}

/** Converts a failure to the package's error classes; our own errors are passed through unchanged. */
function toApiError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof APIError || error instanceof AppError) return error;
  if (signal.aborted) return new APIConnectionTimeoutError();
  return new APIConnectionError({ cause: error instanceof Error ? error : new Error(String(error)) });
}
