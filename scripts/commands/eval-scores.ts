import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import type { HalfScores } from '../eval/eval-scores.ts';

interface EvalScoresOptions {
  texts?: string;
  misses?: boolean;
  json?: boolean;
}

/** `eval scores`: which of labelled texts get a quality, and how good verses rank. */
export function addEvalScores(command: Command): void {
  command
    .option('--texts <file>', 'JSON list of labelled texts instead of the built-in ones', inputFile)
    .option('--misses', 'name the texts of the tuning half that are rated wrongly')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: EvalScoresOptions) => {
      const { evalScores, readScoreTexts } = await import('../eval/eval-scores.ts');
      const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const halves = evalScores(await readScoreTexts(options.texts), openLexicon(await readLexicon()));
      for (const [half, scores] of Object.entries(halves)) console.log(describe(half, scores));
      if (options.misses) for (const { id, ...miss } of halves.tune?.misses ?? []) console.log(id, miss);
      const report = Object.entries(halves).map(([half, { misses, ...scores }]) => [
        half,
        { ...scores, missed: misses.length },
      ]);
      if (options.json) console.log(JSON.stringify(Object.fromEntries(report)));
    });
}

function describe(half: string, scores: HalfScores): string {
  const { texts, rated, verses_rated, others_unrated, quality } = scores;
  const answers = Object.entries(rated).map(
    ([who, { accuracy, macro_f1 }]) =>
      `  ${who.padEnd(9)} accuracy ${accuracy.toFixed(3)}, macro-F1 ${macro_f1.toFixed(3)}`,
  );
  return [
    `${half}: ${texts} texts, ${verses_rated} of the verses rated, ${others_unrated} of the others not`,
    ...answers,
    `  quality of the verses: lowest ${quality.lowest}, median ${quality.median}, highest ${quality.highest}`,
  ].join('\n');
}
