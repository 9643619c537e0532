import {
  addOutgoing,
  NOTHING,
  type Outgoing,
  readWire,
  type SentRequest,
  type Service,
} from '../../scripts/bench/request/read-wire.ts';

export interface MeasuredRequest {
  outgoing: Outgoing;
  /** Requests that only added to the counters. */
  metrics: number;
  sent: SentRequest[];
}

/** Counts what a Worker of these variables asks of others until the work ends. */
export async function measureOutgoing(
  vars: Readonly<Record<string, string>>,
  work: () => Promise<unknown>,
): Promise<MeasuredRequest> {
  const { fetch } = globalThis;
  const sent: SentRequest[] = [];
  const serviceAt = (url: string): Service => {
    if (url.startsWith(vars.DATABASE_FETCH_ENDPOINT ?? ' ')) return 'postgres';
    return url.startsWith(vars.UPSTASH_REDIS_REST_URL ?? ' ') ? 'redis' : 'other';
  };
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await request.clone().text();
    sent.push({ service: serviceAt(request.url), path: new URL(request.url).pathname, body });
    return fetch(input, init);
  };
  try {
    await work();
  } finally {
    globalThis.fetch = fetch;
  }
  const prices = sent.map(readWire);
  const own = prices.filter(({ isMetrics }) => !isMetrics);
  return {
    outgoing: own.map(({ outgoing }) => outgoing).reduce(addOutgoing, NOTHING),
    metrics: prices.length - own.length,
    sent: sent.filter((_, i) => prices[i]?.isMetrics === false),
  };
}
