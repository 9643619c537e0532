import { MAX_SHARED_WORDS } from './copy-limit.ts';
import type { SyllableRange } from './types.ts';

/** A word that may stand at one place of a line. */
export interface Choice {
  readonly word: string;
  /** Its number in the table, -1 for none. */
  readonly number: number;
  readonly syllables: number;
  readonly score: number;
  /** Words of the source line that it repeats, as the copy limit counts them; 0 where it is another word. */
  readonly repeats: number;
}

/** The choices of a place, and what is added to the worth of each this time. */
export interface Place {
  readonly choices: readonly Choice[];
  readonly extra: Float64Array;
}

export interface FilledLine {
  readonly choices: readonly Choice[];
  readonly syllables: number;
  readonly score: number;
}

const RUNS = MAX_SHARED_WORDS + 1;

/**
 * The best line through the choices of each place that has the syllables ordered and repeats at most four words of its
 * source in a row; null if there is none. Both limits are states of the search, so that no line is tried in vain.
 */
export function fillLine(places: readonly Place[], { min, max }: SyllableRange): FilledLine | null {
  const states = (max + 1) * RUNS;
  let scores = new Float64Array(states).fill(-Infinity);
  scores[0] = 0;
  const trail: { from: Int16Array; choice: Uint8Array }[] = [];
  for (const { choices, extra } of places) {
    const next = new Float64Array(states).fill(-Infinity);
    const step = { from: new Int16Array(states), choice: new Uint8Array(states) };
    for (let state = 0; state < states; state++) {
      const score = scores[state] ?? -Infinity;
      if (score === -Infinity) continue;
      const [syllables, run] = [Math.floor(state / RUNS), state % RUNS];
      for (const [index, choice] of choices.entries()) {
        const total = syllables + choice.syllables;
        const repeated = choice.repeats === 0 ? 0 : run + choice.repeats;
        if (total > max || repeated > MAX_SHARED_WORDS) continue;
        const target = total * RUNS + repeated;
        const sum = score + choice.score + (extra[index] ?? 0);
        if (sum <= (next[target] ?? 0)) continue;
        next[target] = sum;
        step.from[target] = state;
        step.choice[target] = index;
      }
    }
    trail.push(step);
    scores = next;
  }
  return traceBack(places, trail, bestState(scores, min), scores);
}

function bestState(scores: Float64Array, min: number): number {
  let best = -1;
  for (let state = min * RUNS; state < scores.length; state++)
    if ((scores[state] ?? -Infinity) > (best < 0 ? -Infinity : (scores[best] ?? 0))) best = state;
  return best;
}

function traceBack(
  places: readonly Place[],
  trail: readonly { from: Int16Array; choice: Uint8Array }[],
  end: number,
  scores: Float64Array,
): FilledLine | null {
  if (end < 0) return null;
  const choices: Choice[] = [];
  let state = end;
  for (let at = places.length - 1; at >= 0; at--) {
    const choice = places[at]?.choices[trail[at]?.choice[state] ?? 0];
    if (choice) choices.unshift(choice);
    state = trail[at]?.from[state] ?? 0;
  }
  return { choices, syllables: Math.floor(end / RUNS), score: scores[end] ?? 0 };
}
