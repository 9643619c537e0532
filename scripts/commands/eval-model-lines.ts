import type { Command } from 'commander';
import { decimal, type StackChoice, wholeNumber } from '../command-options.ts';
import type { ModelCase } from '../eval/eval-model-lines.ts';
import { withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

const DATA_DIR = '.barline/bench/eval-transfer';
const VERSES = 40;

interface Options extends StackChoice {
  verses: number;
  miss: number;
  json?: boolean;
}

export function addEvalModelLines(command: Command): void {
  command
    .option('--verses <n>', 'verses by the model that misses lines', wholeNumber(1, 1000), VERSES)
    .option('--miss <share>', 'share of its lines that miss what was ordered', decimal(0, 1), 0.4)
    .option('--data <dir>', 'data folder with the demo songs, filled if it is empty', DATA_DIR)
    .option('--json', 'print one JSON object last')
    .action((options: Options) =>
      withOperator(options, {}, async ({ ctx }) => {
        const { openComposeModel } = await import('../open-compose-model.ts');
        const { evalModelLines } = await import('../eval/eval-model-lines.ts');
        const general = await openComposeModel();
        const own = Object.create(ctx, { generalModel: { value: async () => general } });
        const progress = createProgress('verses');
        const cases = await evalModelLines(own, options, progress.update);
        progress.stop();
        console.log(options.json ? JSON.stringify({ cases }) : cases.map(describe).join('\n'));
      }),
    );
}

const describe = (one: ModelCase): string =>
  `${one.model}: ${one.verses} verses, ${one.lines} lines, ${one.by_model} by the model, ${one.repaired} repaired, ` +
  `${one.composed} composed, ${one.invalid_sent} invalid sent, at most ${one.calls_max} calls, ` +
  `${one.ms.p50} ms (longest ${one.ms.max} ms)${one.reasons.length === 0 ? '' : `, ${one.reasons.join(', ')}`}`;
