import type { Command } from 'commander';
import type { MetricsBench, MetricsRun } from '../bench/bench-metrics.ts';
import { wholeNumber } from '../command-options.ts';

const line = (name: string, { sent, counted, exact, commands_per_request, unsent }: MetricsRun): string => {
  const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    `${name}: ${total(sent)} requests sent, ${total(counted)} counted (${exact ? 'exact' : 'NOT EXACT'}), ` +
    `${commands_per_request} Redis commands a request, ${unsent} times not taken by Redis`
  );
};

const describe = ({ workers, undisturbed, disturbed }: MetricsBench): string =>
  [
    `${workers} Workers over one Redis`,
    line('undisturbed', undisturbed),
    line(`with ${disturbed.faults} failed requests to Redis`, disturbed),
  ].join('\n');

export function addBenchMetrics(command: Command): void {
  command
    .option('--requests <n>', 'requests of the undisturbed part', wholeNumber(10, 1_000_000), 3000)
    .option('--fault-ms <n>', 'how long each fault of Redis lasts', wholeNumber(100, 600_000), 3000)
    .option('--json', 'print one JSON object')
    .action(async ({ json, ...options }: { requests: number; faultMs: number; json?: boolean }) => {
      const { benchMetrics } = await import('../bench/bench-metrics.ts');
      const bench = await benchMetrics(options);
      console.log(json ? JSON.stringify(bench) : describe(bench));
      if (!bench.undisturbed.exact || !bench.disturbed.exact) process.exitCode = 1;
    });
}
