import { NeonDbError } from '@neondatabase/serverless';
import { DatabaseRefusal, TAKEN_DOWN } from '../lib/database-refusal.ts';
import { AppError } from '../lib/errors.ts';

// Connection failures, shutdowns and too many connections: the database is unavailable for any request.
const UNAVAILABLE_CODE = /^(08|28|57P0|53)/;
/** The database's own statement_timeout, set by a migration, cancelled the query. */
const CANCELLED_CODE = '57014';
const TOO_LONG = 'The query took longer than the database allows: narrow the request, or try again later.';
// A value that does not fit (22) or exceeds a limit of Postgres (54): the same request fails every time.
const REFUSED_CODE = /^(22|54)/;
/** The driver gives Neon's status only in its message, except for 400, whose body it parses as a Postgres error. */
const HTTP_STATUS = /HTTP status (\d{3})/;
const REFUSED_BODY = /too large|could not parse/i;
// The other 4xx concern a login, a quota, a rate limit, or an address without a database.
const ABOUT_THE_REQUEST = new Set([413, 414, 422, 431]);

/**
 * Classifies a failed request to Postgres: DATABASE_UNAVAILABLE if the database is temporarily unreachable,
 * QUERY_TIMEOUT if it cancelled a query that took too long, a `DatabaseRefusal` if this request will never succeed,
 * otherwise the original error.
 */
export function toDatabaseError(error: unknown): unknown {
  if (!(error instanceof NeonDbError)) {
    const name = error instanceof Error ? error.name : '';
    return name === 'TimeoutError' || name === 'AbortError'
      ? new AppError('DATABASE_UNAVAILABLE', 'The database did not answer in time.', { cause: error })
      : error;
  }
  const { code, table, column, constraint } = error;
  if (typeof code === 'string') {
    if (REFUSED_CODE.test(code) || code === TAKEN_DOWN) {
      return new DatabaseRefusal(code, { names: { table, column, constraint }, cause: error });
    }
    if (code === CANCELLED_CODE) return new AppError('QUERY_TIMEOUT', TOO_LONG, { cause: error });
    return UNAVAILABLE_CODE.test(code) ? unavailable(error) : error;
  }
  const status = refusedStatus(error.message);
  return status === null ? unavailable(error) : new DatabaseRefusal(`HTTP_${status}`, { cause: error });
}

const unavailable = (cause: unknown) =>
  new AppError('DATABASE_UNAVAILABLE', 'The database does not answer.', { cause });

/** The status of a refusal of this request; null if the refusal concerns the database. */
function refusedStatus(message: string): number | null {
  const status = Number(HTTP_STATUS.exec(message)?.[1] ?? 0);
  if (status === 0) return REFUSED_BODY.test(message) ? 400 : null;
  return ABOUT_THE_REQUEST.has(status) ? status : null;
}
