import { describe, expect, it } from 'vitest';
import { majorityOf, scoreClasses } from '../../../scripts/eval/class-scores.ts';
import { evalFeeling } from '../../../scripts/eval/eval-feeling.ts';
import { lexiconCount, vaderAlone } from '../../../scripts/eval/feeling-baselines.ts';
import { readLabelledDemo } from '../../../scripts/eval/labelled-demo.ts';
import { HALVES, readLabelledVerses } from '../../../scripts/eval/labelled-verses.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';

describe('scores of classes', () => {
  it('count every class the same in macro-F1', () => {
    const rows = [
      { right: 'a', predicted: 'a' },
      { right: 'a', predicted: 'a' },
      { right: 'b', predicted: 'a' },
      { right: 'b', predicted: 'b' },
    ];
    expect(scoreClasses(rows)).toEqual({ accuracy: 0.75, macro_f1: 0.733 });
  });

  it('include a class that is only predicted', () => {
    expect(scoreClasses([{ right: 'a', predicted: 'b' }])).toEqual({ accuracy: 0, macro_f1: 0 });
  });

  it('have the most frequent class as a baseline', () => {
    expect(majorityOf(['a', 'b', 'b'])).toBe('b');
  });
});

describe('the labelled verses', async () => {
  const verses = await readLabelledVerses();

  it('are 732 for tuning and 140 for the test, in three sets, each written once', () => {
    const count = (set: number) =>
      HALVES.map((half) => verses.filter((verse) => verse.half === half && verse.set === set).length);
    expect([1, 2, 3].map(count)).toEqual([
      [307, 60],
      [160, 80],
      [265, 0],
    ]);
    expect(new Set(verses.map(({ id }) => id)).size).toBe(verses.length);
    expect(new Set(verses.map(({ lines }) => lines.join('\n'))).size).toBe(verses.length);
  });

  it('for the test were not in view when the lexicon was written', () => {
    expect(verses.filter(({ half, lexicon }) => half === 'test' && lexicon === true)).toEqual([]);
  });

  it('hold every kind in both halves', () => {
    const kinds = HALVES.map(
      (half) => new Set(verses.filter((one) => one.half === half).map((one) => one.kind)),
    );
    expect(kinds[0]).toEqual(kinds[1]);
  });

  it('are scored by half and test set, with the baselines beside the engine', async () => {
    const few = [1, 2].flatMap((set) =>
      HALVES.flatMap((half) => verses.filter((one) => one.set === set && one.half === half).slice(0, 6)),
    );
    const groups = evalFeeling(few, openLexicon(await readLexicon()));
    expect(Object.entries(groups).map(([name, { verses: count }]) => [name, count])).toEqual([
      ['tune', 12],
      ['test', 6],
      ['test_2', 6],
    ]);
    for (const group of Object.values(groups))
      expect(Object.keys(group.sentiment)).toEqual(['engine', 'vader', 'lexicon_count', 'majority']);
  });
});

describe('the labelled songs of the demo', async () => {
  const demo = await readLabelledDemo();

  it('are whole songs, each once', () => {
    expect(new Set(demo.map(({ id }) => id)).size).toBe(78);
    for (const { lines } of demo) expect(lines.length).toBeGreaterThan(16);
  });

  it('are a group of their own, beside the majority of the tuning half', async () => {
    const tuning = (await readLabelledVerses()).filter(({ half }) => half === 'tune').slice(0, 3);
    const groups = evalFeeling(tuning, openLexicon(await readLexicon()), demo.slice(0, 4));
    expect(Object.entries(groups).map(([name, { verses }]) => [name, verses])).toEqual([
      ['tune', 3],
      ['demo', 4],
    ]);
    // All three verses are negative, none of the four songs is.
    expect(groups.demo?.sentiment.majority.accuracy).toBe(0);
  });
});

describe('the baselines', () => {
  it.each([
    ['a wonderful happy morning', 'positive'],
    ['a terrible horrible evening', 'negative'],
    ['the kettle stands by the door', 'neutral'],
  ] as const)('read “%s” as %s', (text, sentiment) => {
    expect(vaderAlone(text).sentiment).toBe(sentiment);
    expect(lexiconCount(text).sentiment).toBe(sentiment);
  });

  it('count positive against negative words', () => {
    expect(lexiconCount('a happy morning, a terrible evening').sentiment).toBe('mixed');
  });
});
