import { type Command, Option } from 'commander';
import type { ImportBench } from '../bench/bench-import.ts';
import { wholeNumber } from '../command-options.ts';

const KINDS = [
  'ndjson',
  'json',
  'csv',
  'csv-gz',
  'csv-utf16',
  'one-cell',
] as const satisfies readonly ImportBench['kind'][];
const DEFAULT_MB = 100;

const describe = (bench: ImportBench): string =>
  `${bench.kind.padEnd(9)} ${bench.megabytes} MB: ${bench.rows} rows and ${bench.refused} refused in ${bench.seconds} s, ${bench.rows_per_second} rows/s, ${bench.megabytes_per_second} MB/s, memory ${bench.start_rss_mb} MB before, ${bench.peak_rss_mb} MB at most`;

export function addBenchImport(command: Command): void {
  command
    .option('--megabytes <n>', 'size of each file, as text before packing', wholeNumber(1, 4096), DEFAULT_MB)
    .addOption(new Option('--kind <kind>', 'only this kind of file').choices(KINDS))
    .option('--json', 'print one JSON object a line')
    .action(
      async ({
        megabytes,
        kind,
        json,
      }: {
        megabytes: number;
        kind?: ImportBench['kind'];
        json?: boolean;
      }) => {
        const { benchImport } = await import('../bench/bench-import.ts');
        for (const one of kind === undefined ? KINDS : [kind]) {
          const bench = await benchImport(one, megabytes);
          console.log(json ? JSON.stringify(bench) : describe(bench));
        }
      },
    );
}
