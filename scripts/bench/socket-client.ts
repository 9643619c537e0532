import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A POST request as the bytes that go over the wire. */
export interface WireRequest {
  host: string;
  port: number;
  bytes: Buffer;
}

export interface WireAnswer {
  status: number;
  headers: string;
  body: Buffer;
  ms: number;
}

/** A POST of JSON; `encoding` is its Accept-Encoding, none if absent. */
export function wireRequest(url: string, value: object, encoding?: string): WireRequest {
  const { hostname, port, host, pathname } = new URL(url);
  const body = JSON.stringify(value);
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(encoding === undefined ? [] : [`accept-encoding: ${encoding}`]),
  ];
  return { host: hostname, port: Number(port), bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`) };
}

/** One connection that sends a request after the other: little is spent on the client, which shares the machine. */
export interface SocketClient {
  send(request: WireRequest): Promise<WireAnswer>;
  close(): void;
}

const END_OF_HEAD = '\r\n\r\n';
/** Answers that end with their head, whatever it says of a length (RFC 9112, 6.3). */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 304]);

export async function openSocket({ host, port }: WireRequest): Promise<SocketClient> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  return {
    send: async ({ bytes }) => {
      const started = performance.now();
      const answer = receive(socket);
      socket.write(bytes);
      return { ...(await answer), ms: performance.now() - started };
    },
    close: () => socket.destroy(),
  };
}

/** The next answer of a connection. */
function receive(socket: Socket): Promise<Omit<WireAnswer, 'ms'>> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const settle = (work: () => void) => {
      socket.off('data', onData).off('error', onError).off('close', onClose);
      work();
    };
    const onError = (error: Error) => settle(() => reject(error));
    const onClose = () => onError(new Error('the connection was closed'));
    const onData = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      try {
        const answer = read(received);
        if (answer !== null) settle(() => resolve(answer));
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
      }
    };
    socket.on('data', onData).on('error', onError).on('close', onClose);
  });
}

function read(received: Buffer): Omit<WireAnswer, 'ms'> | null {
  const end = received.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const headers = received.subarray(0, end).toString('latin1');
  const rest = received.subarray(end + END_OF_HEAD.length);
  const status = Number(headers.slice(9, 12));
  const body = WITHOUT_BODY.has(status) ? Buffer.alloc(0) : readBody(headers, rest);
  return body === null ? null : { status, headers, body };
}

function readBody(headers: string, rest: Buffer): Buffer | null {
  const length = /^content-length: *(\d+)/im.exec(headers)?.[1];
  return length === undefined ? readChunks(rest) : readWhole(rest, Number(length));
}

const readWhole = (rest: Buffer, length: number): Buffer | null => (rest.length < length ? null : rest);

/** The body of a chunked answer (RFC 9112, 7.1); null while it is incomplete. */
function readChunks(rest: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = rest.indexOf('\r\n', at);
    if (end < 0) return null;
    const size = Number.parseInt(rest.subarray(at, end).toString('latin1'), 16);
    if (Number.isNaN(size)) throw new Error('an answer without a length');
    at = end + 2 + size + 2;
    if (rest.length < at) return null;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(rest.subarray(end + 2, end + 2 + size));
  }
}
