import { describe, expect, it } from 'vitest';
import { findRhymes, type RhymeFinderKind } from '../../../../src/lyrics/rhyme/rhyme-finder.ts';
import { lexicon } from '../../../support/lexicon.ts';

const find = (query: string, kind: RhymeFinderKind, limit = 30) =>
  findRhymes(lexicon, query, { kind, limit });
const words = (query: string, kind: RhymeFinderKind, limit = 30) =>
  find(query, kind, limit).map(({ word }) => word);

describe('perfect rhymes', () => {
  it('share every sound from the stressed vowel on', () => {
    expect(words('night', 'perfect')).toEqual(expect.arrayContaining(['light', 'right', 'write']));
    expect(words('night', 'perfect')).not.toContain('night');
    expect(words('station', 'perfect', 200)).toEqual(expect.arrayContaining(['nation', 'education']));
  });

  it('leave out homophones and longer words that contain the word', () => {
    expect(words('night', 'perfect', 500)).not.toContain('knight');
    expect(words('night', 'perfect', 500)).not.toContain('tonight');
  });

  it('are sorted by frequency', () => {
    const frequencies = find('night', 'perfect').map(({ frequency }) => frequency);
    expect(frequencies).toEqual(frequencies.toSorted((a, b) => b - a));
  });
});

describe('near rhymes', () => {
  it('have similar sounds without being perfect', () => {
    const near = words('night', 'near', 300);
    expect(near).toEqual(expect.arrayContaining(['like', 'ride']));
    expect(near).not.toContain('light');
  });
});

describe('multisyllabic rhymes', () => {
  it('rhyme on two syllables and more, longest first', () => {
    const found = find('education', 'multi');
    expect(found.map(({ word }) => word)).toContain('dedication');
    expect(Math.min(...found.map(({ matched }) => matched))).toBeGreaterThanOrEqual(2);
  });

  it('accept a phrase', () => {
    expect(find('late at night', 'multi').length).toBeGreaterThan(0);
  });

  it('are empty for one syllable', () => {
    expect(find('cat', 'multi')).toEqual([]);
  });
});

describe('the finder', () => {
  it('filters by syllables and respects the limit', () => {
    const found = findRhymes(lexicon, 'light', { kind: 'perfect', syllables: 2, limit: 5 });
    expect(found).toHaveLength(5);
    expect(found.every(({ syllables }) => syllables === 2)).toBe(true);
  });

  it('returns nothing for a text without pronunciation', () => {
    for (const query of ['', '...', 'слово', '🔥']) expect(find(query, 'perfect')).toEqual([]);
  });

  it('pronounces words missing from the lexicon', () => {
    expect(words('spone', 'perfect', 200)).toContain('stone');
  });

  it.each(['free', 'city', 'night', 'education', 'go'])('finds rhymes for %s within 20 ms', (query) => {
    for (const kind of ['perfect', 'near', 'multi'] as const) {
      find(query, kind);
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        find(query, kind);
        return performance.now() - start;
      });
      expect(Math.min(...times)).toBeLessThan(20);
    }
  });
});
