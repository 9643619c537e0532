import { plural } from '../text/format.ts';
import { ApiError } from './api-error.ts';
import type { Problem } from './types.ts';

const TRANSIENT: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Failures that last although their status promises otherwise. */
const LASTING: ReadonlySet<string> = new Set(['CONFIG_INVALID', 'UPSTREAM_REJECTED']);
const MINUTE_S = 60;

/** Where no problem details came: what the status alone says. */
const TITLES: Readonly<Record<number, string>> = {
  401: 'This needs a key',
  403: 'This is not allowed',
  404: 'Not found',
  429: 'Too many requests',
  502: 'The server is not reached',
  503: 'The server is busy or being repaired',
  504: 'The server took too long',
};

const ADVICE: Readonly<Record<number, string>> = {
  401: 'Ask whoever runs this site for a key.',
  403: 'Ask whoever runs this site for a key that may do this.',
  404: 'Check the address, or search for what you want.',
};

/** Seconds until a retry is welcome, from a Retry-After header in seconds or as a date; null without one. */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

function waitText(seconds: number): string {
  return seconds < 2 * MINUTE_S
    ? plural(Math.max(1, seconds), 'second')
    : plural(Math.ceil(seconds / MINUTE_S), 'minute');
}

function adviceFor(response: Response, isTransient: boolean): string {
  const wait = retryAfterSeconds(response.headers.get('retry-after'), Date.now());
  if (isTransient) return wait === null ? 'Try again in a moment.' : `Try again in ${waitText(wait)}.`;
  return ADVICE[response.status] ?? 'Change what was asked and try again.';
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
    title: text(problem.title) ?? TITLES[status] ?? `The server answered ${status}`,
    detail: text(problem.detail) ?? 'The server gave no reason.',
    advice: adviceFor(response, isTransient),
    isTransient,
    status,
    ...(code !== undefined && { code: code as Problem['code'] }),
    ...(Array.isArray(problem.errors) && { errors: problem.errors }),
    ...(requestId !== undefined && { requestId }),
  });
}
