import type pg from 'pg';
import type { Row, Sql, Statement } from '../../src/db/client.ts';
import { openBuildConnection } from '../build-sql.ts';
import { CommandError } from '../explain.ts';

/** Enough for the vector indexes of some ten thousand songs; more is built from disk, which takes longer. */
const INDEX_MEMORY = '256MB';

const HINTS: Readonly<Record<string, string>> = {
  '53100': 'The disk of the database is full. Make room, then run the same command: it goes on where it was.',
  '42501': 'The role of --database-url may not do that; use the owner of the database.',
  '25006': 'The database is read-only: --database-url has to name the primary.',
};
/** The connection is gone, or the server is ending or starting. */
const LOST = /^(?:08|57P0)/;
const LOST_SOCKET = /Connection terminated|ECONNRESET|EPIPE|not queryable/;
const GO_ON = 'Run the same command again: it goes on where it was.';

export interface RestoreDatabase {
  sql: Sql;
  /** Gives the connection up while `work` has the database to itself: PGlite has only one session. */
  without<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Postgres over one connection without time limits. Throws CommandError if it cannot be opened. */
export async function openRestoreDatabase(url: string): Promise<RestoreDatabase> {
  const connect = async (): Promise<pg.Client> => {
    const client = await openBuildConnection(url);
    await client.query(`set maintenance_work_mem = '${INDEX_MEMORY}'`);
    return client;
  };
  let client = await connect();
  const run = async ({ text, params }: Statement): Promise<Row[]> =>
    (await client.query<Row>(text, [...params])).rows;
  return {
    sql: {
      query: <T>(statement: Statement) => explained(async () => (await run(statement)) as T[]),
      batch: (statements, { readOnly = false } = {}) =>
        explained(async () => {
          await client.query(readOnly ? 'begin read only' : 'begin');
          try {
            const results: Row[][] = [];
            for (const statement of statements) results.push(await run(statement));
            await client.query('commit');
            return results;
          } catch (error) {
            await client.query('rollback').catch(() => undefined);
            throw error;
          }
        }),
    },
    without: async (work) => {
      await client.end();
      const result = await work();
      client = await connect();
      return result;
    },
    close: () => client.end(),
  };
}

/** Failures that the operator can mend, in words. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string };
    const hint = HINTS[code];
    if (hint !== undefined) throw new CommandError(`${hint} (${message})`, { cause: error });
    if (LOST.test(code) || LOST_SOCKET.test(message))
      throw new CommandError(`The connection to the database was lost (${message}). ${GO_ON}`, {
        cause: error,
      });
    throw error;
  }
}
