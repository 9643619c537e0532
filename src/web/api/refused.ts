import { failuresText } from '../text/failures.ts';
import { ApiError } from './api-error.ts';
import type { Problem } from './types.ts';

const TRANSIENT: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Failures that last although their status promises otherwise. */
const LASTING: ReadonlySet<string> = new Set(['CONFIG_INVALID', 'UPSTREAM_REJECTED']);

/** Seconds until a retry is welcome, from a Retry-After header in seconds or as a date; null without one. */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

function adviceFor(response: Response, isTransient: boolean): string {
  const wait = retryAfterSeconds(response.headers.get('retry-after'), Date.now());
  if (isTransient) return wait === null ? failuresText.again : failuresText.againIn(wait);
  return failuresText.advice[response.status] ?? failuresText.change;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The failure of a response that is not OK; `problem` is its problem details, as far as they came. */
export function refused(response: Response, problem: Partial<Problem>): ApiError {
  const { status } = response;
  const code = text(problem.code);
  const isTransient = TRANSIENT.has(status) && !(code !== undefined && LASTING.has(code));
  const requestId = text(problem.requestId) ?? text(response.headers.get('x-request-id'));
  return new ApiError({
    title: text(problem.title) ?? failuresText.titles[status] ?? failuresText.title(status),
    detail: text(problem.detail) ?? failuresText.noReason,
    advice: adviceFor(response, isTransient),
    isTransient,
    status,
    ...(code !== undefined && { code: code as Problem['code'] }),
    ...(Array.isArray(problem.errors) && { errors: problem.errors }),
    ...(requestId !== undefined && { requestId }),
  });
}
