import { HTTPException } from 'hono/http-exception';
import { AppError, ERROR_TABLE, type ErrorCode, type FieldFault } from '../lib/errors.ts';
import { shorten } from './shorten.ts';

export const PROBLEM_TYPE = 'application/problem+json';

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ErrorCode;
  requestId: string;
  errors?: readonly FieldFault[];
  /** The total number of faults, if `errors` holds only the first of them. */
  errors_total?: number;
}

/** Maximum number of faults listed in a problem. */
export const MAX_FAULTS = 50;
/** UTF-16 units of a fault's path; a path may contain a key from the request. */
export const MAX_PATH = 100;
const MAX_MESSAGE = 200;
const MAX_TEXT = 500;

const INTERNAL_DETAIL = 'The failure was logged under the requestId.';

/** Converts any thrown value to an AppError. Unexpected errors become INTERNAL, and their text is not shown. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) {
    if (error.status === 400) return new AppError('MALFORMED_JSON', 'The body is empty or is not JSON.');
    if (error.status === 413)
      return new AppError('PAYLOAD_TOO_LARGE', 'The body is larger than this path takes.');
  }
  return new AppError('INTERNAL', INTERNAL_DETAIL, { cause: error });
}

function faultsOf(error: AppError): Pick<Problem, 'errors' | 'errors_total'> {
  if (error.errors.length === 0) return {};
  const errors = error.errors.slice(0, MAX_FAULTS).map(({ path, code, message }) => ({
    path: shorten(path, MAX_PATH),
    code,
    message: shorten(message, MAX_MESSAGE),
  }));
  return error.errorsTotal > errors.length ? { errors, errors_total: error.errorsTotal } : { errors };
}

/** RFC 9457 problem details; `code` is stable, `detail` is for people. The size is bounded for any input. */
export function problemResponse(error: AppError, request: { path: string; requestId: string }): Response {
  const { status, title } = ERROR_TABLE[error.code];
  const problem: Problem = {
    type: `/docs/#${error.code}`,
    title,
    status,
    detail: shorten(error.detail, MAX_TEXT),
    instance: shorten(request.path, MAX_TEXT),
    code: error.code,
    requestId: request.requestId,
    ...faultsOf(error),
  };
  const headers = new Headers({ 'content-type': PROBLEM_TYPE, 'x-request-id': request.requestId });
  if (error.retryAfterMs !== undefined)
    headers.set('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status, headers });
}
