import type { Command } from 'commander';
import type { PipelineResult } from '../bench/killed/bench-killed.ts';
import { wholeNumber } from '../command-options.ts';

interface KilledCommand {
  stride: number;
  only?: string[];
  json?: boolean;
}

export function addBenchKilled(command: Command): void {
  command
    .option('--stride <n>', 'try every n-th call only', wholeNumber(1, 1000), 1)
    .option('--only <text...>', 'only pipelines whose name contains one of these')
    .option('--json', 'print one JSON object last')
    .action(async ({ stride, only, json }: KilledCommand) => {
      const { benchKilled } = await import('../bench/killed/bench-killed.ts');
      const { PIPELINES } = await import('../bench/killed/pipelines.ts');
      const isChosen = ({ name }: { name: string }) => only?.some((part) => name.includes(part)) ?? true;
      const pipelines = await benchKilled({
        stride,
        pipelines: PIPELINES.filter(isChosen),
        onResult: (result) => console.error(formatRow(result)),
      });
      const total = (of: 'killed' | 'lost' | 'doubled' | 'changed'): number =>
        pipelines.reduce((sum, one) => sum + one[of], 0);
      const sums = {
        killed: total('killed'),
        lost: total('lost'),
        doubled: total('doubled'),
        changed: total('changed'),
      };
      if (json) console.log(JSON.stringify({ ...sums, pipelines }));
      else console.log(formatTable(pipelines));
      // Timers of dead Workers, such as those that renew their leases, would keep the process open.
      process.exit(sums.lost + sums.doubled + sums.changed > 0 ? 1 : 0);
    });
}

const formatRow = (row: PipelineResult): string =>
  `| ${row.pipeline} | ${row.calls} | ${row.killed} | ${row.lost} | ${row.doubled} | ${row.changed} |`;

const formatTable = (rows: readonly PipelineResult[]): string =>
  [
    '| pipeline | calls | Workers killed | rows lost | doubled | changed |',
    '|---|---|---|---|---|---|',
    ...rows.map(formatRow),
  ].join('\n');
