import type { Row } from './client.ts';

/**
 * The rows of one statement of a batch, typed as its select list. The driver loses the types, so the author of the
 * statement is responsible for them, as with `query<T>`; the queries' tests against Postgres check them.
 */
export function rowsOf<T extends object>(rows: readonly Row[] | undefined): T[] {
  return (rows ?? []) as unknown as T[];
}

/** The first of these rows; null if there is none. */
export function firstOf<T extends object>(rows: readonly Row[] | undefined): T | null {
  return rowsOf<T>(rows)[0] ?? null;
}
