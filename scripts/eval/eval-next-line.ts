import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { NextLineScorer } from '../../src/ml/compose/rank-next.ts';
import { openComposeModel } from '../open-compose-model.ts';
import { readLexicon } from '../read-lexicon.ts';
import { CANDIDATES, drawCases } from './next-line-cases.ts';
import { readSongs } from './read-songs.ts';

export interface NextLineEval {
  songs: number;
  cases: number;
  candidates: number;
  /** Share of cases in which the true line has the highest score; a tie is a miss. */
  first: number;
  first_ten: number;
  mean_reciprocal_rank: number;
  chance: number;
}

const A_SONG = 3;
const SEED = 7;
const TEN = 10;

/** How often the composer's scorer ranks the line that really came next first among 300. */
export async function evalNextLine(file: string): Promise<NextLineEval> {
  const { songs } = await readSongs(file);
  const lexicon = openLexicon(await readLexicon());
  const { table } = await openComposeModel();
  const ranks = drawCases(songs, A_SONG, SEED).map(({ given, truth, others }) => {
    const scorer = new NextLineScorer(given, { lexicon, table });
    const score = scorer.score(truth);
    return 1 + others.filter((line) => scorer.score(line) >= score).length;
  });
  const share = (isSo: (rank: number) => boolean): number =>
    Number((ranks.filter(isSo).length / Math.max(1, ranks.length)).toFixed(3));
  return {
    songs: songs.length,
    cases: ranks.length,
    candidates: CANDIDATES,
    first: share((rank) => rank === 1),
    first_ten: share((rank) => rank <= TEN),
    mean_reciprocal_rank: Number(
      (ranks.reduce((sum, rank) => sum + 1 / rank, 0) / Math.max(1, ranks.length)).toFixed(3),
    ),
    chance: Number((1 / CANDIDATES).toFixed(4)),
  };
}
