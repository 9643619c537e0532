import { describe, expect, it } from 'vitest';
import { SENTIMENT_CLASSES } from '../../../../src/lyrics/feeling/feeling-classes.ts';
import { FEELING_MODEL } from '../../../../src/lyrics/feeling/feeling-model.ts';
import { HUNDREDTHS, judgeFeeling } from '../../../../src/lyrics/feeling/judge-feeling.ts';
import { committedVectors } from '../../../../src/lyrics/feeling/word-vectors.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';

const PLACES = ['river', 'kitchen', 'window', 'street', 'table', 'corner', 'bus', 'house'];
const PLAIN_SONG = PLACES.flatMap((place) => [
  `We walked by the ${place} in the morning`,
  `I put my coat on the chair by the ${place}`,
  `You said the ${place} was there before the road`,
]);

/** A model that knows nothing but how often each mood was labelled. */
function priorOnly(labelled: Record<(typeof SENTIMENT_CLASSES)[number], number>) {
  const sentiment = SENTIMENT_CLASSES.map((name, at) =>
    (FEELING_MODEL.sentiment[at] ?? []).map((_, feature, row) =>
      feature === row.length - 1 ? HUNDREDTHS * Math.log(labelled[name]) : 0,
    ),
  );
  return { model: { ...FEELING_MODEL, sentiment }, vectors: committedVectors() };
}

describe('the mood of a song', () => {
  it('of parts that say nothing is not the mood that was labelled most often', () => {
    const learned = priorOnly({ positive: 0.303, neutral: 0.056, mixed: 0.178, negative: 0.463 });
    const { parts, sentiment } = judgeFeeling(readSong(PLAIN_SONG.join('\n')), learned);
    expect(parts).toBe(4);
    expect(sentiment.positive).toBeCloseTo(sentiment.negative, 2);
    expect(SENTIMENT_CLASSES.reduce((sum, name) => sum + sentiment[name], 0)).toBeCloseTo(1, 9);
  });
});

describe('a text whose words are not known', () => {
  it.each([
    [
      'names',
      'Michael, Sarah, Tyrone, Denise\nKwame, Fatima, Luis, Marie\nJamal, Keisha, Andre, Rosa\nAhmed, Ling, Elise',
    ],
    [
      'gibberish',
      'Flimble grobber in the snizzle trock\nWimble drobber on the fizzle mock\nGlorp and zander to the minkle bay\nThorp and lander for the tinkle day',
    ],
  ])('has no mood: %s', (_, text) => {
    expect(judgeFeeling(readSong(text)).parts).toBe(0);
  });

  it.each([
    ['a line', 'The kettle stands by the door in the morning'],
    ['slang', 'Badmind people cyaan stop mi plan\nMi cry fi mi madda every night\nJah bless di yute dem'],
  ])('but %s has one', (_, text) => {
    expect(judgeFeeling(readSong(text)).parts).toBe(1);
  });
});
