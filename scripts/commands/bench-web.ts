import type { Command } from 'commander';
import { wholeNumber } from '../command-options.ts';
import { showStep } from '../progress.ts';

export function addBenchWeb(command: Command): void {
  command
    .option('--songs <n>', 'points on the map', wholeNumber(100, 1_000_000), 57_718)
    .option('--rounds <n>', 'times that each wait is measured', wholeNumber(1, 100), 5)
    .option('--json', 'print one JSON object')
    .action(async ({ json, ...options }: { songs: number; rounds: number; json?: boolean }) => {
      const { benchWeb } = await import('../bench/web/bench-web.ts');
      const bench = await benchWeb({ ...options, onStep: showStep() });
      const text = [
        `first load ${bench.first_load_bytes} bytes; largest paint ${bench.lcp_ms} ms, blocked ${bench.tbt_ms} ms at a quarter of the processor`,
        `key to colour ${bench.keystroke_to_colour_p95_ms} ms (p95, a quarter of the processor), key to results ${bench.keystroke_to_results_ms} ms`,
        `map of ${bench.songs} songs: ${bench.map_fps} frames a second, ${bench.map_fps_ratio} of an empty canvas (${bench.map_painter})`,
      ].join('\n');
      console.log(json ? JSON.stringify(bench) : text);
    });
}
