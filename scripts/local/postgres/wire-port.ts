import { connect, createServer, type Socket } from 'node:net';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { LOOPBACK, PortBusyError } from '../http-server.ts';
import type { PgliteEngine } from './pglite-engine.ts';

export interface WirePort {
  port: number;
  close(): Promise<void>;
}

/**
 * Postgres' own protocol over TCP, for migrations, `pg` and psql. PGlite has a single session: a client has it for
 * itself from connect to disconnect, and further clients and HTTP requests wait for their turn.
 */
export async function openWirePort(engine: PgliteEngine, port = 0): Promise<WirePort> {
  const inner = new PGLiteSocketServer({ db: engine.database, host: LOOPBACK, port: 0, maxConnections: 2 });
  await inner.start();
  const innerPort = Number(inner.getServerConn().split(':').at(-1));
  const clients = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true }, (client) => {
    clients.add(client);
    client.on('error', () => client.destroy());
    client.once('close', () => clients.delete(client));
    void serveClient(engine, client, innerPort);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortBusyError('Postgres over TCP', port, error) : error),
    );
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const client of clients) client.destroy();
      await closed;
      await inner.stop();
    },
  };
}

async function serveClient(engine: PgliteEngine, client: Socket, innerPort: number): Promise<void> {
  const release = await engine.takeSession();
  try {
    if (!client.destroyed) await join(client, connect(innerPort, LOOPBACK));
    // The socket server rolls a half-done transaction back by itself, but only after its side has closed.
    if (engine.database.isInTransaction()) await engine.database.exec('ROLLBACK');
  } finally {
    release();
  }
}

function join(client: Socket, inner: Socket): Promise<void> {
  inner.setNoDelay(true);
  client.setNoDelay(true);
  client.pipe(inner).pipe(client);
  client.resume();
  client.once('close', () => inner.destroy());
  inner.on('error', () => client.destroy());
  return new Promise((resolve) =>
    inner.once('close', () => {
      client.destroy();
      resolve();
    }),
  );
}
