import type { ServiceContext } from '../context.ts';
import { createSql, type Sql, type SqlConfig, unconfiguredSql } from '../db/client.ts';
import { AppError } from '../lib/errors.ts';
import type { InFlightLimit } from '../lib/resilience/limit-in-flight.ts';

type Context = Pick<ServiceContext, 'metrics' | 'clock' | 'signal'>;

/**
 * A database of an invocation; null: none is configured. Every round trip counts against the limit of its isolate, and is counted and timed; a
 * failure under the code of its error.
 */
export function openSql(ctx: Context, database: SqlConfig | null, limited: InFlightLimit): Sql {
  if (database === null) return unconfiguredSql;
  const inner = createSql({ ...database, signal: ctx.signal });
  return {
    query: (statement) => measured(ctx, () => limited(() => inner.query(statement))),
    batch: (statements, options) => measured(ctx, () => limited(() => inner.batch(statements, options))),
  };
}

async function measured<T>({ metrics, clock }: Context, ask: () => Promise<T>): Promise<T> {
  const started = clock.now();
  const note = (result: string) => {
    metrics.count('barline_database_requests_total', { result });
    metrics.observe('barline_database_seconds', {}, (clock.now() - started) / 1000);
  };
  try {
    const answer = await ask();
    note('ok');
    return answer;
  } catch (error) {
    note(error instanceof AppError ? error.code.toLowerCase() : 'other');
    throw error;
  }
}
