import { header, readBody, startHttpServer } from '../local/http-server.ts';
import { MAX_BODY_BYTES } from '../local/redis/upstash-rest.ts';

/** What becomes of a request: `unanswered` ones are carried out, but nobody learns of it. */
export const REDIS_FAULTS = ['refused', 'silent', 'unanswered', 'cut_off'] as const;
export type RedisFault = (typeof REDIS_FAULTS)[number];

export interface FaultyRedis {
  url: string;
  /** From now on; null: every request is answered. */
  fault: RedisFault | null;
  /** Requests that a fault has met. */
  readonly spoilt: () => number;
  close(): Promise<void>;
}

/** Stands before Redis' REST endpoint and spoils its answers when told to. */
export async function startFaultyRedis(target: string): Promise<FaultyRedis> {
  let spoilt = 0;
  const server = await startHttpServer({ name: 'the faulty Redis' }, async (request, response) => {
    const { fault } = redis;
    const body = await readBody(request, MAX_BODY_BYTES);
    if (fault !== null) spoilt += 1;
    if (fault === 'silent') return;
    if (fault === 'refused') {
      response.writeHead(503).end('{"error":"ERR unreachable"}');
      return;
    }
    const answer = await fetch(new URL(request.url ?? '/', target), {
      method: 'POST',
      headers: {
        authorization: header(request, 'authorization') ?? '',
        'content-type': 'application/json',
        'upstash-encoding': header(request, 'upstash-encoding') ?? '',
      },
      body,
    });
    const text = await answer.text();
    if (fault === 'unanswered') return;
    if (fault === 'cut_off') response.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  const redis: FaultyRedis = { url: server.url, fault: null, spoilt: () => spoilt, close: server.close };
  return redis;
}
