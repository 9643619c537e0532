import type { Command } from 'commander';
import type { ExportBench } from '../bench/bench-export.ts';
import { wholeNumber } from '../command-options.ts';
import { showStep } from '../progress.ts';

const MAX_COUNT = 1_000_000;

interface Options {
  tracks: number;
  analyses: number;
  full: number;
  seed: string;
  json?: boolean;
}

const describe = ({ exports, ...bench }: ExportBench): string =>
  [
    `${bench.tracks} songs, ${bench.analyses} analyses; one of full size has ${bench.full_analysis_bytes} bytes; ` +
      `load average ${bench.load_average}`,
    '| export | rows | rows a second | MB | memory before, MB | at its peak |',
    '|---|---|---|---|---|---|',
    ...Object.entries(exports).map(
      ([name, e]) =>
        `| ${name} | ${e.rows} | ${e.rows_per_second} | ${e.megabytes} | ${e.memory_before_mb} | ${e.memory_peak_mb} |`,
    ),
  ].join('\n');

export function addBenchExport(command: Command): void {
  command
    .option('--tracks <n>', 'songs', wholeNumber(1, MAX_COUNT), 10_000)
    .option('--analyses <n>', 'rows of small analyses', wholeNumber(1, MAX_COUNT), 40_000)
    .option('--full <n>', 'additional analyses of full size', wholeNumber(1, MAX_COUNT), 4000)
    .option('--seed <text>', 'seed of the songs', '1')
    .option('--json', 'print one JSON object last')
    .action(async ({ full, json, ...options }: Options) => {
      const { benchExport } = await import('../bench/bench-export.ts');
      const bench = await benchExport({ ...options, fullAnalyses: full, onStep: showStep() });
      console.log(json ? JSON.stringify(bench) : describe(bench));
    });
}
