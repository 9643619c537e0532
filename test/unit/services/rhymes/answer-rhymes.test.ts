import { describe, expect, it } from 'vitest';
import { answerRhymes } from '../../../../src/services/rhymes/answer-rhymes.ts';
import { lexicon } from '../../../support/lexicon.ts';

const ask = (word: string, topic: 'wealth' | 'love' | 'battle' | null, limit = 10) =>
  answerRhymes(lexicon, { word, kind: 'near', syllables: null, topic, limit });

describe('rhymes of a theme', () => {
  it('are fewer, keep their order, and are rhymes without the theme, too', () => {
    const all = ask('stash', null, 2000).items.map(({ word }) => word);
    const { items, reason } = ask('stash', 'wealth');
    const kept = items.map(({ word }) => word);
    expect(reason).toBeNull();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(all.filter((word) => kept.includes(word)));
  });

  it('that do not exist have their reason', () => {
    const { items, reason } = ask('orange', 'battle');
    expect(items).toEqual([]);
    expect(reason).toMatchObject({ code: 'filtered', detail: expect.stringContaining('battle') });
  });
});

describe('the best rhymes', () => {
  const best = (word: string, limit = 6) =>
    answerRhymes(lexicon, { word, kind: 'best', syllables: null, topic: null, limit });
  const kinds = (word: string) => [...new Set(best(word).items.map(({ kind }) => kind))];

  it.each(['light', 'fiancé', "runnin'", 'on my mind'])('of %s are perfect', (word) => {
    expect(kinds(word)).toEqual(['perfect']);
    expect(best(word).items).toMatchObject(
      answerRhymes(lexicon, { word, kind: 'perfect', syllables: null, topic: null, limit: 6 }).items,
    );
  });

  it.each(['Gucci', 'orange', 'Kendrick', 'month'])('of %s, which has no perfect one, are near', (word) => {
    expect(kinds(word)).toEqual(['near']);
    expect(best(word).items).toHaveLength(6);
  });

  it('of a word of which one reading has no perfect rhyme are near for that reading', () => {
    const { readings, items } = best('desert', 10);
    const kindOf = (reading: number) => [
      ...new Set(items.filter((item) => item.reading === reading).map(({ kind }) => kind)),
    ];
    expect(readings.map((_, reading) => kindOf(reading)).sort()).toEqual([['near'], ['perfect']]);
    expect(items).toHaveLength(10);
  });

  it('that do not exist have their reason', () => {
    expect(best('день')).toMatchObject({ items: [], reason: { code: 'unknown_script' } });
  });
});
