import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyTooLargeError, header, readBody, sendJson } from '../http-server.ts';

const MAX_BODY_BYTES = 32 * 1024 * 1024;

export interface OpenAiFailure {
  status: number;
  message: string;
  type?: string;
  param?: string | null;
  code?: string | null;
}

/** A failure in the words and the shape of OpenAI's API. */
export class OpenAiError extends Error {
  override readonly name = 'OpenAiError';
  readonly failure: OpenAiFailure;

  constructor(failure: OpenAiFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

export function badRequest(message: string, param: string | null = null, code: string | null = null) {
  return new OpenAiError({ status: 400, message, param, code });
}

export function sendFailure(response: ServerResponse, failure: OpenAiFailure, headers = {}): void {
  const { status, message, type = 'invalid_request_error', param = null, code = null } = failure;
  sendJson(response, status, { error: { message, type, param, code } }, headers);
}

/** Runs a handler and turns its exceptions into responses. */
export async function withFailures(response: ServerResponse, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof OpenAiError) sendFailure(response, error.failure);
    else if (error instanceof BodyTooLargeError)
      sendFailure(response, { status: 413, message: error.message });
    else {
      const message = error instanceof Error ? error.message : String(error);
      sendFailure(response, { status: 500, message, type: 'server_error' });
    }
  }
}

export function checkKey(request: IncomingMessage, key: string): void {
  if (header(request, 'authorization') === `Bearer ${key}`) return;
  throw new OpenAiError({ status: 401, message: 'Incorrect API key provided.', code: 'invalid_api_key' });
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request, MAX_BODY_BYTES);
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('We could not parse the JSON body of your request.');
  }
}

export function unknownModel(model: string): OpenAiError {
  const message = `The model '${model}' does not exist or you do not have access to it.`;
  return new OpenAiError({ status: 404, message, param: 'model', code: 'model_not_found' });
}

export function unknownUrl(request: IncomingMessage): OpenAiError {
  return new OpenAiError({ status: 404, message: `Unknown request URL: ${request.method} ${request.url}.` });
}
