import { NO_PAUSE, TIMEOUT_MS } from './client.ts';
import type { RedisPause } from './pause.ts';
import { readBulk } from './read-bulk.ts';

/** Values of Redis as bytes. The client of Upstash knows texts only, which take a third more and must be decoded. */
export interface ByteStore {
  /** Null if there is no such key. */
  get(key: string): Promise<Uint8Array | null>;
  /** At least one byte: an empty body is no value in this protocol. */
  set(key: string, bytes: Uint8Array<ArrayBuffer>, ttlSeconds: number): Promise<void>;
}

/** A store over Upstash's REST protocol; one request a call. Throws if Redis does not answer in time, or refuses. */
export function createByteStore(
  config: { url: string; token: string },
  timeoutMs: number = TIMEOUT_MS,
  pause: Pick<RedisPause, 'signal'> = NO_PAUSE,
): ByteStore {
  const base = config.url.replace(/\/$/, '');
  const send = async (path: string, body: BodyInit): Promise<Uint8Array | null> => {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${config.token}`, 'upstash-response-format': 'resp2' },
      body,
      signal: pause.signal(timeoutMs),
    });
    const reply = new Uint8Array(await response.arrayBuffer());
    if (!response.ok) throw new Error(`Redis answered ${response.status}: ${textOf(reply)}`);
    return readBulk(reply);
  };
  return {
    get: (key) => send('/', JSON.stringify(['GET', key])),
    set: async (key, bytes, ttlSeconds) => {
      await send(`/set/${encodeURIComponent(key)}?EX=${ttlSeconds}`, bytes);
    },
  };
}

const MAX_SHOWN_BYTES = 200;

const textOf = (reply: Uint8Array): string =>
  new TextDecoder().decode(reply.subarray(0, MAX_SHOWN_BYTES)).trim();
