import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Choice, fillLine, type Place } from '../../../../src/ml/compose/line-lattice.ts';

const choice = fc.record({
  word: fc.constantFrom('a', 'b', 'c'),
  number: fc.constant(0),
  syllables: fc.integer({ min: 1, max: 3 }),
  score: fc.integer({ min: -9, max: 9 }),
  repeats: fc.integer({ min: 0, max: 2 }),
});
const place = fc
  .array(choice, { minLength: 1, maxLength: 3 })
  .map((choices): Place => ({ choices, extra: new Float64Array(choices.length) }));
const range = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 4 }))
  .map(([min, more]) => ({ min, max: min + more }));

const syllablesOf = (line: readonly Choice[]): number => line.reduce((sum, one) => sum + one.syllables, 0);
const scoreOf = (line: readonly Choice[]): number => line.reduce((sum, one) => sum + one.score, 0);

function longestRun(line: readonly Choice[]): number {
  let [run, longest] = [0, 0];
  for (const { repeats } of line) {
    run = repeats === 0 ? 0 : run + repeats;
    longest = Math.max(longest, run);
  }
  return longest;
}

const every = (places: readonly Place[]): Choice[][] =>
  places.reduce<Choice[][]>(
    (lines, { choices }) => lines.flatMap((before) => choices.map((one) => [...before, one])),
    [[]],
  );

it('finds the best line of all that have the syllables and repeat at most four words in a row', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), range, (places, { min, max }) => {
      const allowed = every(places).filter(
        (line) => syllablesOf(line) >= min && syllablesOf(line) <= max && longestRun(line) <= 4,
      );
      const filled = fillLine(places, { min, max });
      expect(filled === null).toBe(allowed.length === 0);
      if (!filled) return;
      expect(syllablesOf(filled.choices)).toBe(filled.syllables);
      expect(filled.syllables).toBeGreaterThanOrEqual(min);
      expect(filled.syllables).toBeLessThanOrEqual(max);
      expect(longestRun(filled.choices)).toBeLessThanOrEqual(4);
      expect(filled.score).toBe(Math.max(...allowed.map(scoreOf)));
    }),
  );
});
