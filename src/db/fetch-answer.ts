import { readBody } from '../lib/read-body.ts';

/** An isolate has 128 MB for everything. */
const MAX_ANSWER_BYTES = 32_000_000;
/** A refusal whose body the driver reads as an error of Postgres. */
const OF_POSTGRES = 400;

/** The part of a Response that the driver uses. */
export type Answer = Pick<Response, 'ok' | 'status' | 'json' | 'text'>;

/**
 * A request of the driver with its answer complete and readable, because the driver takes what `fetch` throws for an
 * outage, but not what reading the answer throws: one that breaks off, is cut or is not what Neon sends, within the time
 * limit of `signal`.
 */
export async function fetchAnswer(
  endpoint: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<Answer> {
  const response = await fetch(endpoint, init);
  const { ok, status } = response;
  const { body, truncated } = await readBody(response, MAX_ANSWER_BYTES, init.signal);
  if (truncated) throw new RangeError(`the answer is too large (max is ${MAX_ANSWER_BYTES} bytes)`);
  const text = new TextDecoder().decode(body);
  const value: unknown = ok || status === OF_POSTGRES ? JSON.parse(text) : null;
  if (ok && !isResult(value)) throw new TypeError('not an answer of Neon');
  return { ok, status, json: async <T>() => value as T, text: async () => text };
}

/** Whether it is the result of a statement or those of a batch; what is in them is the driver's to read. */
const isResult = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('rows' in value || 'results' in value);
