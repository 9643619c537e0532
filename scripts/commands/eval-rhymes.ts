import type { Command } from 'commander';
import type { RhymeScores, RhymesEval } from '../eval/eval-rhymes.ts';

export function addEvalRhymes(command: Command): void {
  command.option('--json', 'print one JSON object').action(async ({ json }: { json?: boolean }) => {
    const { evalRhymes } = await import('../eval/eval-rhymes.ts');
    const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
    const { readLexicon } = await import('../read-lexicon.ts');
    const result = await evalRhymes(openLexicon(await readLexicon()));
    console.log(json ? JSON.stringify(result) : describe(result));
  });
}

const scores = (
  name: string,
  { precision, recall_at_20: all, recall_of_used: used, empty }: RhymeScores,
): string =>
  `${name.padEnd(12)} precision ${precision.toFixed(3)}, recall@20 ${all.toFixed(3)} (of words in use ${used.toFixed(3)}), ${empty} without an answer`;

function describe({
  words,
  without_rhymes: none,
  finder,
  by_group: groups,
  baseline,
  ...rest
}: RhymesEval): string {
  return [
    `${words} words, ${none} of them without a rhyme in the dictionary`,
    scores('finder', finder),
    ...Object.entries(groups).map(([group, part]) => scores(`  ${group}`, part)),
    scores('last vowel', baseline),
    `median ${rest.milliseconds.median} ms, worst ${rest.milliseconds.worst} ms, first ${rest.milliseconds.first} ms`,
    'worst words:',
    ...rest.worst.map(
      ({ word, recall, missing, wrong }) =>
        `  ${word} ${recall}: missing ${missing.slice(0, 8).join(', ') || 'none'}; not on the list ${wrong.join(', ') || 'none'}`,
    ),
  ].join('\n');
}
