import { refused } from './refused.ts';
import { cutOff, unreadable, wrongKind } from './transport-failures.ts';
import type { Problem } from './types.ts';

const isJson = (response: Response): boolean =>
  /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value of an answer, or the failure that it is; `accept` names failing statuses whose body is wanted. */
export async function readAnswer(response: Response, accept: readonly number[]): Promise<unknown> {
  const isWanted = response.ok || accept.includes(response.status);
  // What refuses a request may say so in any format, and its status is reason enough.
  const text = await response.text().catch(() => {
    throw isWanted ? cutOff(response.status) : refused(response, {});
  });
  // A deletion and the like have nothing to say.
  if (response.status === 204) return null;
  const value = isJson(response) ? parse(text) : undefined;
  const isObject = typeof value === 'object' && value !== null;
  if (!isWanted) throw refused(response, isObject ? (value as Partial<Problem>) : {});
  if (!isJson(response)) throw wrongKind(response.status);
  if (!isObject) throw unreadable(response.status);
  return value;
}
