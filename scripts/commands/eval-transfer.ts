import type { Command } from 'commander';
import { type StackChoice, wholeNumber } from '../command-options.ts';
import type { TransferEval } from '../eval/eval-transfer.ts';
import { withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

const DATA_DIR = '.barline/bench/eval-transfer';
const MAX_PAIRS = 1000;

interface Options extends StackChoice {
  pairs: number;
  json?: boolean;
}

export function addEvalTransfer(command: Command): void {
  command
    .option('--pairs <n>', 'at most so many pairs of artists', wholeNumber(1, MAX_PAIRS), MAX_PAIRS)
    .option('--data <dir>', 'data folder with the demo songs, filled if it is empty', DATA_DIR)
    .option('--json', 'print one JSON object last')
    .action((options: Options) =>
      withOperator(options, {}, async ({ ctx }) => {
        const { openComposeModel } = await import('../open-compose-model.ts');
        const { evalTransfer } = await import('../eval/eval-transfer.ts');
        const general = await openComposeModel();
        // Without a model, and with the composer's own as the Worker reads it.
        const alone = Object.create(ctx, {
          chatModels: { value: [] },
          generalModel: { value: async () => general },
        });
        const progress = createProgress('pairs');
        const result = await evalTransfer(alone, options.pairs, progress.update);
        progress.stop();
        console.log(options.json ? JSON.stringify(result) : describe(result));
      }),
    );
}

function describe({ pairs, lines, lines_changed, ...result }: TransferEval): string {
  const row = (name: string, scores: TransferEval['transfer']): string =>
    `${name.padEnd(24)} ${[scores.nearer_to_target, scores.way, scores.content_kept, scores.words_kept].map((n) => n.toFixed(3)).join('  ')}`;
  return [
    `${pairs} pairs of artists, ${lines_changed} of ${lines} lines changed: nearer to the target, way, content kept, words kept`,
    row('transfer', result.transfer),
    row('doing nothing', result.do_nothing),
    row('random verse of target', result.random_verse_of_target),
    `longest run of words shared with a song: ${result.longest_copied_run_max}`,
  ].join('\n');
}
