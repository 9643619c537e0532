import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { LOOPBACK, PortBusyError } from '../http-server.ts';
import type { PgliteEngine } from './pglite-engine.ts';

export interface WirePort {
  port: number;
  /** Until then clients wait. */
  serve(engine: PgliteEngine): Promise<void>;
  close(): Promise<void>;
}

/**
 * Postgres' own protocol over TCP, for migrations, `pg` and psql. PGlite has a single session: a client has it for
 * itself from connect to disconnect, and further clients and HTTP requests wait for their turn.
 */
export async function openWirePort(port = 0): Promise<WirePort> {
  const serving = Promise.withResolvers<Inner>();
  const clients = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true }, (client) => {
    clients.add(client);
    client.on('error', () => client.destroy());
    client.once('close', () => clients.delete(client));
    void serving.promise.then((inner) => serveClient(inner, client));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortBusyError('Postgres over TCP', port, error) : error),
    );
    server.listen(port, LOOPBACK, resolve);
  });
  let inner: Inner | null = null;
  return {
    port: (server.address() as AddressInfo).port,
    async serve(engine) {
      inner = await startInner(engine);
      serving.resolve(inner);
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const client of clients) client.destroy();
      await closed;
      await inner?.server.stop();
    },
  };
}

interface Inner {
  engine: PgliteEngine;
  server: PGLiteSocketServer;
  port: number;
}

/** It refuses a second client where ours has it wait, and lets HTTP requests into a client's transaction. */
async function startInner(engine: PgliteEngine): Promise<Inner> {
  const server = new PGLiteSocketServer({ db: engine.database, host: LOOPBACK, port: 0, maxConnections: 2 });
  await server.start();
  return { engine, server, port: Number(server.getServerConn().split(':').at(-1)) };
}

async function serveClient({ engine, port }: Inner, client: Socket): Promise<void> {
  const release = await engine.takeSession();
  try {
    if (!client.destroyed) await join(client, connect(port, LOOPBACK));
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
