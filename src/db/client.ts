import { neon, neonConfig } from '@neondatabase/serverless';
import { AppError } from '../lib/errors.ts';
import { toDatabaseError } from './database-error.ts';
import { fetchAnswer } from './fetch-answer.ts';
import { toStorableParam } from './storable.ts';

export type Row = Record<string, unknown>;

/**
 * One statement with its parameters; parameters never become SQL text. In texts that Postgres refuses (NUL, lone
 * surrogates) these characters are sent as U+FFFD.
 */
export interface Statement {
  text: string;
  params: readonly unknown[];
}

/** The interface that db/queries uses: one statement, or several in one round trip and one transaction. */
export interface Sql {
  query<T = Row>(statement: Statement): Promise<T[]>;
  batch(statements: readonly Statement[], options?: { readOnly?: boolean }): Promise<Row[][]>;
}

/** A tagged template that numbers its values: sql`select ${1}` is { text: 'select $1', params: [1] }. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Statement {
  const params: unknown[] = [];
  let text = strings[0] ?? '';
  values.forEach((value, i) => {
    if (isFragment(value)) {
      text += value.text.replaceAll(/\$(\d+)/g, (_, n: string) => `$${Number(n) + params.length}`);
      params.push(...value.params);
    } else {
      params.push(value);
      text += `$${params.length}`;
    }
    text += strings[i + 1] ?? '';
  });
  return { text, params };
}

/**
 * A number of the program's own, written into the statement instead of sent beside it, so that Postgres plans for it even
 * when it keeps the plan.
 */
export function constant(value: number): Statement {
  if (!Number.isFinite(value)) throw new Error(`not a constant: ${value}`);
  return { text: String(value), params: [] };
}

/** Joins SQL fragments into one, for example a where clause of optional filters. */
export function join(parts: readonly Statement[], separator: string): Statement {
  const params: unknown[] = [];
  const texts = parts.map((part) => {
    const shifted = part.text.replaceAll(/\$(\d+)/g, (_, n: string) => `$${Number(n) + params.length}`);
    params.push(...part.params);
    return shifted;
  });
  return { text: texts.join(separator), params };
}

function isFragment(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'text' in value && 'params' in value;
}

/**
 * Longer than the database's own limit (migration statement_timeout), which distinguishes a slow query from an
 * unreachable database.
 */
const TIMEOUT_MS = 8000;

export interface SqlConfig {
  url: string;
  /** Null: derived from the URL's host. */
  fetchEndpoint: string | null;
  timeoutMs?: number;
  /** Aborted when the client has disconnected: running requests are cancelled and fail as CLIENT_GONE. */
  signal?: AbortSignal | null;
}

/**
 * Postgres over Neon's HTTP protocol: a statement or a batch is one request with a time limit. Errors are those of
 * `toDatabaseError`. Nothing is retried here: after a lost answer it is unknown whether a write was applied.
 */
export function createSql(config: SqlConfig): Sql {
  const { timeoutMs = TIMEOUT_MS, signal = null } = config;
  const limits = () => {
    const timeout = AbortSignal.timeout(timeoutMs);
    return { signal: signal === null ? timeout : AbortSignal.any([signal, timeout]) };
  };
  if (config.fetchEndpoint !== null) neonConfig.fetchEndpoint = config.fetchEndpoint;
  neonConfig.fetchFunction = fetchAnswer;
  const client = neon(config.url, { fullResults: true });
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted)
        throw new AppError('CLIENT_GONE', 'The client closed the connection.', { cause: error });
      throw toDatabaseError(error);
    }
  };
  return {
    query: <T>(statement: Statement) =>
      guard(async () => {
        const result = await client.query(statement.text, statement.params.map(toStorableParam), {
          fetchOptions: limits(),
        });
        return result.rows as T[];
      }),
    batch: (statements, options = {}) =>
      guard(async () => {
        const queries = statements.map((statement) =>
          client.query(statement.text, statement.params.map(toStorableParam)),
        );
        const results = await client.transaction(queries, {
          readOnly: options.readOnly ?? false,
          fetchOptions: limits(),
        });
        return results.map((result) => result.rows as Row[]);
      }),
  };
}

const notConfigured = () =>
  Promise.reject(
    new AppError('CONFIG_INVALID', 'DATABASE_URL is not set or cannot be used; GET /health/ready says why.'),
  );

/** Used when no database is configured: every call fails with the name of the variable. */
export const unconfiguredSql: Sql = { query: notConfigured, batch: notConfigured };
