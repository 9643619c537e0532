import { matchTrack, TRACK_MATCH_THRESHOLD } from '../../src/sources/spotify/match-track.ts';
import { labelledPairs } from '../local/sites/match-pairs.ts';

export interface MatchScore {
  pairs: number;
  same: number;
  threshold: number;
  precision: number;
  recall: number;
  /** Labels of the pairs that were judged wrongly. */
  wrongly_matched: string[];
  wrongly_missed: string[];
}

/** Precision and recall of the track match on the labelled pairs: remixes, features, live versions, covers, other artists. */
export function scoreMatch(): MatchScore {
  const judged = labelledPairs().map((pair) => ({
    ...pair,
    matched: matchTrack(pair.query, [pair.track]).match !== null,
  }));
  const matched = judged.filter((pair) => pair.matched);
  const same = judged.filter((pair) => pair.same);
  const right = matched.filter((pair) => pair.same).length;
  const labels = (pairs: typeof judged): string[] => pairs.map((pair) => pair.label);
  return {
    pairs: judged.length,
    same: same.length,
    threshold: TRACK_MATCH_THRESHOLD,
    precision: matched.length === 0 ? 0 : right / matched.length,
    recall: same.length === 0 ? 0 : right / same.length,
    wrongly_matched: labels(matched.filter((pair) => !pair.same)),
    wrongly_missed: labels(same.filter((pair) => !pair.matched)),
  };
}
