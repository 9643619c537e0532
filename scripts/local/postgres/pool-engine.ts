import pg from 'pg';
import {
  beginStatement,
  cancelled,
  checkRequest,
  type ErrorFields,
  type PostgresEngine,
  PostgresError,
  type QueryField,
  type QueryOutcome,
  type QueryRequest,
  type SessionSettings,
  type TransactionOptions,
} from './engine.ts';
import { leavesTraces, sessionKey, sessionStatements } from './session.ts';

export interface PoolOptions {
  connectionString: string;
  /** Connections at most. */
  size: number;
}

/** Any Postgres behind the same interface as PGlite, over a pool of connections. */
export function openPool(options: PoolOptions): PostgresEngine {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.size,
    connectionTimeoutMillis: 15_000,
    allowExitOnIdle: true,
  });
  // A server that restarts drops its clients: the query at hand reports it, the pool replaces them.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PooledSessions(pool, options.connectionString);
}

/** The client, and whether it is still connected. */
interface Caller {
  session: SessionSettings;
  gone: AbortSignal | undefined;
}

const CLEAN = sessionKey({});
/** Values stay the text that Postgres wrote. */
const RAW_TEXT = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

class PooledSessions implements PostgresEngine {
  readonly #pool: pg.Pool;
  readonly #connectionString: string;
  readonly #sessions = new WeakMap<pg.PoolClient, string>();

  constructor(pool: pg.Pool, connectionString: string) {
    this.#pool = pool;
    this.#connectionString = connectionString;
  }

  async query(request: QueryRequest, session: SessionSettings, gone?: AbortSignal): Promise<QueryOutcome> {
    checkRequest(request);
    return await this.#withClient({ session, gone }, (client) => this.#run(client, request));
  }

  async batch(
    requests: QueryRequest[],
    transaction: TransactionOptions,
    session: SessionSettings,
    gone?: AbortSignal,
  ): Promise<QueryOutcome[]> {
    for (const request of requests) checkRequest(request);
    return await this.#withClient({ session, gone }, async (client) => {
      await client.query(beginStatement(transaction));
      const outcomes: QueryOutcome[] = [];
      for (const request of requests) outcomes.push(await this.#run(client, request));
      await client.query('COMMIT');
      return outcomes;
    });
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #withClient<T>(caller: Caller, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const { session, gone } = caller;
    const client = await this.#pool.connect();
    const cancel = () => void this.#cancel(client);
    let broken = false;
    try {
      if (gone?.aborted) throw cancelled();
      gone?.addEventListener('abort', cancel, { once: true });
      await this.#switchTo(client, session);
      return await work(client);
    } catch (error) {
      if (error instanceof PostgresError) throw error;
      broken = !(error instanceof pg.DatabaseError);
      throw broken ? error : new PostgresError((error as Error).message, error as ErrorFields);
    } finally {
      gone?.removeEventListener('abort', cancel);
      broken ||= !(await endTransaction(client).then(
        () => true,
        () => false,
      ));
      client.release(broken);
    }
  }

  /** Uses a separate connection, because those of the pool may all be busy. */
  async #cancel(client: pg.PoolClient): Promise<void> {
    const { processID } = client as pg.PoolClient & { processID?: number | null };
    const other = new pg.Client({ connectionString: this.#connectionString });
    other.on('error', () => undefined);
    try {
      await other.connect();
      await other.query('select pg_cancel_backend($1)', [processID]);
    } catch {
      // The database is away: it runs nothing that could be cancelled.
    } finally {
      await other.end().catch(() => undefined);
    }
  }

  async #switchTo(client: pg.PoolClient, session: SessionSettings): Promise<void> {
    const key = sessionKey(session);
    const current = this.#sessions.get(client) ?? CLEAN;
    if (current === key) return;
    this.#sessions.set(client, 'unknown');
    await client.query('DISCARD ALL');
    for (const { text, params } of sessionStatements(session)) await client.query(text, params);
    this.#sessions.set(client, key);
  }

  async #run(client: pg.PoolClient, { text, params }: QueryRequest): Promise<QueryOutcome> {
    const result = await client.query(rawQuery(text, params));
    if (leavesTraces(text, result.command ?? '')) this.#sessions.set(client, 'unknown');
    return {
      fields: result.fields.map(toField),
      rows: result.rows,
      command: result.command ?? '',
      rowCount: result.rowCount,
    };
  }
}

/** The extended protocol even without parameters, so that one query is one statement. */
function rawQuery(text: string, values: (string | null)[]): pg.QueryArrayConfig {
  return { text, values, rowMode: 'array', types: RAW_TEXT, queryMode: 'extended' } as pg.QueryArrayConfig;
}

async function endTransaction(client: pg.PoolClient): Promise<void> {
  const { getTransactionStatus } = client as pg.PoolClient & { getTransactionStatus?: () => string | null };
  if (getTransactionStatus?.call(client) !== 'I') await client.query('ROLLBACK');
}

function toField(field: pg.FieldDef): QueryField {
  const { name, dataTypeID, tableID, columnID, dataTypeSize, dataTypeModifier } = field;
  return { name, dataTypeID, tableID, columnID, dataTypeSize, dataTypeModifier, format: 'text' };
}
