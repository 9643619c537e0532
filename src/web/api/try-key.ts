import { ApiError } from './api-error.ts';
import { requestJson } from './request-json.ts';

/** An operation that anybody may use and that refuses keys that do not hold. */
const PROBE = '/models/info';
const TIMEOUT_MS = 10_000;

export type KeyState = 'good' | 'malformed' | 'refused';

/** Whether the server accepts a key. Throws ApiError where that cannot be told. */
export async function tryKey(key: string): Promise<KeyState> {
  // No header can carry anything else.
  if (!/^[\x21-\x7e]+$/.test(key)) return 'malformed';
  try {
    await requestJson(PROBE, { headers: { authorization: `Bearer ${key}` }, timeoutMs: TIMEOUT_MS });
    return 'good';
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) return 'refused';
    if (error.status === 403) return 'good';
    throw error;
  }
}
