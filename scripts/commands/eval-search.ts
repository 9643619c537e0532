import type { Command } from 'commander';
import type { StackChoice } from '../command-options.ts';
import type { SearchEval } from '../eval/eval-search.ts';
import { withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

const DATA_DIR = '.barline/bench/eval-search';

interface EvalSearchOptions extends StackChoice {
  json?: boolean;
}

export function addEvalSearch(command: Command): void {
  command
    .option('--data <dir>', 'data folder with the demo songs', DATA_DIR)
    .option('--json', 'print one JSON object last')
    .action((options: EvalSearchOptions) =>
      withOperator(options, {}, async ({ ctx }) => {
        const { evalSearch } = await import('../eval/eval-search.ts');
        const progress = createProgress('songs');
        const result = await evalSearch(ctx, progress.update);
        progress.stop();
        console.log(options.json ? JSON.stringify(result) : describe(result));
      }),
    );
}

function describe({ queries, songs, modes, weak }: SearchEval): string {
  return [
    `${queries} queries over ${songs} songs`,
    ...Object.entries(modes).map(
      ([mode, { ndcg_at_10, recall_at_10 }]) => `${mode}: nDCG@10 ${ndcg_at_10}, recall@10 ${recall_at_10}`,
    ),
    'weak:',
    ...weak.map(({ q, ndcg_at_10: n }) => `  ${n.hybrid} (words ${n.lexical}, meaning ${n.semantic})  ${q}`),
  ].join('\n');
}
