import type { Command } from 'commander';
import { inputFile, inputFiles, outputFile } from '../command-options.ts';
import type { EvalRhymeResult } from '../eval/eval-rhyme.ts';

interface EvalRhymeOptions {
  mcflow?: string;
  chicago?: string[];
  out?: string;
  crossValidate?: boolean;
  json?: boolean;
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const scores = (name: string, { p, r, f1 }: { p: number; r: number; f1: number }): string =>
  `${name.padEnd(12)} precision ${percent(p)}, recall ${percent(r)}, F1 ${f1.toFixed(3)}`;

function describe(result: EvalRhymeResult): string {
  const lines: string[] = [];
  if (result.word) lines.push(scores('words', result.word));
  if (result.line_end) lines.push(scores('line ends', result.line_end));
  if (result.density_r !== undefined) lines.push(`density      Pearson r ${result.density_r.toFixed(3)}`);
  if (result.pairs) lines.push(scores('end words', result.pairs));
  if (result.exact_schemes !== undefined) lines.push(`stanzas      exact ${percent(result.exact_schemes)}`);
  return lines.join('\n');
}

export function addEvalRhyme(command: Command): void {
  command
    .option('--mcflow <file>', 'songs with annotated rhyme letters, one JSON object per line', inputFile)
    .option('--chicago <file...>', 'poems with gold schemes in the pgold format', inputFiles)
    .option('--out <file>', 'write the predictions for the songs, one JSON object per line', outputFile)
    .option('--cross-validate', 'train again without each fold instead of using the committed models')
    .option('--json', 'print one JSON object')
    .action(async (options: EvalRhymeOptions, command: Command) => {
      if (!options.mcflow && !options.chicago) command.error('give --mcflow, --chicago or both');
      const { json, ...input } = options;
      const { evalRhyme } = await import('../eval/eval-rhyme.ts');
      const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const result = await evalRhyme(input, openLexicon(await readLexicon()));
      console.log(json ? JSON.stringify(result) : describe(result));
    });
}
