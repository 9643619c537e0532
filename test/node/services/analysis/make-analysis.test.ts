import { expect, it } from 'vitest';
import { VERSE } from '../../../support/judged-verse.ts';
import { openModelWorld } from '../../../support/model-world.ts';

/** Every number of a JSON value, in its order. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

it('the figures of an analysis have at most four decimals', async () => {
  const { provenance: _, ...figures } = await openModelWorld([]).analyze(VERSE, { choice: 'algorithmic' });
  const decimals = numbersIn(figures).map((number) => String(number).split('.')[1]?.length ?? 0);
  expect(Math.max(...decimals)).toBe(4);
});
