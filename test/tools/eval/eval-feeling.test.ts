import { describe, expect, it } from 'vitest';
import { majorityOf, scoreClasses } from '../../../scripts/eval/class-scores.ts';
import { evalFeeling } from '../../../scripts/eval/eval-feeling.ts';
import { lexiconCount, vaderAlone } from '../../../scripts/eval/feeling-baselines.ts';
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

  it('are 307 for tuning and 60 for the test, each written once', () => {
    expect(HALVES.map((half) => verses.filter((verse) => verse.half === half).length)).toEqual([307, 60]);
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

  it('are scored by half, with the baselines beside the engine', async () => {
    const halves = evalFeeling(
      verses.slice(-12).concat(verses.slice(0, 12)),
      openLexicon(await readLexicon()),
    );
    expect(Object.keys(halves)).toEqual(['tune', 'test']);
    for (const half of Object.values(halves)) {
      expect(Object.keys(half.sentiment)).toEqual(['engine', 'vader', 'lexicon_count', 'majority']);
      expect(half.verses).toBe(12);
    }
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
