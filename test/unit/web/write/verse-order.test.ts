import { expect, it } from 'vitest';
import { GenerateBody } from '../../../../src/http/schemas/writing.ts';
import { FIRST_FORM, leadingLines, verseOrder } from '../../../../src/web/write/verse/verse-order.ts';

const form = { ...FIRST_FORM, about: ' a long way home ' };

it('asks for what the form says, and leaves out what it leaves open', () => {
  expect(verseOrder(form, { lines: 4, kept: [] })).toEqual({
    prompt: 'a long way home',
    lines: 4,
    scheme: 'AABB',
    max_length: 264,
    stream: true,
  });
});

it('is a request that the API takes, in every combination', () => {
  for (const scheme of ['ABAB', 'free', 'own'] as const)
    for (const depth of ['', 'multi'] as const)
      for (const [syllablesFrom, syllablesTo] of [
        ['', ''],
        ['12', '8'],
        ['9', ''],
      ] as const)
        for (const artist of ['', 'Oda Brightwater']) {
          const filled = { ...form, scheme, ownScheme: 'aab-', depth, syllablesFrom, syllablesTo, artist };
          const order = verseOrder(filled, { lines: 16, kept: leadingLines(['I count the lamps']) });
          expect(GenerateBody.safeParse(order).error).toBeUndefined();
        }
});

it('leaves room for the lines that are kept', () => {
  const kept = leadingLines(['x'.repeat(120), 'y'.repeat(120)]);
  expect(verseOrder(form, { lines: 3, kept }).max_length).toBeGreaterThanOrEqual(242 + 66);
});
