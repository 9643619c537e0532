import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type AnswerSink, answerSink, type Pair, type ProxyFault, pour } from './answer-faults.ts';
import { LOOPBACK } from './http-server.ts';

export type { ProxyFault } from './answer-faults.ts';

/** Stands before a server on loopback, byte by byte, and spoils exchanges while told to. */
export interface FaultProxy {
  port: number;
  /** The address of the proxy itself. */
  url: string;
  /** The same address of the server with the proxy in its place. */
  instead(url: string): string;
  /** From the next exchange on; null: everything is passed on. Resolves when the change holds. */
  set(fault: ProxyFault | null): Promise<void>;
  /** Exchanges that a fault has met. Connections that were refused are not among them. */
  met(): number;
  close(): Promise<void>;
}

interface State {
  targetPort: number;
  fault: ProxyFault | null;
  met: number;
  clients: Set<Socket>;
}

/** Starts a proxy for the server that listens on this port of loopback. */
export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const state: State = { targetPort, fault: null, met: 0, clients: new Set() };
  let server = await listen(state, 0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${LOOPBACK}:${port}`,
    instead: (url) => {
      const changed = new URL(url);
      changed.hostname = LOOPBACK;
      changed.port = String(port);
      return changed.href.replace(/\/$/, url.endsWith('/') ? '/' : '');
    },
    set: async (fault) => {
      state.fault = fault;
      const refuses = fault?.kind === 'refuse';
      if (refuses || fault?.kind === 'reset') for (const client of state.clients) client.resetAndDestroy();
      if (refuses && server.listening) await stop(server);
      if (!refuses && !server.listening) server = await listen(state, port);
    },
    met: () => state.met,
    close: async () => {
      for (const client of state.clients) client.destroy();
      if (server.listening) await stop(server);
    },
  };
}

async function listen(state: State, port: number): Promise<Server> {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => serve(state, client));
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return server;
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });

/** One connection of a client, with one to the server beside it. */
function serve(state: State, client: Socket): void {
  const upstream = connect({ port: state.targetPort, host: LOOPBACK, noDelay: true });
  const pair: Pair = { client, upstream, isHolding: false };
  let sink: AnswerSink | null = null;
  let isAnswering = true;
  let fault: ProxyFault | null = null;
  client.on('data', (piece: Buffer) => {
    if (isAnswering) {
      isAnswering = false;
      fault = state.fault;
      if (fault !== null) state.met += 1;
      sink = answerSink(pair, fault);
    }
    passRequest(pair, piece, fault);
  });
  upstream.on('data', (piece: Buffer) => {
    isAnswering = true;
    sink?.(piece);
  });
  endTogether(state, pair);
}

function endTogether({ clients }: State, pair: Pair): void {
  const { client, upstream } = pair;
  clients.add(client);
  upstream.on('end', () => {
    if (!pair.isHolding) client.end();
  });
  upstream.on('error', () => client.resetAndDestroy());
  client.on('end', () => upstream.end());
  client.on('error', () => upstream.destroy());
  client.on('close', () => {
    clients.delete(client);
    upstream.destroy();
  });
}

/** Passes a piece of a request on, or does what the fault does instead. */
function passRequest({ client, upstream }: Pair, piece: Buffer, fault: ProxyFault | null): void {
  switch (fault?.kind) {
    case 'silent':
      return;
    case 'refuse':
    case 'reset':
      client.resetAndDestroy();
      return;
    case 'status':
      // The rest of the request is read and dropped: closing before would reset the connection.
      if (!client.writableEnded) client.end(cannedAnswer(fault));
      return;
    default:
      pour(piece, client, upstream);
  }
}

function cannedAnswer({ status, headers = {}, body = '' }: ProxyFault & { kind: 'status' }): string {
  const lines = [
    `HTTP/1.1 ${status} Canned`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
