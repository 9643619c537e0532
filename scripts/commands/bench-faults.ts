import type { Command } from 'commander';
import type { FaultResult } from '../bench/fault-result.ts';
import { decimal, wholeNumber } from '../command-options.ts';

interface FaultOptions {
  songs: number;
  rate: number;
  only?: string[];
  json?: boolean;
}

export function addBenchFaults(command: Command): void {
  command
    .option('--songs <n>', 'songs of each artist', wholeNumber(1, 100_000), 1000)
    .option('--rate <n>', 'requests per second to a host', decimal(0.01, 10_000), 50)
    .option('--only <text...>', 'only faults whose name contains one of these')
    .option('--json', 'print one JSON object last')
    .action(async ({ songs, rate, only, json }: FaultOptions) => {
      const { benchFaults } = await import('../bench/bench-faults.ts');
      const results = await benchFaults({
        songs,
        requestsPerSecond: rate,
        only: only ?? null,
        onResult: (result) => console.error(formatRow(result)),
      });
      if (json) console.log(JSON.stringify({ requests_per_second_allowed: rate, faults: results }));
      else console.log(formatTable(results));
      if (results.some(({ lost, doubled }) => lost + doubled > 0)) process.exitCode = 1;
    });
}

const formatRow = (row: FaultResult): string =>
  `| ${row.fault} | ${row.what_happened} | ${row.songs} | ${row.lost} | ${row.doubled} | ${row.unavailable} | ${row.requests} | ${row.requests_per_second} | ${row.longest_pause_s} |`;

function formatTable(rows: readonly FaultResult[]): string {
  return [
    '| fault | what happened | songs | lost | doubled | unavailable | requests | requests/s | longest pause, s |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(formatRow),
  ].join('\n');
}
