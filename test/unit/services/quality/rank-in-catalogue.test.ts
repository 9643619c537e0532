import { describe, expect, it } from 'vitest';
import { analyzeLyrics } from '../../../../src/lyrics/analyze.ts';
import type { MeasureName } from '../../../../src/ml/trends/measures.ts';
import { rankInCatalogue } from '../../../../src/services/quality/rank-in-catalogue.ts';
import { lexicon } from '../../../support/lexicon.ts';
import { VERSE } from '../../../support/seed.ts';

const analysis = analyzeLyrics(VERSE, { lexicon });
const rank = (measure: MeasureName, quantiles: readonly number[], songs: number) =>
  rankInCatalogue(analysis, new Map([[measure, { quantiles, songs }]]));
const upTo = (most: number): number[] => Array.from({ length: 101 }, (_, n) => (n * most) / 100);

describe('the place of a text among the songs of the catalogue', () => {
  it('is the share of the songs that have less', () => {
    const [words] = rank('syllables_per_line', upTo(20), 500);
    expect(words?.songs).toBe(500);
    expect(words?.percentile).toBeCloseTo((words?.value ?? 0) / 20);
    expect(words?.label).toBe('syllables a line');
  });

  it('is not told of the vocabulary of fewer than fifty words', () => {
    const words =
      'I left the harbour light before the morning learned to hum and carried all I owned inside a drum';
    const of = (text: string) =>
      rankInCatalogue(
        analyzeLyrics(text, { lexicon }),
        new Map([['mtld', { quantiles: upTo(200), songs: 500 }]]),
      );
    expect(of(words)).toEqual([]);
    expect(
      of(
        `${VERSE}\n${words}\nWe counted every lantern on the lane and every window had a name\nMy brother sold his bicycle for bread and never asked for it again`,
      ),
    ).toHaveLength(1);
  });

  it('is not told among a few songs, nor for what grows with the length of a text', () => {
    expect(rank('syllables_per_line', upTo(20), 29)).toEqual([]);
    expect(rank('repeated_lines', upTo(1), 500)).toEqual([]);
    expect(rank('words', upTo(1000), 500)).toEqual([]);
  });
});
