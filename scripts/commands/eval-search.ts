import type { Command } from 'commander';
import { evalSearch, MODES, type SearchEval } from '../eval/eval-search.ts';
import { openOperatorContext } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

const DATA_DIR = '.barline/bench/eval-search';

export function registerEvalSearch(parent: Command): void {
  parent
    .command('search')
    .description('rank the demo songs for graded queries: by words, by meaning, by both')
    .option('--json', 'print one JSON object last')
    .action(async ({ json }: { json?: boolean }) => {
      const operator = await openOperatorContext({ dataDir: DATA_DIR });
      const progress = createProgress('songs');
      try {
        const result = await evalSearch(operator.ctx, progress.update);
        progress.stop();
        console.log(json ? JSON.stringify(result) : describe(result));
      } finally {
        await operator.close();
      }
    });
}

function describe({ queries, songs, modes, weak }: SearchEval): string {
  return [
    `${queries} queries over ${songs} songs`,
    ...MODES.map(
      (mode) => `${mode}: nDCG@10 ${modes[mode].ndcg_at_10}, recall@10 ${modes[mode].recall_at_10}`,
    ),
    'weak:',
    ...weak.map(({ q, ndcg_at_10: n }) => `  ${n.hybrid} (words ${n.lexical}, meaning ${n.semantic})  ${q}`),
  ].join('\n');
}
