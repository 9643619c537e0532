import { gunzipSync } from 'node:zlib';
import type { AnalyzeWorld } from './analyze-world.ts';
import { quantile, round } from './figures.ts';
import {
  openSocket,
  type SocketClient,
  type WireAnswer,
  type WireRequest,
  wireRequest,
} from './socket-client.ts';

export interface Rate {
  per_second: number;
  p50_ms: number;
  p95_ms: number;
  /** Of an answer, as sent. */
  body_bytes: number;
}

/** Requests for one cached text over 16 connections. */
export interface AnalyzeRates {
  connections: number;
  /** The minimal route, whose Redis value has the size of the cached analysis. */
  bare: Rate;
  cached: Rate;
  /** A client that accepts no compression. */
  cached_identity: Rate;
  /** A client that has the analysis. */
  cached_known: Rate;
  /** FastAPI with two workers; null if it is not installed. */
  peer: Rate | null;
}

const CONNECTIONS = 16;
/** Every kind is measured in turn, so that what else the machine does falls on all of them. */
const TURNS = 5;
const BARE_KEY = 'bench:bare';

type Kind = Exclude<keyof AnalyzeRates, 'connections'>;

export async function measureRates(
  world: AnalyzeWorld,
  lyrics: string,
  requests: number,
): Promise<AnalyzeRates> {
  const kinds = await prepare(world, lyrics);
  const taken: Partial<Record<Kind, Taken>> = {};
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [kind, request] of kinds) {
      const before = taken[kind] ?? { ms: [], elapsedMs: 0, bodyBytes: 0 };
      taken[kind] = add(before, await ask(request, Math.ceil(requests / TURNS)));
    }
  }
  const rateOf = (kind: Kind): Rate => toRate(taken[kind] ?? { ms: [], elapsedMs: 1, bodyBytes: 0 });
  return {
    connections: CONNECTIONS,
    bare: rateOf('bare'),
    cached: rateOf('cached'),
    cached_identity: rateOf('cached_identity'),
    cached_known: rateOf('cached_known'),
    peer: taken.peer === undefined ? null : rateOf('peer'),
  };
}

/** The requests of each kind. Throws if an answer is not the one that is to be measured. */
async function prepare(world: AnalyzeWorld, lyrics: string): Promise<[Kind, WireRequest][]> {
  await world.analyze(lyrics);
  const analysis = await world.analysisOf(lyrics);
  const packed = world.requests.analyze(lyrics, 'gzip');
  const { headers, body } = await once(packed);
  const text = /^content-encoding: *gzip/im.test(headers) ? gunzipSync(body).toString() : String(body);
  if (!text.includes(analysis) || !text.includes('"cached":true')) throw new Error('not the cached answer');
  await world.redis.set(BARE_KEY, body.toString('base64').slice(0, body.length));
  const tag = /^etag: *(\S+)/im.exec(headers)?.[1] ?? '"none"';
  const known = { ...packed, bytes: withHeader(packed.bytes, `if-none-match: ${tag}`) };
  const own: [Kind, WireRequest][] = [
    ['bare', world.requests.bare(BARE_KEY)],
    ['cached', packed],
    ['cached_identity', world.requests.analyze(lyrics)],
    ['cached_known', known],
  ];
  if (world.peer === null) return own;
  await world.peer.cache(lyrics, analysis);
  const peer = wireRequest(`${world.peer.url}/analyze`, { lyrics });
  if (!String((await once(peer)).body).includes('"cached":true'))
    throw new Error('not the answer of the peer');
  return [...own, ['peer', peer]];
}

function withHeader(bytes: Buffer, line: string): Buffer {
  const at = bytes.indexOf('\r\n') + 2;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(`${line}\r\n`), bytes.subarray(at)]);
}

async function once(request: WireRequest): Promise<WireAnswer> {
  const client = await openSocket(request);
  try {
    return await client.send(request);
  } finally {
    client.close();
  }
}

interface Taken {
  ms: number[];
  elapsedMs: number;
  bodyBytes: number;
}

const add = (a: Taken, b: Taken): Taken => ({
  ms: [...a.ms, ...b.ms],
  elapsedMs: a.elapsedMs + b.elapsedMs,
  bodyBytes: b.bodyBytes,
});

const toRate = ({ ms, elapsedMs, bodyBytes }: Taken): Rate => ({
  per_second: Math.round((1000 * ms.length) / elapsedMs),
  p50_ms: round(quantile(ms, 0.5)),
  p95_ms: round(quantile(ms, 0.95)),
  body_bytes: bodyBytes,
});

/** Sends a request again and again over all connections. An answer that is neither 200 nor 304 throws. */
async function ask(request: WireRequest, count: number): Promise<Taken> {
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => openSocket(request)));
  const taken: Taken = { ms: [], elapsedMs: 0, bodyBytes: 0 };
  let left = count;
  const lane = async (client: SocketClient): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { status, ms, body } = await client.send(request);
      if (status !== 200 && status !== 304) throw new Error(`answered ${status}: ${body.toString()}`);
      taken.ms.push(ms);
      taken.bodyBytes = body.length;
    }
  };
  const started = performance.now();
  try {
    await Promise.all(clients.map(lane));
  } finally {
    for (const client of clients) client.close();
  }
  return { ...taken, elapsedMs: performance.now() - started };
}
