/** Names of the objects that Postgres refused; they contain no values from the request. */
export interface RefusedNames {
  table?: string | undefined;
  column?: string | undefined;
  constraint?: string | undefined;
}

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
