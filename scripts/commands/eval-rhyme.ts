import type { Command } from 'commander';
import { inputFile, inputFiles, outputFile } from '../command-options.ts';
import type { EvalAsidesResult } from '../eval/eval-asides.ts';
import type { EvalRhymeResult } from '../eval/eval-rhyme.ts';

interface EvalRhymeOptions {
  mcflow?: string;
  chicago?: string[];
  out?: string;
  crossValidate?: boolean;
  asides?: boolean;
  songs?: string;
  json?: boolean;
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const scores = (name: string, { p, r, f1 }: { p: number; r: number; f1: number }): string =>
  `${name.padEnd(12)} precision ${percent(p)}, recall ${percent(r)}, F1 ${f1.toFixed(3)}`;

function describe(result: EvalRhymeResult & EvalAsidesResult): string {
  const lines: string[] = [];
  if (result.word) lines.push(scores('words', result.word));
  if (result.line_end) lines.push(scores('line ends', result.line_end));
  if (result.density_r !== undefined) lines.push(`density      Pearson r ${result.density_r.toFixed(3)}`);
  if (result.pairs) lines.push(scores('end words', result.pairs));
  if (result.exact_schemes !== undefined) lines.push(`stanzas      exact ${percent(result.exact_schemes)}`);
  const { appended_asides: appended, own_asides: own } = result;
  if (appended) {
    const { pairs, kept, added } = appended;
    const rest = `${percent(kept / pairs)} of ${pairs} rhyming pairs kept, ${added} added`;
    lines.push(`asides       behind every line: ${rest}`);
  }
  if (own) {
    const heard = `${percent(own.rhyming / own.lines)} of ${own.lines} lines before an aside rhyme`;
    lines.push(`asides       ${heard}, read as words ${percent(own.rhyming_as_words / own.lines)}`);
  }
  return lines.join('\n');
}

export function addEvalRhyme(command: Command): void {
  command
    .option('--mcflow <file>', 'songs with annotated rhyme letters, one JSON object per line', inputFile)
    .option('--chicago <file...>', 'poems with gold schemes in the pgold format', inputFiles)
    .option('--out <file>', 'write the predictions for the songs, one JSON object per line', outputFile)
    .option('--cross-validate', 'train again without each fold instead of using the committed models')
    .option('--asides', 'also compare the line ends of --mcflow that rhyme with an aside behind every line')
    .option(
      '--songs <file>',
      'songs whose lines that end in an aside are counted, one JSON object per line',
      inputFile,
    )
    .option('--json', 'print one JSON object')
    .action(async (options: EvalRhymeOptions, command: Command) => {
      if (!options.mcflow && !options.chicago && !options.songs)
        command.error('give --mcflow, --chicago or --songs');
      if (options.asides && !options.mcflow) command.error('--asides needs the songs of --mcflow');
      const { json, asides, songs, ...input } = options;
      const { evalRhyme } = await import('../eval/eval-rhyme.ts');
      const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const { evalAsides } = await import('../eval/eval-asides.ts');
      const lexicon = openLexicon(await readLexicon());
      const heard = await evalAsides({ mcflow: asides ? input.mcflow : undefined, songs }, lexicon);
      const result = { ...(await evalRhyme(input, lexicon)), ...heard };
      console.log(json ? JSON.stringify(result) : describe(result));
    });
}
