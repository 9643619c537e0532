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
