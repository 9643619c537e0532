import { describe, expect, it } from 'vitest';
import { judgeFeeling } from '../../../../src/lyrics/feeling/judge-feeling.ts';
import { measureSentiment } from '../../../../src/lyrics/sentiment/measure-sentiment.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';

const good = 'what a wonderful happy morning';
const bad = 'a terrible horrible evening';
const plain = 'the kettle stands by the door';
const measure = (...lines: string[]) => measureSentiment(judgeFeeling(readSong(lines.join('\n'))));

describe('measureSentiment', () => {
  it.each([
    ['positive', [good, good, plain]],
    ['negative', [bad, bad, plain]],
    ['neutral', [plain, 'a window and a table', 'copper in the drawer']],
    [
      'mixed',
      [
        'i love you but you broke my heart',
        'you were the best and the worst of my life',
        'i laugh and i cry, i miss you and i am glad',
      ],
    ],
  ] as const)('rates a song as %s', (label, lines) => {
    expect(measure(...lines).label).toBe(label);
  });

  it.each([
    [
      'an elegy',
      'negative',
      'We carried your casket in the cold and the rain\nRest in peace my brother, I will feel this pain',
    ],
    [
      'a drill hook',
      'negative',
      'Put him in the dirt, put him in the dirt\n(Grrah) blood all over his designer shirt',
    ],
    [
      'a brag in slang',
      'positive',
      "This flow is sick, I'm killing every beat\nThe king of the city with the crowd on its feet",
    ],
    ['love in few words', 'positive', 'I love you so much'],
    ['a list of things', 'neutral', 'A kettle and a table by the door\nA box of paper cups, a number four'],
    ['nothing but an aside', 'neutral', '(yeah, yeah)'],
  ] as const)('hears %s as %s', (_, label, text) => {
    expect(measure(text).label).toBe(label);
  });

  it('counts a repeated line once, and shows its score each time', () => {
    const once = measure(good, bad, plain);
    const often = measure(good, bad, good, good, good, plain);
    expect(often.score).toBeCloseTo(once.score, 10);
    expect(often.detail.lines.map(({ score }) => score > 0)).toEqual([true, false, true, true, true, false]);
  });

  it.each([[good], [bad], [plain], [good, bad, plain]])(
    'has a score of the sign of its label: %j',
    (...lines) => {
      const { label, score } = measure(...lines);
      if (label === 'positive') expect(score).toBeGreaterThan(0);
      if (label === 'negative') expect(score).toBeLessThan(0);
    },
  );

  it('gives values by line, section and tenth of the song', () => {
    const { detail } = measure('[Verse 1]', bad, bad, '', '[Chorus]', good, good);
    expect(detail.lines.map((line) => line.line)).toEqual([1, 2, 5, 6]);
    expect(detail.sections.map(({ section, lines }) => [section, lines])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(detail.arc).toHaveLength(4);
    expect(detail.slope).toBeGreaterThan(0);
    expect(detail.positive).toBe(0.5);
    expect(detail.negative).toBe(0.5);
  });

  it('gives no shares and no slope without lines', () => {
    expect(measure('…')).toMatchObject({
      label: 'neutral',
      score: 0,
      detail: { lines: [], arc: [], slope: null, positive: null },
    });
  });
});
