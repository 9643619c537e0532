import type { Command } from 'commander';
import { type StackChoice, wholeNumber, withStack } from '../command-options.ts';
import { withOperator } from '../operator-context.ts';
import { showStep } from '../progress.ts';

interface BuildChoice extends StackChoice {
  seed: number;
  clusters?: number;
  json?: boolean;
}

export function addTrendsBuild(command: Command): void {
  withStack(command)
    .option(
      '--seed <n>',
      'the same songs and seed give the same clusters and map',
      wholeNumber(0, 2_147_483_647),
      1,
    )
    .option(
      '--clusters <n>',
      'number of clusters, 2 to 200; that of the greatest silhouette if absent',
      wholeNumber(2, 200),
    )
    .option('--json', 'print one JSON object')
    .action((choice: BuildChoice) =>
      withOperator({ data: choice.data }, { mustHoldData: true }, async ({ ctx }) => {
        const { buildTrends } = await import('../trends/build-trends.ts');
        const { seed, clusters = null } = choice;
        const report = await buildTrends({ sql: ctx.sql, seed, clusters, onStep: showStep() });
        console.log(choice.json ? JSON.stringify(report) : describe(report));
      }),
    );
}

type Report = Awaited<ReturnType<typeof import('../trends/build-trends.ts').buildTrends>>;

function describe(report: Report): string {
  const names = report.matched === null ? '' : `, ${report.matched} named as before`;
  return [
    `Build ${report.build}: ${report.clusters.length} clusters of ${report.songs} songs${names}, silhouette ${report.silhouette?.toFixed(3) ?? 'none'}; ` +
      `map ${Math.ceil(report.map_bytes / 1024)} KB; ${report.seconds} s, ${report.peak_memory_mb} MB`,
    ...report.clusters.map(
      ({ key, label, songs }) => `  ${key}  ${label}  (${songs} ${songs === 1 ? 'song' : 'songs'})`,
    ),
  ].join('\n');
}
