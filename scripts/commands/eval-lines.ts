import { type Command, Option } from 'commander';
import type { EvalLinesResult } from '../eval/eval-lines.ts';
import { HALVES, type Half, ORDINARY_FOLDER, readOrdinarySets } from '../eval/ordinary/read-sets.ts';
import type { Share, Tally } from '../eval/ordinary/tally.ts';

interface EvalLinesOptions {
  half: Half;
  folder: string;
  json?: boolean;
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const describeShare = (name: string, { right, of, share, baseline }: Share): string =>
  `${name.padEnd(26)} ${right} of ${of} (${percent(share)}), baseline ${percent(baseline)}`;

const describeTally = (name: string, { overall, kinds, wrong }: Tally): string[] => [
  describeShare(name, overall),
  ...Object.entries(kinds).map(([kind, share]) => describeShare(`  ${kind}`, share)),
  ...wrong.map(({ kind, text, expected, got }) => `  wrong, ${kind}: ${text} | ${expected}, got ${got}`),
];

function describe({ lines, couplets, rhymes: { homographs, queries } }: EvalLinesResult): string {
  return [
    ...describeTally('syllables of a line', lines),
    ...describeTally('couplets', couplets),
    `homographs, both readings   ${homographs.both} of ${homographs.of}`,
    ...homographs.missing.map(({ word, reading }) => `  missing, ${word}: ${reading.join(', ')}`),
    `rhyme finder               ${queries.right} of ${queries.of}, ${percent(queries.expected)} of what is expected`,
    ...queries.wrong.map(({ query, answers }) => `  wrong, ${query}: ${answers.join(', ')}`),
  ].join('\n');
}

export function addEvalLines(command: Command): void {
  command
    .addOption(
      new Option('--half <half>', 'tune: for developing the engine; held: only for measuring it')
        .choices(HALVES)
        .default('tune'),
    )
    .option('--folder <dir>', 'folder with the labelled sets', ORDINARY_FOLDER)
    .option('--json', 'print one JSON object')
    .action(async ({ half, folder, json }: EvalLinesOptions) => {
      const { evalLines } = await import('../eval/eval-lines.ts');
      const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const sets = await readOrdinarySets(folder, half);
      const result = evalLines(sets, openLexicon(await readLexicon()));
      console.log(json ? JSON.stringify(result) : describe(result));
    });
}
