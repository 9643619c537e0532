import type { Command } from 'commander';
import type { FaultRun } from '../bench/faults/bench-faults.ts';
import { wholeNumber } from '../command-options.ts';

interface FaultOptions {
  rate: number;
  short?: boolean;
  only?: string[];
  json?: boolean;
}

/** Seconds of traffic before, during and after each fault. */
const FULL = [30, 60, 30] as const;
const SHORT = [4, 6, 4] as const;

export function addBenchFaults(command: Command): void {
  command
    .option(
      '--rate <n>',
      'requests a minute, sent at their times whatever happens',
      wholeNumber(1, 10_000),
      1000,
    )
    .option('--short', `${SHORT.join(', ')} s before, during and after a fault instead of ${FULL.join(', ')}`)
    .option('--only <text...>', 'only faults whose name contains one of these')
    .option('--json', 'print one JSON object last')
    .action(async ({ rate, short, only, json }: FaultOptions) => {
      const { benchFaults } = await import('../bench/faults/bench-faults.ts');
      const runs = await benchFaults({
        requestsPerMinute: rate,
        seconds: short ? SHORT : FULL,
        only: only ?? null,
        isShort: short ?? false,
        onRun: (run) => console.error(formatRow(run)),
      });
      if (runs[0]?.redis === 'mock') console.error('There is no redis-server on the PATH: Redis is a mock.');
      if (json) console.log(JSON.stringify({ requests_per_minute: rate, faults: runs }));
      else console.log(formatTable(runs));
      if (runs.some(isBad)) process.exitCode = 1;
    });
}

/** Something was lost or stored twice, or an answer came that is not documented. */
const isBad = ({ lost, doubled, broken, drained_s }: FaultRun): boolean =>
  lost + doubled > 0 || drained_s === null || Object.keys(broken).length > 0;

const seconds = (ms: number | null): string => (ms === null ? 'not yet' : `${(ms / 1000).toFixed(1)}`);

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || '–';

function formatRow(run: FaultRun): string {
  const { before, during, after } = run;
  const cells = [
    run.fault,
    [before, during, after].map(({ error_rate }) => error_rate).join(' / '),
    [before, during, after].map(({ p95_ms }) => p95_ms).join(' / '),
    listed(run.degraded),
    listed(run.unavailable),
    listed(run.broken),
    `${run.refused}, ${run.limited}`,
    `${run.lost} of ${run.accepted}`,
    run.doubled,
    `${seconds(run.recovered_ms)}, ${seconds(run.undegraded_ms)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function formatTable(runs: readonly FaultRun[]): string {
  return [
    '| fault | error rate before / during / after | p95, ms | degraded | unavailable | broken | refused, 429 | lost | doubled | recovered, undegraded after s |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...runs.map(formatRow),
  ].join('\n');
}
