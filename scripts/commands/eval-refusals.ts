import type { Command } from 'commander';

/** `eval refusals`: which of labelled texts `/predict-quality` tells and does not score. */
export function addEvalRefusals(command: Command): void {
  command
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ json }: { json?: boolean }) => {
      const { evalRefusals, readRefusalTexts } = await import('../eval/eval-refusals.ts');
      const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const halves = evalRefusals(await readRefusalTexts(), openLexicon(await readLexicon()));
      for (const [half, { texts, to_refuse, refusal, rightly_named, misses }] of Object.entries(halves)) {
        console.log(`${half}: ${texts} texts, ${to_refuse} of them not to be scored`);
        for (const [who, { precision, recall }] of Object.entries(refusal))
          console.log(`  ${who.padEnd(8)} precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
        console.log(`  rightly named ${rightly_named.toFixed(3)}, ${misses.length} misses`);
        for (const { id, reason } of half === 'tune' ? misses : []) console.log(`  ${id}: ${reason}`);
      }
      if (json) console.log(JSON.stringify(halves));
    });
}
