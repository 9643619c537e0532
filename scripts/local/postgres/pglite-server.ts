import { type HttpHandler, LOOPBACK, sendText, startHttpServer } from '../http-server.ts';
import { neonHandler } from './neon-http.ts';
import { openPglite, type PgliteSettings } from './pglite-engine.ts';
import { openWirePort } from './wire-port.ts';

export interface PgliteOptions extends PgliteSettings {
  httpPort?: number;
  wirePort?: number;
  password: string;
}

export interface PgliteServer {
  httpPort: number;
  wirePort: number;
  /** Resolves when Postgres has answered a query. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** PGlite behind Neon's HTTP protocol and behind Postgres' own, in this thread. */
export async function servePglite(options: PgliteOptions): Promise<PgliteServer> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const part of closing.reverse()) await part();
  };
  try {
    // The port first: that it is taken is known at once, and opening PGlite takes seconds.
    let handler: HttpHandler = (_, response) => sendText(response, 503, 'Postgres is starting.');
    const http = await startHttpServer(
      { port: options.httpPort ?? 0, name: 'Postgres' },
      (request, response) => handler(request, response),
    );
    closing.push(http.close);
    const wire = await openWirePort(options.wirePort);
    closing.push(wire.close);
    const engine = await openPglite(options);
    closing.unshift(() => engine.close());
    await wire.serve(engine);
    handler = neonHandler({ engine, password: options.password });
    const ping = async () => {
      await engine.query({ text: 'select 1', params: [] }, {});
    };
    return { httpPort: http.port, wirePort: wire.port, ping, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export function wireUrl(server: PgliteServer): string {
  return `postgresql://postgres@${LOOPBACK}:${server.wirePort}/postgres`;
}
