import type { Command } from 'commander';
import { scoreMatch } from '../eval/score-match.ts';

export function registerEvalMatch(parent: Command): void {
  parent
    .command('match')
    .description('precision and recall of the Spotify match on labelled pairs written for this project')
    .option('--json', 'print one JSON object')
    .action((options: { json?: boolean }) => {
      const score = scoreMatch();
      if (options.json) {
        console.log(JSON.stringify(score));
        return;
      }
      console.log(
        `${score.pairs} pairs, ${score.same} of them the same song, threshold ${score.threshold}: ` +
          `precision ${score.precision.toFixed(4)}, recall ${score.recall.toFixed(4)}`,
      );
      for (const label of score.wrongly_matched) console.log(`  wrongly matched: ${label}`);
      for (const label of score.wrongly_missed) console.log(`  wrongly missed: ${label}`);
    });
}
