import { estimate } from '../statistics/cluster-bootstrap.ts';
import { medianOf } from '../statistics/errors.ts';
import { correlation, spearman } from '../statistics/rank-correlation.ts';
import { duplicateIds, duplicateTexts, leakedArtists, leakedTexts } from './leaks.ts';
import type { PredictionFile } from './prediction-rows.ts';
import { artistOf, pairsOf, testRows } from './scored-rows.ts';
import { copiedTargets, targetsInPrompts } from './told-targets.ts';

/** Why the rows allow no headline figure, as a sentence; null if this guard has nothing against them. */
export type Guard = (file: PredictionFile) => string | null;

const FEWEST_ROWS = 30;
const FEWEST_ARTISTS = 5;
const LARGEST_ARTIST = 0.5;
const FEWEST_VALUES = 3;
const MOST_FAILURES = 0.05;
/** How much more often a value is predicted than it is true, from where it looks like a filler for failures. */
const FILLER_EXCESS = 0.4;
/** A rank correlation below this, with all of its interval below 0, is a scale turned round and no chance. */
const REVERSED = -0.2;

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
const distinct = (values: readonly number[]): number => new Set(values).size;

const tooFewRows: Guard = (file) => {
  const count = pairsOf(file).length;
  return count >= FEWEST_ROWS ? null : `too few rows: ${count} scored, at least ${FEWEST_ROWS} are needed`;
};

const tooFewArtists: Guard = (file) => {
  const rows = testRows(file);
  const artists = Map.groupBy(rows, artistOf(file));
  if (artists.size < FEWEST_ARTISTS)
    return `${artists.size === 1 ? 'one artist' : `${artists.size} artists`}: at least ${FEWEST_ARTISTS} are needed, as songs of one artist are alike`;
  const [name, largest] = [...artists].reduce((most, one) => (one[1].length > most[1].length ? one : most));
  const share = largest.length / rows.length;
  return share <= LARGEST_ARTIST ? null : `one artist (${name}) has ${percent(share)} of the rows`;
};

const constantPredictions: Guard = (file) => {
  const count = distinct(pairsOf(file).map(({ predicted }) => predicted));
  return count >= FEWEST_VALUES || count === 0
    ? null
    : `predictions are constant: ${count} distinct ${count === 1 ? 'value' : 'values'}, at least ${FEWEST_VALUES} are needed`;
};

const constantTargets: Guard = (file) => {
  const count = distinct(testRows(file).map(({ actual }) => actual));
  return count >= FEWEST_VALUES
    ? null
    : `targets are constant: ${count} distinct ${count === 1 ? 'value' : 'values'}, at least ${FEWEST_VALUES} are needed`;
};

const failures: Guard = (file) => {
  const rows = testRows(file);
  const asked = Math.max(file.asked ?? 0, rows.length);
  const answered = rows.filter(({ predicted }) => predicted !== null).length;
  const share = (asked - answered) / asked;
  return share <= MOST_FAILURES
    ? null
    : `${percent(share)} failed (${asked - answered} of ${asked}), more than ${percent(MOST_FAILURES)}: a mean of the rest would hide them`;
};

const fillers: Guard = (file) => {
  const pairs = pairsOf(file);
  if (distinct(pairs.map(({ predicted }) => predicted)) < FEWEST_VALUES) return null;
  for (const [value, own] of Map.groupBy(pairs, ({ predicted }) => predicted)) {
    const share = own.length / pairs.length;
    const wanted = pairs.filter(({ actual }) => actual === value).length / pairs.length;
    if (share - wanted > FILLER_EXCESS)
      return `${percent(share)} of the predictions are ${value}, which ${percent(wanted)} of the targets are: it looks like a value for failed answers`;
  }
  return null;
};

const byArtistOnly: Guard = (file) => {
  const groups = [...Map.groupBy(testRows(file), artistOf(file)).values()].filter(
    ({ length }) => length >= 3,
  );
  const same = groups.filter((own) => new Set(own.map(({ predicted }) => predicted)).size === 1);
  return groups.length >= FEWEST_ARTISTS && same.length === groups.length
    ? 'every song of an artist has the same prediction: the artist is predicted, not the song'
    : null;
};

const reversedScale: Guard = (file) => {
  const pairs = pairsOf(file);
  // The interval takes a thousand times as long as the figure.
  if ((spearman(pairs) ?? 0) >= REVERSED) return null;
  const found = estimate(pairs, { clusterOf: ({ artist }) => artist, figure: spearman });
  if (found === null || (found.interval?.[1] ?? 0) >= 0) return null;
  return `the scale is reversed: predictions fall as targets rise (rank correlation ${found.value.toFixed(2)})`;
};

const otherScale: Guard = (file) => {
  const pairs = pairsOf(file);
  if (pairs.length === 0) return null;
  const actual = pairs.map((pair) => pair.actual);
  const [least, most] = [Math.min(...actual), Math.max(...actual)];
  const middle = medianOf(pairs.map(({ predicted }) => predicted));
  const apart = most - least || Math.abs(most) || 1;
  return middle < least - apart || middle > most + apart
    ? `predictions are on another scale: their median is ${middle}, the targets lie from ${least} to ${most}`
    : null;
};

const sameNumbers: Guard = (file) => {
  const pairs = pairsOf(file);
  const r = correlation(
    pairs.map(({ predicted }) => predicted),
    pairs.map(({ actual }) => actual),
  );
  return copiedTargets(pairs, r);
};

const cachedRepeats: Guard = ({ rows }) => {
  const repeated = rows.filter(({ repeat }) => repeat > 1);
  const cached = repeated.filter((row) => row.cached).length;
  return cached === 0
    ? null
    : `${cached} of ${repeated.length} repeats came from a cache, so that they cannot differ`;
};

const notFinite: Guard = ({ rows }) => {
  const bad = rows.filter(
    ({ predicted, actual }) => !Number.isFinite(predicted ?? 0) || !Number.isFinite(actual),
  );
  return bad.length === 0 ? null : `${bad.length} rows have no finite numbers`;
};

/** All guards; each is asked, so that an answer names every reason. */
export const GUARDS: readonly Guard[] = [
  notFinite,
  tooFewRows,
  tooFewArtists,
  constantPredictions,
  constantTargets,
  failures,
  fillers,
  duplicateIds,
  duplicateTexts,
  leakedArtists,
  leakedTexts,
  targetsInPrompts,
  sameNumbers,
  byArtistOnly,
  reversedScale,
  otherScale,
  cachedRepeats,
];

/** Every reason against a headline figure; none if it may be given. */
export const refusalsOf = (file: PredictionFile): string[] => GUARDS.flatMap((guard) => guard(file) ?? []);
