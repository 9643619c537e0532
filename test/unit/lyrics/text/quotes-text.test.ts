import { describe, expect, it } from 'vitest';
import { quotationsOf } from '../../../../src/lyrics/text/quotes-text.ts';

const isQuotation = quotationsOf(`The kettle hums a tune about the rain
Love me
Don’t wait for the morning`);

describe('a sentence about a text', () => {
  it.each([
    'A song in which the kettle hums a tune, and more',
    'A song about love, centred on the line “Love me”.',
    'Centred on “the kettle hums a tu…”',
    'THE KETTLE, HUMS; A TUNE',
    "don't wait for the morning",
    'Wait for the',
  ])('quotes it: %s', (phrase) => {
    expect(isQuotation(phrase)).toBe(true);
  });

  it.each([
    'A kettle sings while rain falls on the city',
    'Somebody asks a lover not to wait',
    'morning',
    'the rain',
    'He calls it “a victory”.',
    '',
  ])('does not quote it: %s', (phrase) => {
    expect(isQuotation(phrase)).toBe(false);
  });
});
