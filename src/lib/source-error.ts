export type SourceErrorKind =
  | 'bad_reply'
  | 'blocked'
  | 'circuit_open'
  | 'feature_unavailable'
  | 'network'
  | 'not_found'
  | 'parked'
  | 'rate_limited'
  | 'redirect_loop'
  | 'redirect_refused'
  | 'rejected'
  | 'robots_denied'
  | 'timeout'
  | 'too_large'
  | 'unauthorised'
  | 'unavailable';

const RETRYABLE: ReadonlySet<SourceErrorKind> = new Set([
  'blocked',
  'circuit_open',
  'network',
  'parked',
  'rate_limited',
  'timeout',
  'unavailable',
]);

/** How long a host that refuses us gets no requests (403, a challenge, an invalid key). */
export const BLOCKED_PAUSE_MS = 15 * 60_000;

export interface SourceErrorFacts {
  /** Host that failed, without scheme. */
  host?: string | undefined;
  status?: number | undefined;
  /** How long the host asked us to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** When parked work may be tried again, in epoch milliseconds. */
  retryAtMs?: number | undefined;
  /** The endpoint that this application may not use, for `feature_unavailable`. */
  feature?: string | undefined;
  cause?: unknown;
}

/** An expected failure of an external source. It carries data; the services decide what it means for a client. */
export class SourceError extends Error {
  override readonly name = 'SourceError' as const;
  readonly kind: SourceErrorKind;
  readonly host: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly retryAtMs: number | undefined;
  readonly feature: string | undefined;

  constructor(kind: SourceErrorKind, message: string, facts: SourceErrorFacts = {}) {
    super(message, { cause: facts.cause });
    this.kind = kind;
    this.host = facts.host;
    this.status = facts.status;
    this.retryAfterMs = facts.retryAfterMs;
    this.retryAtMs = facts.retryAtMs;
    this.feature = facts.feature;
  }

  /** Whether the same request may succeed later without anyone changing anything. */
  get retryable(): boolean {
    return RETRYABLE.has(this.kind);
  }
}
