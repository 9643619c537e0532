import { z } from 'zod';
import { describeError } from '../../src/lib/errors.ts';
import { NotAllowedError } from './run-release.ts';

export interface ApiSettings {
  /** As wrangler reads it from CLOUDFLARE_API_BASE_URL. */
  baseUrl: string;
  accountId: string;
  token: string;
  /** Of one attempt. */
  timeoutMs: number;
  sleep: (ms: number) => Promise<void>;
}

export const DEFAULT_BASE_URL = 'https://api.cloudflare.com/client/v4';

/** The resource does not exist. */
export class MissingError extends Error {
  override readonly name = 'MissingError';
}

const EnvelopeSchema = z.looseObject({
  success: z.boolean(),
  result: z.unknown(),
  errors: z.array(z.looseObject({ code: z.number(), message: z.string() })),
});

const ATTEMPTS = 4;
const FIRST_DELAY_MS = 1000;
/** A longer Retry-After is not waited for. */
const LONGEST_DELAY_MS = 60_000;

type Answer = { kind: 'result'; result: unknown } | { kind: 'again'; why: string; afterMs: number | null };

const retryAfterMs = (response: Response): number | null => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
};

function readAnswer(response: Response, text: string, what: string): Answer {
  if (response.status === 429 || response.status >= 500)
    return { kind: 'again', why: `${what}: HTTP ${response.status}`, afterMs: retryAfterMs(response) };
  const envelope = EnvelopeSchema.safeParse(parseJson(text)).data;
  const told = envelope?.errors.map(({ code, message }) => `${message} (${code})`).join('; ') ?? '';
  if (response.status === 401 || response.status === 403)
    throw new NotAllowedError(`${what}: CLOUDFLARE_API_TOKEN is not accepted: ${told || response.status}`);
  if (response.status === 404) throw new MissingError(`${what}: ${told || 'not found'}`);
  if (!response.ok || envelope === undefined || !envelope.success)
    throw new Error(`${what}: HTTP ${response.status} ${told}`);
  return { kind: 'result', result: envelope.result };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export interface CloudflareApi {
  /** Asked again after 429, 5xx, a timeout and a broken connection. Throws NotAllowedError and MissingError. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** Asked once: whether a request without an answer had an effect is for the caller to find out. */
  post(path: string, body: unknown): Promise<void>;
}

/** Cloudflare's API below `/accounts/<id>`. */
export function createCloudflareApi({
  baseUrl,
  accountId,
  token,
  timeoutMs,
  sleep,
}: ApiSettings): CloudflareApi {
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const what = `${method} ${path}`;
    const response = await fetch(`${baseUrl}/accounts/${accountId}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return readAnswer(response, await response.text(), what);
  };
  const isFinal = (error: unknown): boolean =>
    error instanceof NotAllowedError || error instanceof MissingError || !isConnectionFault(error);

  return {
    get: async (path, schema) => {
      for (let attempt = 1; ; attempt += 1) {
        const answer: Answer = await ask('GET', path).catch((error: unknown) => {
          if (isFinal(error)) throw error;
          return { kind: 'again', why: `GET ${path}: ${describeError(error)}`, afterMs: null };
        });
        if (answer.kind === 'result') return schema.parse(answer.result);
        const delay = answer.afterMs ?? FIRST_DELAY_MS * 2 ** (attempt - 1);
        if (attempt === ATTEMPTS || delay > LONGEST_DELAY_MS) throw new Error(answer.why);
        await sleep(delay);
      }
    },
    post: async (path, body) => {
      const answer = await ask('POST', path, body);
      if (answer.kind === 'again') throw new Error(answer.why);
    },
  };
}

/** Failures of fetch itself: refused and broken connections (TypeError) and timeouts. */
const isConnectionFault = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
