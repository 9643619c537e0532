import type { z } from 'zod';
import type { Logger } from './logger.ts';

/** A JSON value read from the database, and the record that holds it, for the log. */
export interface StoredJson {
  value: unknown;
  /** What the value is, such as `analysis`. */
  what: string;
  id: number | string;
}

/**
 * A stored JSON value as its schema reads it; undefined if it has another shape, as another version may have stored
 * it. The log then names the record and the first field that does not fit, without its value. The caller decides what
 * takes its place and must show that something does.
 */
export function readStored<T>(
  log: Pick<Logger, 'warn'>,
  schema: z.ZodType<T>,
  { value, what, id }: StoredJson,
): T | undefined {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  log.warn('a stored value has another shape', {
    what,
    id,
    field: issue?.path.join('.'),
    fault: issue?.code,
  });
  return undefined;
}
