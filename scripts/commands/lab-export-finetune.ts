import { type Command, Option } from 'commander';
import { decimal, filledText, MAX_SEED, nameText, wholeNumber } from '../command-options.ts';
import { ANSWER_FORMS, type AnswerForm } from '../lab/finetune/answer-forms.ts';
import type { ExportedFinetune } from '../lab/finetune/export-finetune.ts';
import { TRAINERS, type Trainer } from '../lab/finetune/start-command.ts';

interface Options {
  dataset: string;
  for: Trainer;
  answer: AnswerForm;
  model?: string;
  maxTokens: number;
  validationShare: number;
  seed: number;
  results: string;
  json?: boolean;
}

export function addLabExportFinetune(command: Command): void {
  command
    .requiredOption('--dataset <folder>', 'a folder of lab prepare-dataset', filledText(1000))
    .addOption(
      new Option('--for <trainer>', 'who trains; decides the command that starts it')
        .choices(TRAINERS)
        .default('openai'),
    )
    .addOption(
      new Option(
        '--answer <form>',
        "full: what the Worker's prompt asks for, from answers of models; targets: only the targets of the data set",
      )
        .choices(ANSWER_FORMS)
        .default('full'),
    )
    .option('--model <name>', 'the model that is trained; absent: a usual one', nameText(200))
    .option('--max-tokens <n>', 'longest example, estimated', wholeNumber(100, 1_000_000), 16_384)
    .option('--validation-share <n>', 'of the training songs, by whole artists, 0-1', decimal(0, 1), 0.1)
    .option('--seed <n>', 'decides which artists validate', wholeNumber(0, MAX_SEED), 1)
    .option('--results <folder>', 'folder of all results', filledText(1000), 'results')
    .option('--json', 'print one JSON object')
    .action(async ({ for: trainer, model, json, ...rest }: Options) => {
      const { exportFinetune } = await import('../lab/finetune/export-finetune.ts');
      const exported = await exportFinetune({ ...rest, trainer, model: model ?? null });
      console.log(json ? JSON.stringify(exported) : describe(exported));
    });
}

const describe = ({ folder, train, validation, left_out, start }: ExportedFinetune): string =>
  [
    `${train.examples} examples of ${train.artists} artists to train on, ${validation.examples} of ${validation.artists} to validate, in ${folder}`,
    `about ${train.tokens} tokens an epoch, the longest example ${train.longest_tokens}`,
    ...Object.entries(left_out).map(([why, count]) => `  left out, ${why}: ${count}`),
    'To start:',
    ...start.map((line) => `  ${line}`),
  ].join('\n');
