import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { WireRequest } from './draft.ts';

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Unpacked. */
  body: Buffer;
  /** Whether the body was read to its end; a stream is left after a while. */
  whole: boolean;
  ms: number;
}

/** Streams may stay open for long: they are left after this time. */
const STREAM_MS = 2000;
/** An answer that has not begun by then is a fault. */
export const TIMEOUT_MS = 30_000;

const agent = new Agent({ keepAlive: true });

function unpack(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  if (encoding === 'gzip') return gunzipSync(body);
  return encoding === 'br' ? brotliDecompressSync(body) : body;
}

/** Sends a request exactly as it is written and reads the answer; rejects without one. */
export function send(url: string, { method, target, headers, body }: WireRequest): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const started = performance.now();
  const length = body === null ? {} : { 'content-length': String(body.length) };
  return new Promise((resolve, reject) => {
    const options = { agent, hostname, port, method, path: target, headers: { ...headers, ...length } };
    const outgoing = request({ ...options, timeout: TIMEOUT_MS }, (incoming) => {
      const chunks: Buffer[] = [];
      const finish = (whole: boolean) => {
        clearTimeout(timer);
        const given = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
        try {
          const bytes = Buffer.concat(chunks);
          const content = whole ? unpack(bytes, incoming.headers['content-encoding']) : bytes;
          const ms = performance.now() - started;
          resolve({
            status: incoming.statusCode ?? 0,
            headers: Object.fromEntries(given),
            body: content,
            whole,
            ms,
          });
        } catch (error) {
          reject(error);
        }
      };
      const isStream = incoming.headers['content-type']?.startsWith('text/event-stream') === true;
      const timer = setTimeout(
        () => {
          finish(false);
          outgoing.destroy();
        },
        isStream ? STREAM_MS : TIMEOUT_MS,
      );
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.once('end', () => finish(true));
      incoming.once('error', reject);
    });
    outgoing.once('timeout', () => outgoing.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    outgoing.once('error', reject);
    if (body === null) outgoing.end();
    else outgoing.end(body);
  });
}

/** Ends the connections that are kept for the next request. */
export const closeConnections = (): void => agent.destroy();
