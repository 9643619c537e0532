/** Names of the objects that Postgres refused; they contain no values from the request. */
export interface RefusedNames {
  table?: string | undefined;
  column?: string | undefined;
  constraint?: string | undefined;
}

/** The code that our own triggers raise for a song or an artist that was taken down (migration takedowns). */
export const TAKEN_DOWN = 'BL451';

/** Whether the database refused to store this because it was taken down. */
export const isTakenDown = (error: unknown): boolean =>
  error instanceof DatabaseRefusal && error.code === TAKEN_DOWN;

/**
 * The database is reachable and will never accept this request: it is too large, or a value does not fit. A retry
 * would fail again. `code` is Postgres' SQLSTATE, or HTTP_ and the status that Neon's proxy answered with.
 */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal' as const;
  readonly retryable = false;
  readonly code: string;
  readonly names: RefusedNames;

  constructor(code: string, options: { names?: RefusedNames; cause: unknown }) {
    super(`The database refused the request (${code}).`, { cause: options.cause });
    this.code = code;
    this.names = options.names ?? {};
  }
}
