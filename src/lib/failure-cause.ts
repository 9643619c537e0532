import { z } from 'zod';
import { DatabaseRefusal, type RefusedNames } from './database-refusal.ts';
import { AppError } from './errors.ts';
import { SourceError } from './source-error.ts';

const MAX_MESSAGE_CHARS = 300;
/** Maximum depth of nested causes searched for an upstream. */
const MAX_DEPTH = 5;

/** Why work failed, as it is stored and shown: it contains no parameters of a statement and no text of a song. */
export const FailureCauseSchema = z.object({
  /** Stable: an `ErrorCode`, a source's kind in capitals, `POSTGRES_` and its SQLSTATE, `DATABASE_HTTP_` and a status, or the error's name. */
  code: z.string(),
  message: z.string(),
  /** The upstream that failed, or its host; null if none was called. */
  upstream: z.string().nullable(),
  /** Attempts that ended this way; 0 if none finished. */
  attempts: z.int().nonnegative(),
  first_at: z.string(),
  last_at: z.string(),
});

export type FailureCause = z.infer<typeof FailureCauseSchema>;

interface SqlError extends RefusedNames {
  code: string;
}

/**
 * The failure in words that are safe to store. Messages of our own errors are written to be shown. Messages of
 * Postgres and of the runtime quote their input (a JSON parser shows the text), so only names and fixed words of them
 * are kept.
 */
export function describeCause(error: unknown): Pick<FailureCause, 'code' | 'message' | 'upstream'> {
  const upstream = findUpstream(error, MAX_DEPTH);
  if (error instanceof AppError) {
    return { code: error.code, message: cut(error.detail, httpStatus(error.cause)), upstream };
  }
  if (error instanceof SourceError) {
    return { code: error.kind.toUpperCase(), message: cut(error.message, error.status), upstream };
  }
  if (isSqlError(error)) {
    return { code: `POSTGRES_${error.code}`, message: describeSql(error), upstream: 'database' };
  }
  if (error instanceof DatabaseRefusal) {
    const code = error.code.startsWith('HTTP_') ? `DATABASE_${error.code}` : `POSTGRES_${error.code}`;
    return { code, message: describeSql(error.names), upstream: 'database' };
  }
  // A source's retryable failure is wrapped in a plain error.
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AppError || cause instanceof SourceError) return describeCause(cause);
  const name = error instanceof Error ? error.name : typeof error;
  return { code: toCode(name), message: cut(withoutQuotes(error)), upstream };
}

/** The cause after one more failure: the latest failure, the total count, and the time of the first. */
export function nextCause(previous: FailureCause | null, error: unknown, nowMs: number): FailureCause {
  const now = new Date(nowMs).toISOString();
  return {
    ...describeCause(error),
    attempts: (previous?.attempts ?? 0) + 1,
    first_at: previous?.first_at ?? now,
    last_at: now,
  };
}

/** One line for fields that hold text, such as the reason of a run. */
export function causeText({ code, message, upstream, attempts }: FailureCause): string {
  const at = upstream === null ? '' : ` (${upstream})`;
  return `${code}${at}: ${message}${attempts > 1 ? ` ${attempts} tries.` : ''}`;
}

function findUpstream(error: unknown, depth: number): string | null {
  if (!(error instanceof Error) || depth === 0) return null;
  if (error instanceof SourceError && error.host !== undefined) return error.host;
  if (error instanceof AppError && error.upstream !== undefined) return error.upstream;
  if (error instanceof DatabaseRefusal || isSqlError(error)) return 'database';
  if (error instanceof AppError && error.code === 'DATABASE_UNAVAILABLE') {
    return 'database';
  }
  return findUpstream(error.cause, depth - 1);
}

function isSqlError(error: unknown): error is SqlError {
  return (
    error instanceof Error &&
    error.name === 'NeonDbError' &&
    'code' in error &&
    typeof error.code === 'string'
  );
}

function describeSql({ table, column, constraint }: RefusedNames): string {
  const names = Object.entries({ table, column, constraint }).flatMap(([kind, name]) =>
    name === undefined || name === null ? [] : [`${kind} ${name}`],
  );
  return cut(
    names.length === 0 ? 'The database refused the request.' : `Postgres refused it: ${names.join(', ')}.`,
  );
}

/** Quoted parts of a message may be input. */
function withoutQuotes(error: unknown): string {
  if (!(error instanceof Error)) return 'The thrown value is not an error.';
  return error.message.replace(/"[^"]*"?|`[^`]*`?|'[^']*'?|[{[].*/gs, '…');
}

function toCode(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z_]/g, '')
    .toUpperCase();
}

/** The status of the answer that a client's error reports. */
function httpStatus(cause: unknown): number | undefined {
  const status = cause instanceof Error && 'status' in cause ? cause.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

function cut(text: string, status?: number): string {
  const said = status === undefined || text.includes(String(status)) ? text : `${text} HTTP ${status}.`;
  const line = said.replace(/\s+/g, ' ').trim().toWellFormed();
  return line.length <= MAX_MESSAGE_CHARS ? line : `${line.slice(0, MAX_MESSAGE_CHARS - 1)}…`;
}
