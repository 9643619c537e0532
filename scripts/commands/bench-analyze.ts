import type { Command } from 'commander';
import { PEER_MISSING } from '../bench/analyze-peer.ts';
import type { Rate } from '../bench/analyze-rates.ts';
import type { AnalyzeBench } from '../bench/bench-analyze.ts';
import { wholeNumber } from '../command-options.ts';

const LEAST = 10;

const line = (name: string, { p50_ms, p95_ms, ...ratios }: AnalyzeBench['cached']): string =>
  `${name}: p50 ${p50_ms} ms (${ratios.p50_ratio} x bare), p95 ${p95_ms} ms (${ratios.p95_ratio} x)`;

const rate = (name: string, { per_second, p50_ms, p95_ms, body_bytes }: Rate): string =>
  `  ${name}: ${per_second} a second, p50 ${p50_ms} ms, p95 ${p95_ms} ms, ${body_bytes} bytes`;

const describe = (bench: AnalyzeBench): string =>
  [
    `a bare route with one Redis call: p50 ${bench.bare.p50_ms} ms, p95 ${bench.bare.p95_ms} ms`,
    line('cached', bench.cached),
    line('cached in Postgres', bench.postgres_cached),
    line('fresh, the model at 0 ms', bench.fresh),
    `over ${bench.rates.connections} connections:`,
    rate('a bare route', bench.rates.bare),
    rate('cached', bench.rates.cached),
    rate('cached, without compression', bench.rates.cached_identity),
    rate('cached, the client has it', bench.rates.cached_known),
    bench.rates.peer === null ? PEER_MISSING : rate('FastAPI with two workers', bench.rates.peer),
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

export function addBenchAnalyze(command: Command): void {
  command
    .option('--rounds <n>', 'requests of each kind', wholeNumber(LEAST, 10_000), 400)
    .option('--requests <n>', 'number of requests in the stream', wholeNumber(LEAST, 1_000_000), 20_000)
    .option('--songs <n>', 'number of different songs in the stream', wholeNumber(LEAST, 100_000), 2000)
    .option('--entries <n>', 'number of analyses to fill Redis with', wholeNumber(LEAST, 1_000_000), 100_000)
    .option('--json', 'print one JSON object')
    .action(async ({ json, ...options }: Options) => {
      const { benchAnalyze } = await import('../bench/bench-analyze.ts');
      const bench = await benchAnalyze(options);
      console.log(json ? JSON.stringify(bench) : describe(bench));
    });
}
