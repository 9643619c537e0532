import type { Command } from 'commander';
import { inputFile, wholeNumber } from '../command-options.ts';
import type { HalfScore, SongScore } from '../eval/match-songs.ts';
import type { MatchScore } from '../eval/score-match.ts';
import { createProgress } from '../progress.ts';

interface MatchOptions {
  tracks?: string;
  draws: number;
  listHeldOut?: boolean;
  json?: boolean;
}

export function addEvalMatch(command: Command): void {
  command
    .option(
      '--tracks <file>',
      "or on a file's songs, half of them absent, among tracks that look like them",
      inputFile,
    )
    .option('--draws <n>', 'number of generated catalogues', wholeNumber(1, 1000), 5)
    .option('--list-held-out', 'also list wrong matches of the half that was not used for tuning')
    .option('--json', 'print one JSON object')
    .action(async (options: MatchOptions) => {
      const score = await (options.tracks === undefined ? scorePairs() : scoreFile(options.tracks, options));
      if (options.json) console.log(JSON.stringify(score));
      else console.log('pairs' in score ? describePairs(score) : describeSongs(score));
    });
}

async function scorePairs(): Promise<MatchScore> {
  const { scoreMatch } = await import('../eval/score-match.ts');
  return scoreMatch();
}

async function scoreFile(file: string, options: MatchOptions): Promise<SongScore> {
  const { readLabelledSongs } = await import('../eval/labelled-songs.ts');
  const { matchSongs } = await import('../eval/match-songs.ts');
  const draws = await readLabelledSongs(file, options.draws);
  const total = draws.flat().length;
  const progress = createProgress('songs');
  const score = await matchSongs(draws, {
    listHeldOut: options.listHeldOut === true,
    onProgress: (done) => progress.update(done, total),
  });
  progress.stop();
  return score;
}

const describePairs = (score: MatchScore): string =>
  [
    `${score.pairs} pairs, ${score.same} of them the same song, threshold ${score.threshold}: ${measures(score)}`,
    ...lists(score),
  ].join('\n');

const describeSongs = (score: SongScore): string =>
  [
    ...(['tuning', 'held_out', 'all'] as const).map((half) => describeHalf(half, score[half])),
    ...lists(score),
  ].join('\n');

const describeHalf = (name: string, half: HalfScore): string =>
  `${name}: ${half.songs} songs, ${half.present} of them in the catalogue, ${half.matched} matched: ${measures(half)}`;

const measures = ({ precision, recall }: { precision: number; recall: number }): string =>
  `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`;

const lists = (score: { wrongly_matched: string[]; wrongly_missed: string[] }): string[] => [
  ...score.wrongly_matched.map((label) => `  wrongly matched: ${label}`),
  ...score.wrongly_missed.map((label) => `  wrongly missed: ${label}`),
];
