import { SHOWN, type Shown } from './feeling-names.ts';
import type { FeltLine, Told } from './read-feelings.ts';

/** What a song tells, per sung line; lines that repeat an earlier one do not count again. */
export interface FeelingMeasures {
  /** Distinct lines. */
  lines: number;
  /** Sums of good and of bad valence per line, both from 0. */
  good: number;
  bad: number;
  /** Shares of lines in which the good or the bad outweighs the other clearly. */
  goodLines: number;
  badLines: number;
  /** Valence per line of the last quarter of the lines, less that of the others. */
  turn: number;
  /** Weight of what shows, per line. */
  shown: Record<Shown, number>;
}

const MAX_REPEATS = 2;
const CLEAR = 0.7;
const WEIGHTS: readonly number[] = [0, 0.3, 1, 1.6];

/** Measures lines of which none repeats an earlier one; the same words count a limited number of times. */
export function measureFeelings(fresh: readonly FeltLine[]): FeelingMeasures {
  const lines = Math.max(1, fresh.length);
  const shown = Object.fromEntries(SHOWN.map((name) => [name, 0])) as Record<Shown, number>;
  const measures = { lines: fresh.length, good: 0, bad: 0, goodLines: 0, badLines: 0, turn: 0, shown };
  const times = new Map<string, number>();
  const lastFrom = fresh.length - Math.max(1, Math.round(fresh.length / 4));
  let [last, others] = [0, 0];
  fresh.forEach(({ told }, at) => {
    const sum = told.length === 0 ? 0 : addLine(told, measures, times);
    if (at >= lastFrom) last += sum;
    else others += sum;
  });
  measures.turn = last / Math.max(1, fresh.length - lastFrom) - others / Math.max(1, lastFrom);
  for (const name of SHOWN) shown[name] /= lines;
  for (const name of ['good', 'bad', 'goodLines', 'badLines'] as const) measures[name] /= lines;
  return measures;
}

/** Adds what a line tells and returns its valence. */
function addLine(told: readonly Told[], measures: FeelingMeasures, times: Map<string, number>): number {
  let sum = 0;
  for (const { key, valence, shows, negated } of told) {
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    if (count > MAX_REPEATS) continue;
    sum += valence;
    if (valence > 0) measures.good += valence;
    else measures.bad -= valence;
    if (!negated) for (const { name, weight } of shows) measures.shown[name] += WEIGHTS[weight] ?? 0;
  }
  if (sum >= CLEAR) measures.goodLines += 1;
  else if (sum <= -CLEAR) measures.badLines += 1;
  return sum;
}
