import { describe, expect, it } from 'vitest';
import { rateExplicit } from '../../../../src/lyrics/explicit/rate-explicit.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';

const PLACES = ['river', 'harbour', 'station', 'garden', 'kitchen', 'market', 'window', 'corner', 'library'];
const LINES = PLACES.flatMap((place) => [
  `We met beside the ${place} in the morning`,
  `And nobody remembers who had been at the ${place} before`,
]);

/** The phrases between harmless lines of a song, far from each other. */
const rate = (...phrases: string[]) =>
  rateExplicit(
    readSong(LINES.flatMap((line, at) => [line, ...(phrases[at / 5] ? [phrases[at / 5]] : [])]).join('\n')),
    'en',
  );

const LOOSE = [
  "And you'd pinch up your nose and you'd lower your voice",
  'White little tide lines, high lines, a chart',
  "Man, I'm so high I can't phone me",
  'Nineteen, with a line of white light that she thought she could ride',
  'They found me a desk with a bulb that was shot',
];

describe('in a song of many lines', () => {
  it.each(LOOSE)('one line that may sound like a scene is mild at most: %s', (phrase) => {
    const { rating, hits } = rate(phrase);
    expect(rating).not.toBe('explicit');
    expect((hits ?? []).map(({ severity }) => severity)).not.toContain('strong');
  });

  it('a line of the chorus is no more than one line', () => {
    expect(
      rate("I'm so high I can't see", "I'm so high I can't feel", "I'm so high I can't see").rating,
    ).toBe('mild');
  });

  it.each([
    'Left a bullet in his head on the floor',
    'He was snorting cocaine off the table',
    'I stabbed him in the neck with a knife',
  ])('one line that says it plainly is enough: %s', (phrase) => {
    expect(rate(phrase).rating).toBe('explicit');
  });

  it('two scenes are enough, and so is a strong word', () => {
    expect(rate("I'm so high I can't feel", 'They put him in the dirt').rating).toBe('explicit');
    expect(rate('what the fuck is that').rating).toBe('explicit');
  });

  it('a short text is rated by its only scene', () => {
    expect(rateExplicit(readSong("Man, I'm so high I can't phone me"), 'en').rating).toBe('explicit');
  });
});
