import type { Command } from 'commander';
import { wholeNumber } from '../command-options.ts';
import type { EvalPhoneticsResult } from '../eval/eval-phonetics.ts';
import type { PhoneScore } from '../eval/score-phones.ts';

const DEFAULT_FOLDS = 3;
const TENTHS = 10;

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const describeScore = (name: string, score: PhoneScore): string =>
  `${name.padEnd(28)} phones ${percent(score.per)}, words ${percent(score.wer)}, with stress ${percent(score.wer_stress)}, ` +
  `syllables ${percent(score.syllables_wrong)}`;

const describe = ({ folds, held_out: held, left_out: left, lexicon }: EvalPhoneticsResult): string =>
  [
    `wrong on ${folds} held-out tenths of CMUdict`,
    describeScore('  decision trees', held.letter_to_sound),
    describeScore('  with endings, compounds', held.rules),
    describeScore('  baseline: letter contexts', held.context_tree),
    `  baseline: vowel groups      syllables ${percent(held.vowel_groups.syllables_wrong)}`,
    `wrong on the ${left.words} words that the lexicon does not list, ${left.silent} of them without a sound`,
    describeScore('  compiled rules', left),
    `  baseline: vowel groups      syllables ${percent(left.vowel_groups.syllables_wrong)}`,
    `lexicon: ${lexicon.entries} entries, ${lexicon.bytes} bytes, ${lexicon.gzip_bytes} gzipped`,
  ].join('\n');

export function addEvalPhonetics(command: Command): void {
  command
    .option(
      '--folds <n>',
      'how many tenths of the dictionary to hold out in turn',
      wholeNumber(1, TENTHS),
      DEFAULT_FOLDS,
    )
    .option('--json', 'print one JSON object')
    .action(async ({ folds, json }: { folds: number; json?: boolean }) => {
      const { evalPhonetics } = await import('../eval/eval-phonetics.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const result = await evalPhonetics(folds, await readLexicon());
      console.log(json ? JSON.stringify(result) : describe(result));
    });
}
