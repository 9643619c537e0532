import type { Lexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { judgeCouplet } from './ordinary/judge-couplets.ts';
import { judgeLine } from './ordinary/judge-lines.ts';
import { judgeRhymes, type RhymesResult } from './ordinary/judge-rhymes.ts';
import type { OrdinarySets } from './ordinary/read-sets.ts';
import { type Tally, tally } from './ordinary/tally.ts';

export interface EvalLinesResult {
  /** Syllables of single lines; the baseline counts groups of vowel letters. */
  lines: Tally;
  /** Whether two lines rhyme; the baseline compares the letters from the last vowel on. */
  couplets: Tally;
  rhymes: RhymesResult;
}

/** Scores the engine and the plain baselines on labelled ordinary lines, couplets and words. */
export function evalLines({ lines, couplets, rhymes }: OrdinarySets, lexicon: Lexicon): EvalLinesResult {
  return {
    lines: tally(lines.map((line) => judgeLine(line, lexicon))),
    couplets: tally(couplets.map((couplet) => judgeCouplet(couplet, lexicon))),
    rhymes: judgeRhymes(rhymes, lexicon),
  };
}
