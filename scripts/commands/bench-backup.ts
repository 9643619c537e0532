import type { Command } from 'commander';
import type { BackupBench } from '../bench/bench-backup.ts';
import { filledText, wholeNumber } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { showStep } from '../progress.ts';

const MAX_COUNT = 1_000_000;

interface Options {
  tracks: number;
  analyses: number;
  seed: string;
  data?: string;
  json?: boolean;
}

const describe = ({ written: w, restored: r, ...bench }: BackupBench): string =>
  [
    `written: ${w.rows} rows of ${w.tables} tables in ${w.seconds} s, ${w.steps} steps, the slowest ${w.slowest_step_seconds} s`,
    `${w.parts} parts, ${w.megabytes} MB (${w.ndjson_megabytes} MB before gzip)`,
    `memory of the Worker's process: ${w.memory_before_mb} MB before, ${w.memory_peak_mb} MB at its peak`,
    `copied in ${bench.copied_seconds} s; restored and compared in ${r.seconds} s: ${r.rows_compared} rows, ${r.parts_compared} parts`,
    bench.equal ? 'every row is the same' : `NOT the same; ${r.rows_dropped} rows dropped`,
  ].join('\n');

export function addBenchBackup(command: Command): void {
  command
    .option('--tracks <n>', 'songs', wholeNumber(1, MAX_COUNT), 1000)
    .option('--analyses <n>', 'rows of small analyses', wholeNumber(1, MAX_COUNT), 4000)
    .option('--seed <text>', 'seed of the songs', '1')
    .option(
      '--data <folder>',
      'the database of this data folder, instead of synthetic songs',
      filledText(1000),
    )
    .option('--json', 'print one JSON object last')
    .action(async ({ json, data, ...options }: Options) => {
      const { benchBackup } = await import('../bench/bench-backup.ts');
      const bench = await benchBackup({ ...options, dataDir: data ?? null, onStep: showStep() });
      console.log(json ? JSON.stringify(bench) : describe(bench));
      if (!bench.equal) throw new CommandError('The restored database is not the one that was backed up.');
    });
}
