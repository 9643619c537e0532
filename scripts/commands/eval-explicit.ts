import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import type { ExplicitScores, HalfExplicit } from '../eval/eval-explicit.ts';

interface EvalExplicitOptions {
  phrases?: string;
  misses?: boolean;
  json?: boolean;
}

const METHODS = ['engine', 'cuss_certain', 'cuss_likely', 'always_clean', 'always_explicit'] as const;

/** `eval explicit`: which of the labelled phrases the engine and plain word lists find explicit. */
export function addEvalExplicit(command: Command): void {
  command
    .option('--phrases <file>', 'JSON list of labelled phrases instead of the built-in ones', inputFile)
    .option('--misses', 'name the phrases of the tuning half that are judged wrongly')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: EvalExplicitOptions) => {
      const { evalExplicit } = await import('../eval/eval-explicit.ts');
      const { readLabelledPhrases } = await import('../eval/labelled-phrases.ts');
      const halves = evalExplicit(await readLabelledPhrases(options.phrases));
      for (const [half, result] of Object.entries(halves)) console.log(describe(half, result));
      if (options.misses) {
        for (const { text, right, rated } of halves.tune?.misses ?? [])
          console.log(`${text}: ${right}, judged ${rated}`);
      }
      if (options.json) console.log(JSON.stringify(reportOf(halves)));
    });
}

function describe(half: string, result: HalfExplicit): string {
  const methods = METHODS.map((method) => `  ${method.padEnd(16)} ${scoresOf(result[method])}`);
  const classes = result.classes.map(
    (one) => `  ${one.class} (${one.right}): ${one.rated_explicit} of ${one.phrases} rated explicit`,
  );
  return [`${half}: ${result.phrases} phrases`, ...methods, ...classes].join('\n');
}

const scoresOf = ({ precision, recall, f1 }: ExplicitScores): string =>
  `precision ${shown(precision)}, recall ${shown(recall)}, F1 ${shown(f1)}`;

const shown = (value: number | null): string => (value === null ? '-' : value.toFixed(3));

function reportOf(halves: Readonly<Record<string, HalfExplicit>>): unknown {
  return Object.fromEntries(
    Object.entries(halves).map(([half, { misses, ...result }]) => [
      half,
      { ...result, misses: misses.length },
    ]),
  );
}
