import type { Command } from 'commander';
import type { BatchBench, BatchRun } from '../bench/bench-batch.ts';
import { filledText, wholeNumber } from '../command-options.ts';
import { createProgress } from '../progress.ts';

interface BenchBatchOptions {
  items: number;
  rate: number;
  latency: number;
  only?: string;
  json?: boolean;
}

const BURST = 5;

export function addBenchBatch(command: Command): void {
  command
    .option('--items <n>', 'texts of the batch, 1 to 1000', wholeNumber(1, 1000), 300)
    .option('--rate <n>', 'requests per minute that the model accepts', wholeNumber(1, 60_000), 600)
    .option('--latency <ms>', 'response time of the model', wholeNumber(0, 600_000), 300)
    .option('--only <text>', 'only faults whose name contains this', filledText(100))
    .option('--json', 'print one JSON object last')
    .action(async ({ items, rate, latency, only, json }: BenchBatchOptions) => {
      const { benchBatch } = await import('../bench/bench-batch.ts');
      const progress = createProgress('items');
      const bench = await benchBatch({
        items,
        requestsPerMinute: rate,
        burst: BURST,
        latencyMs: latency,
        only: only ?? null,
        onProgress: (fault, done) => progress.update(done, items, fault),
      });
      progress.stop();
      console.log(json ? JSON.stringify(bench) : formatTable(bench));
      const runs = [bench.undisturbed, ...bench.disturbed];
      if (runs.some(({ lost, analysed_twice }) => lost + analysed_twice > 0)) process.exitCode = 1;
    });
}

const formatRow = (name: string, run: BatchRun, inFlight: number): string =>
  `| ${name} | ${run.seconds.toFixed(1)} | ${run.elapsed_over_ideal} | ${run.lost} | ${run.analysed_twice} | ` +
  `${run.calls_repeated} of ${inFlight} under way | ${run.provoked_429} | ${run.refused_share_settled ?? run.refused_share} |`;

function formatTable({ undisturbed, disturbed }: BatchBench): string {
  return [
    '| fault | seconds | over ideal | lost | stored twice | calls repeated | provoked 429 | refused after 30 s |',
    '|---|---|---|---|---|---|---|---|',
    formatRow('none', undisturbed, 0),
    ...disturbed.map((run) => formatRow(run.fault, run, run.in_flight_at_kills)),
  ].join('\n');
}
