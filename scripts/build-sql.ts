import pg from 'pg';
import type { Row, Sql, Statement } from '../src/db/client.ts';
import { CommandError } from './explain.ts';

/** A connection over TCP whose statements have no time limit. The caller ends it. Throws CommandError. */
export async function openBuildConnection(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect().catch((error: NodeJS.ErrnoException) => {
    // A refusal at every address of a name is one error without a message.
    const reason = error.syscall === 'connect' || error.message === '' ? error.code : error.message;
    throw new CommandError(`The database at ${new URL(url).host} cannot be opened (${reason}).`, {
      cause: error,
    });
  });
  await client.query('set statement_timeout = 0');
  return client;
}

const run = async (client: pg.Client, { text, params }: Statement): Promise<Row[]> =>
  (await client.query<Row>(text, [...params])).rows;

/**
 * Postgres over TCP for what takes minutes or hours, such as an index: the database's default limit does not hold for it.
 * Each call opens its own connection, because PGlite has only one session and others wait for it.
 */
export function createBuildSql(url: string): Sql {
  const connected = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = await openBuildConnection(url);
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  return {
    query: <T>(statement: Statement) => connected(async (client) => (await run(client, statement)) as T[]),
    batch: (statements, { readOnly = false } = {}) =>
      connected(async (client) => {
        const results: Row[][] = [];
        // Closing the connection rolls a failed transaction back.
        await client.query(readOnly ? 'begin read only' : 'begin');
        for (const statement of statements) results.push(await run(client, statement));
        await client.query('commit');
        return results;
      }),
  };
}
