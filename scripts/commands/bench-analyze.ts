import { type Command, InvalidArgumentError } from 'commander';
import { type AnalyzeBench, benchAnalyze } from '../bench/bench-analyze.ts';

const atMost =
  (max: number) =>
  (text: string): number => {
    const count = Number(text);
    if (Number.isInteger(count) && count >= 10 && count <= max) return count;
    throw new InvalidArgumentError(`expected a whole number from 10 to ${max}`);
  };

const line = (name: string, { p50_ms, p95_ms, ...ratios }: AnalyzeBench['cached']): string =>
  `${name}: p50 ${p50_ms} ms (${ratios.p50_ratio} x bare), p95 ${p95_ms} ms (${ratios.p95_ratio} x)`;

const describe = (bench: AnalyzeBench): string =>
  [
    `a bare route with one Redis call: p50 ${bench.bare.p50_ms} ms, p95 ${bench.bare.p95_ms} ms`,
    line('cached', bench.cached),
    line('cached in Postgres', bench.postgres_cached),
    line('fresh, the model at 0 ms', bench.fresh),
    `requests a second: bare ${bench.requests_per_second.bare}, cached ${bench.requests_per_second.cached}`,
    `${bench.zipf.requests} requests for ${bench.zipf.distinct} songs: hit rate ${bench.zipf.hit_rate}, ` +
      `${bench.zipf.model_calls} model calls`,
    `${bench.memory.entries} cached analyses take ${bench.memory.mib} MiB`,
  ].join('\n');

interface Options {
  rounds: number;
  requests: number;
  songs: number;
  entries: number;
  json?: boolean;
}

export function registerBenchAnalyze(parent: Command): void {
  parent
    .command('analyze')
    .description('time /analyze against a bare route, measure its cache and fill it (needs redis-server)')
    .option('--rounds <n>', 'requests of each kind', atMost(10_000), 400)
    .option('--requests <n>', 'requests of the stream', atMost(1_000_000), 20_000)
    .option('--songs <n>', 'songs that the stream asks for', atMost(100_000), 2000)
    .option('--entries <n>', 'analyses that Redis is filled with', atMost(1_000_000), 100_000)
    .option('--json', 'print one JSON object')
    .action(async ({ json, ...options }: Options) => {
      const bench = await benchAnalyze(options);
      console.log(json ? JSON.stringify(bench) : describe(bench));
    });
}
