import type { Command } from 'commander';
import { wholeNumber } from '../command-options.ts';

export function addBenchLive(command: Command): void {
  command
    .option('--rounds <n>', 'rounds', wholeNumber(1, 1000), 9)
    .option('--requests <n>', 'requests of each kind in a round', wholeNumber(16, 1_000_000), 2000)
    .option('--json', 'print one JSON object')
    .action(async ({ json, ...options }: { rounds: number; requests: number; json?: boolean }) => {
      const { benchLive } = await import('../bench/bench-live.ts');
      const bench = await benchLive(options);
      const { barline_per_second, bare_per_second, ratio } = bench;
      const text = `/health/live: ${barline_per_second} a second, ${ratio} of a bare route (${bare_per_second})`;
      console.log(json ? JSON.stringify(bench) : text);
    });
}
