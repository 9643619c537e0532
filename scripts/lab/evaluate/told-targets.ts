import type { Pair } from '../statistics/errors.ts';
import type { PredictionFile } from './prediction-rows.ts';
import { testRows } from './scored-rows.ts';

/** No honest model of lyrics agrees this well. */
const TOO_ALIKE = 0.999;
const TOO_MANY_EQUAL = 0.98;
/** How much more often a prompt holds its own target than that of another row. */
const TOLD_EXCESS = 0.25;
const FEWEST_PROMPTS = 10;

/** Targets that came back as predictions, as they are or stretched. */
export function copiedTargets(pairs: readonly Pair[], r: number | null): string | null {
  const equal =
    pairs.filter(({ predicted, actual }) => predicted === actual).length / Math.max(1, pairs.length);
  if (equal >= TOO_MANY_EQUAL && pairs.length > 0)
    return `${Math.round(equal * 100)} % of the predictions equal their target: the target was known`;
  if (r !== null && Math.abs(r) >= TOO_ALIKE)
    return `predictions are the targets on another scale (correlation ${r.toFixed(4)}): the target was known`;
  return null;
}

const NUMBER = /[\d.]+/g;

/** Numbers of a text in decimal digits; a full stop after one is no part of it, and versions as 1.2.3 are none. */
const numbersIn = (text: string): Set<number> =>
  new Set(Array.from(text.matchAll(NUMBER), ([one]) => Number(one)).filter((one) => !Number.isNaN(one)));

/**
 * Prompts that tell the target: they hold their own target far more often than the target of another row. A scale that
 * every prompt names ("from 1 to 10") is in all of them alike and does not count.
 */
export function targetsInPrompts(file: PredictionFile): string | null {
  const rows = testRows(file).flatMap(({ prompt, actual }) => (prompt === null ? [] : [{ prompt, actual }]));
  if (rows.length < FEWEST_PROMPTS) return null;
  const numbers = rows.map(({ prompt }) => numbersIn(prompt));
  const own = rows.filter(({ actual }, at) => numbers[at]?.has(actual)).length / rows.length;
  const pairs = rows.length * (rows.length - 1);
  const others = rows.reduce(
    (sum, { actual }, at) => sum + numbers.filter((set, i) => i !== at && set.has(actual)).length,
    0,
  );
  if (own - others / pairs <= TOLD_EXCESS) return null;
  return `the target is in the prompt: ${Math.round(own * 100)} % of the prompts hold their own target, ${Math.round((others / pairs) * 100)} % that of another row`;
}
