import { describe, expect, it } from 'vitest';
import { compound, polarity } from '../../../../src/lyrics/sentiment/vader.ts';
import { nameEmoji, valenceOf } from '../../../../src/lyrics/sentiment/vader-tokens.ts';

const compoundFor = (sum: number) => Number((sum / Math.sqrt(sum * sum + 15)).toFixed(4));
const good = valenceOf('good') ?? 0;
const bad = valenceOf('bad') ?? 0;

describe('polarity', () => {
  it.each([
    ['the kettle was good', good],
    ['the kettle was not good', good * -0.74],
    ["the kettle wasn't good", good * -0.74],
    ['the kettle was very good', good + 0.293],
    ['the kettle was very quickly good', good + 0.293 * 0.95],
    ['the kettle was kinda bad', bad + 0.293],
    ['the kettle was kind of good', good - 0.293],
    ['the kettle was GOOD', good + 0.733],
    ['THE KETTLE WAS GOOD', good],
    ['the kettle was good!!!', good + 3 * 0.292],
    ['the kettle was good!!!!!!', good + 4 * 0.292],
    ['the kettle was good??', good + 2 * 0.18],
    ['the kettle was good but the lid was bad', good * 0.5 + bad * 1.5],
    ['the least good kettle of all', good * -0.74],
    ['at least good kettles were there', good],
    ['that old kettle is the bomb', 3],
    ['no good kettle here', good * -0.74],
    ['he is a badass', 1.4],
    ['the kettle never sounded so good', (good + 0.293) * 1.25],
  ])('scores %j', (text, sum) => {
    expect(polarity(text).compound).toBe(compoundFor(sum));
  });

  it('divides the words into positive, neutral and negative', () => {
    const { pos, neu, neg } = polarity('good kettle and bad lid');
    const total = good + 1 + (1 - bad) + 3;
    expect(pos).toBeCloseTo((good + 1) / total, 3);
    expect(neg).toBeCloseTo((1 - bad) / total, 3);
    expect(neu).toBeCloseTo(3 / total, 3);
  });

  it('reads an emoji as the words of its name', () => {
    expect(polarity('💔 kettle').compound).toBe(polarity('broken heart kettle').compound);
  });

  it.each([
    ['I ❤ you', 'published', 0, 0],
    ['I ❤ you', 'current', 0.583, 0.6369],
    ['he is a badass', 'published', 0.545, 0.34],
    ['he is a badass', 'current', 0.444, 0.34],
  ] as const)(
    'reads %j as the %s release does, which keep one-character words and hearts or not',
    (...row) => {
      const [text, release, pos, compoundScore] = row;
      expect(polarity(text, release)).toMatchObject({ pos, compound: compoundScore });
    },
  );

  it.each(['❤', '♥', '❣', '☺', '☹', '☠', '💀', '😎'])('knows %s, old or new', (emoji) => {
    expect(nameEmoji(emoji)).toMatch(/[a-z]/);
  });

  it('recognises emoticons and ignores initials', () => {
    expect(polarity('kettle :)').compound).toBeGreaterThan(0);
    expect(polarity('a & I').compound).toBe(0);
  });

  it.each(['', '   ', '...', '🫖'])('finds nothing in %j', (text) => {
    expect(polarity(text)).toMatchObject({ pos: 0, neg: 0, compound: 0 });
  });

  it('gives the same compound score unrounded', () => {
    const line = 'the kettle was VERY good, but nobody loved it!';
    expect(Number(compound(line).toFixed(4))).toBe(polarity(line).compound);
  });
});
