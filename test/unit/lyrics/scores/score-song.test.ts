import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_MEASURES, type ScoreMeasures } from '../../../../src/lyrics/scores/measures.ts';
import { scoreSong } from '../../../../src/lyrics/scores/score-song.ts';
import { tempered } from '../../../../src/lyrics/scores/weights.ts';

const DENSE: ScoreMeasures = {
  rhyme_density: 0.4,
  rhymed_ends: 1,
  multisyllabic_rhymes: 12,
  internal_rhymes: 2,
  mtld: 120,
  mean_word_length: 4,
  syllables_per_line: 12,
  regularity: 0.85,
  distinct_lines: 0.9,
};
const SPARSE: ScoreMeasures = {
  ...DENSE,
  rhyme_density: 0.05,
  rhymed_ends: 0.1,
  multisyllabic_rhymes: 0,
  internal_rhymes: 0,
};
const LONG = { syllables: 600, unrated: null };

describe('the quality', () => {
  it('rises with every kind of rhyme', () => {
    const [dense, sparse] = [scoreSong(DENSE, LONG).quality ?? 0, scoreSong(SPARSE, LONG).quality ?? 1];
    expect(dense).toBeGreaterThan(0.8);
    expect(sparse).toBeLessThan(0.4);
    for (const name of ['rhyme_density', 'rhymed_ends', 'multisyllabic_rhymes', 'internal_rhymes'] as const)
      expect(scoreSong({ ...SPARSE, [name]: DENSE[name] }, LONG).quality).toBeGreaterThan(sparse);
  });

  it.each(['language', 'unknown_words', 'no_sentences', 'refrain', 'short', 'prose'] as const)(
    'of a text out of domain is null, with its reason: %s',
    (unrated) => {
      const scores = scoreSong(DENSE, { syllables: 600, unrated });
      expect(scores).toMatchObject({ quality: null, reason: unrated, percentiles: { quality: null } });
      expect(scores.percentiles.rhyme_density).toBeGreaterThan(0.9);
      expect(scores.complexity === null).toBe(unrated === 'unknown_words');
    },
  );

  it('without measures is null because the text is too short', () => {
    expect(scoreSong(NO_MEASURES, { syllables: 5, unrated: null })).toMatchObject({
      quality: null,
      complexity: null,
      reason: 'short',
    });
  });
});

describe('a score of a short text', () => {
  it('lies between the middle and its own measures, closer to these the longer the text is', () => {
    const property = fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(5000),
      fc.nat(5000),
      (score, some, more) => {
        const [short, long] = [tempered(score, some) ?? 2, tempered(score, some + more) ?? 2];
        expect(Math.abs(long - 0.5)).toBeGreaterThanOrEqual(Math.abs(short - 0.5) - 1e-12);
        expect(Math.abs(long - 0.5)).toBeLessThanOrEqual(Math.abs(score - 0.5) + 1e-12);
        expect(Math.sign(long - 0.5) * Math.sign(score - 0.5)).toBeGreaterThanOrEqual(0);
      },
    );
    fc.assert(property);
  });

  it('is null if there is none', () => {
    expect(tempered(null, 100)).toBeNull();
  });
});
