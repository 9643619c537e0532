import { LOOPBACK, startHttpServer } from '../http-server.ts';
import { neonHandler } from './neon-http.ts';
import { openPglite } from './pglite-engine.ts';
import { openWirePort } from './wire-port.ts';

export interface PgliteOptions {
  /** Absent: in memory. */
  dataDir?: string;
  httpPort?: number;
  wirePort?: number;
  password: string;
}

export interface PgliteServer {
  httpPort: number;
  wirePort: number;
  close(): Promise<void>;
}

/** PGlite behind Neon's HTTP protocol and behind Postgres' own, in this thread. */
export async function servePglite(options: PgliteOptions): Promise<PgliteServer> {
  const engine = await openPglite(options.dataDir);
  const closing: (() => Promise<void>)[] = [() => engine.close()];
  const close = async () => {
    for (const part of closing.reverse()) await part();
  };
  try {
    const http = await startHttpServer(
      { port: options.httpPort ?? 0, name: 'Postgres' },
      neonHandler({ engine, password: options.password }),
    );
    closing.push(http.close);
    const wire = await openWirePort(engine, options.wirePort);
    closing.push(wire.close);
    return { httpPort: http.port, wirePort: wire.port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export function wireUrl(server: PgliteServer): string {
  return `postgresql://postgres@${LOOPBACK}:${server.wirePort}/postgres`;
}
