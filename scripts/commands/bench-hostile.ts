import type { Command } from 'commander';
import type { HostileBench } from '../bench/hostile/bench-hostile.ts';
import { wholeNumber } from '../command-options.ts';
import { showStep } from '../progress.ts';

const MAX_COUNT = 1_000_000;

interface Options {
  tracks: number;
  analyses?: number;
  seed: string;
  seconds: number;
  connections: number;
  addresses: number;
  json?: boolean;
}

export function addBenchHostile(command: Command): void {
  command
    .option('--tracks <n>', 'synthetic songs', wholeNumber(1, MAX_COUNT), 57_718)
    .option('--analyses <n>', 'rows of analyses (default: one per song)', wholeNumber(0, MAX_COUNT))
    .option('--seed <text>', 'seed of the songs', '1')
    .option('--seconds <n>', 'duration of each of the three attacks', wholeNumber(1, MAX_COUNT), 60)
    .option('--connections <n>', 'concurrent requests', wholeNumber(1, MAX_COUNT), 8)
    .option('--addresses <n>', 'number of different client addresses', wholeNumber(1, MAX_COUNT), 1)
    .option('--json', 'print one JSON object last')
    .action(async ({ json, analyses, ...options }: Options) => {
      const { benchHostile } = await import('../bench/hostile/bench-hostile.ts');
      const bench = await benchHostile({
        ...options,
        analyses: analyses ?? options.tracks,
        onStep: showStep(),
      });
      console.log(json ? JSON.stringify(bench) : describe(bench));
    });
}

function describe(bench: HostileBench): string {
  const rows = Object.entries(bench.attacks).map(([name, one]) =>
    [
      `| ${name}`,
      one.requests,
      Object.entries(one.statuses)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', '),
      one.lyrics_lines,
      one.postgres_seconds,
      one.megabytes,
      one.an_hour.lyrics_lines,
      one.an_hour.postgres_seconds,
      `${one.an_hour.megabytes} |`,
    ].join(' | '),
  );
  return [
    `${bench.tracks} songs of ${bench.lyrics_lines_stored} lines, ${bench.addresses} address(es), ${bench.connections} ` +
      `requests at a time; load average ${bench.load_average}`,
    '| attack on | requests | answers | lines | Postgres, s | MB | lines an hour | Postgres, s an hour | MB an hour |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
