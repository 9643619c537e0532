/** One row per failure that the API can return: responses, documentation and retry rules all use this table. */
export const ERROR_TABLE = {
  MALFORMED_JSON: { status: 400, title: 'The body is not valid JSON', retryable: false },
  MALFORMED_URL: { status: 400, title: 'The URL is not valid percent-encoded UTF-8', retryable: false },
  INVALID_CURSOR: { status: 400, title: 'The cursor was not issued by this list', retryable: false },
  UNAUTHENTICATED: { status: 401, title: 'A valid key is required', retryable: false },
  KEY_EXPIRED: { status: 401, title: 'The key has expired', retryable: false },
  KEY_REVOKED: { status: 401, title: 'The key was revoked', retryable: false },
  KEY_REPLACED: { status: 401, title: 'The key was replaced and its grace is over', retryable: false },
  KEY_OF_OTHER_ENVIRONMENT: { status: 401, title: 'The key is of another environment', retryable: false },
  FORBIDDEN: { status: 403, title: 'The key lacks the scope that this needs', retryable: false },
  NOT_FOUND: { status: 404, title: 'Resource not found', retryable: false },
  METHOD_NOT_ALLOWED: { status: 405, title: 'The path does not support this method', retryable: false },
  CONFLICT: { status: 409, title: 'The state of the resource does not allow this', retryable: false },
  IDEMPOTENCY_KEY_REUSED: { status: 409, title: 'The key was used with another request', retryable: false },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large', retryable: false },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The content type is not supported', retryable: false },
  VALIDATION_FAILED: { status: 422, title: 'The request does not match the schema', retryable: false },
  INFEASIBLE: { status: 422, title: 'No text can meet all that is asked', retryable: false },
  HEADERS_TOO_LARGE: { status: 431, title: 'The request headers are too large', retryable: false },
  CLIENT_GONE: { status: 499, title: 'The client closed the connection before the answer', retryable: false },
  RATE_LIMITED: { status: 429, title: 'Too many requests', retryable: true },
  INTERNAL: { status: 500, title: 'Something failed inside', retryable: true },
  UPSTREAM_REJECTED: { status: 502, title: 'An upstream service refused the request', retryable: false },
  UPSTREAM_UNAVAILABLE: { status: 503, title: 'An upstream service does not answer', retryable: true },
  DATABASE_UNAVAILABLE: { status: 503, title: 'The database does not answer', retryable: true },
  QUERY_TIMEOUT: { status: 503, title: 'The database stopped a query that took too long', retryable: true },
  CONFIG_INVALID: { status: 503, title: 'The service is not configured for this', retryable: false },
} as const satisfies Record<string, { status: number; title: string; retryable: boolean }>;

export type ErrorCode = keyof typeof ERROR_TABLE;

/** One fault of a request: its location, a stable code, and a sentence. */
export interface FieldFault {
  path: string;
  code: string;
  message: string;
}

export interface AppErrorOptions {
  cause?: unknown;
  errors?: readonly FieldFault[];
  /** The total number of faults, if `errors` holds only the first of them. */
  errorsTotal?: number;
  /** A short stable word that distinguishes failures with the same code; shown in an answer's provenance. */
  reason?: string;
  /** The upstream that failed. */
  upstream?: string | undefined;
  /** When the caller may try again; becomes Retry-After and the delay of a queue retry. */
  retryAfterMs?: number | undefined;
}

/** An expected failure. `detail` is shown to the caller, `cause` only to the log. */
export class AppError extends Error {
  override readonly name = 'AppError' as const;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors: readonly FieldFault[];
  readonly errorsTotal: number;
  readonly reason: string;
  readonly upstream: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, detail: string, options: AppErrorOptions = {}) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.code = code;
    this.detail = detail;
    this.errors = options.errors ?? [];
    this.errorsTotal = options.errorsTotal ?? this.errors.length;
    this.reason = options.reason ?? code.toLowerCase();
    this.upstream = options.upstream;
    this.retryAfterMs = options.retryAfterMs;
  }

  get status(): number {
    return ERROR_TABLE[this.code].status;
  }

  get retryable(): boolean {
    return ERROR_TABLE[this.code].retryable;
  }
}

const LOGIN_DEPTH = 5;

/** Whether a database or Redis rejected our password or token, at any level of the causes. */
export function isRefusedLogin(error: unknown, depth = LOGIN_DEPTH): boolean {
  if (!(error instanceof Error) || depth === 0) return false;
  // SQLSTATE class 28: invalid authorisation.
  if ('code' in error && typeof error.code === 'string' && /^28/.test(error.code)) return true;
  if (/password authentication failed|WRONGPASS|NOAUTH|unauthorized/i.test(error.message)) return true;
  return isRefusedLogin(error.cause, depth - 1);
}

/** Any thrown value as one line for a log. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : ` <- ${describeError(error.cause)}`;
  return `${error.name}: ${error.message}${cause}`;
}
