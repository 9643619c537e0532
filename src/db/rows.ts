import type { Row } from './client.ts';

/**
 * The rows of one statement of a batch as what its select lists. Types vanish at the driver, so whoever writes the statement
 * vouches for them, as with `query<T>`; the queries' tests against Postgres hold them to it.
 */
export function rowsOf<T extends object>(rows: readonly Row[] | undefined): T[] {
  return (rows ?? []) as unknown as T[];
}

/** The first of such rows; null where there is none. */
export function firstOf<T extends object>(rows: readonly Row[] | undefined): T | null {
  return rowsOf<T>(rows)[0] ?? null;
}
