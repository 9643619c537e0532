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

const MIN_LINES = 1;
const MAX_REPEATS = 2;
const CLEAR = 0.7;
const WEIGHTS: Readonly<Record<number, number>> = { 1: 0.3, 2: 1, 3: 1.6 };

export function measureFeelings(felt: readonly FeltLine[]): FeelingMeasures {
  const fresh = felt.filter(({ line }) => !line.repeated);
  const counted = limitRepeats(fresh);
  const lines = Math.max(MIN_LINES, fresh.length);
  const sums = counted.map((told) => told.reduce((sum, { valence }) => sum + valence, 0));
  const all = counted.flat();
  const last = Math.max(1, Math.round(sums.length / 4));
  return {
    lines: fresh.length,
    good: total(all.map(({ valence }) => Math.max(0, valence))) / lines,
    bad: total(all.map(({ valence }) => Math.max(0, -valence))) / lines,
    goodLines: sums.filter((sum) => sum >= CLEAR).length / lines,
    badLines: sums.filter((sum) => sum <= -CLEAR).length / lines,
    turn: mean(sums.slice(-last)) - mean(sums.slice(0, -last)),
    shown: shownBy(all, lines),
  };
}

function limitRepeats(fresh: readonly FeltLine[]): Told[][] {
  const times = new Map<string, number>();
  return fresh.map(({ told }) =>
    told.filter(({ key }) => {
      const count = (times.get(key) ?? 0) + 1;
      times.set(key, count);
      return count <= MAX_REPEATS;
    }),
  );
}

function shownBy(all: readonly Told[], lines: number): Record<Shown, number> {
  const shown = Object.fromEntries(SHOWN.map((name) => [name, 0])) as Record<Shown, number>;
  for (const { shows, negated } of all) {
    if (negated) continue;
    for (const { name, weight } of shows) shown[name] += (WEIGHTS[weight] ?? 0) / lines;
  }
  return shown;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : total(values) / values.length;
}
