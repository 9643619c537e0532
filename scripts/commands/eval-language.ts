import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import type { HalfLanguage, LanguageScores } from '../eval/eval-language.ts';

interface EvalLanguageOptions {
  snippets?: string;
  misses?: boolean;
  json?: boolean;
}

/** `eval language`: the language of labelled snippets against simple methods. */
export function addEvalLanguage(command: Command): void {
  command
    .option('--snippets <file>', 'JSON list of labelled snippets instead of the built-in ones', inputFile)
    .option('--misses', 'name the snippets of the tuning half that are told wrongly')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: EvalLanguageOptions) => {
      const { evalLanguage } = await import('../eval/eval-language.ts');
      const { readLabelledSnippets } = await import('../eval/language-snippets.ts');
      const halves = evalLanguage(await readLabelledSnippets(options.snippets));
      for (const [half, result] of Object.entries(halves)) console.log(describe(half, result));
      if (options.misses)
        for (const { id, right, predicted } of halves.tune?.misses ?? [])
          console.log(`${id}: ${right ?? 'none'}, told as ${predicted ?? 'none'}`);
      if (options.json)
        console.log(
          JSON.stringify(
            Object.fromEntries(Object.entries(halves).map(([half, { misses, ...scores }]) => [half, scores])),
          ),
        );
    });
}

function describe(half: string, result: HalfLanguage): string {
  const methods = ['engine', 'tinyld_light', 'word_count', 'always_english'] as const;
  const kinds = Object.entries(result.kinds).map(
    ([kind, { right, snippets }]) => `${kind} ${right}/${snippets}`,
  );
  return [
    `${half}: ${result.snippets} snippets in ${result.languages} languages, calibration error ${result.calibration_error.toFixed(3)}`,
    ...methods.map((method) => `  ${method.padEnd(14)} ${scoresIn(result[method])}`),
    `  ${kinds.join(', ')}`,
  ].join('\n');
}

const scoresIn = ({ accuracy, called_english, english_missed }: LanguageScores): string =>
  `right ${accuracy.toFixed(3)}, called English ${called_english.toFixed(3)}, English missed ${english_missed.toFixed(3)}`;
