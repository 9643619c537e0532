import { describe, expect, it } from 'vitest';
import { evalScores, readScoreTexts } from '../../../scripts/eval/eval-scores.ts';
import { HALVES } from '../../../scripts/eval/labelled-verses.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';

describe('the labelled texts', async () => {
  const texts = await readScoreTexts();
  const lexicon = openLexicon(await readLexicon());

  it('are 71 verses and 77 other texts, each written once, every kind in both halves', () => {
    expect(texts.filter((text) => text.in_domain)).toHaveLength(71);
    expect(texts.filter((text) => !text.in_domain)).toHaveLength(77);
    expect(new Set(texts.map(({ lines }) => lines.join('\n'))).size).toBe(texts.length);
    const kinds = HALVES.map(
      (half) => new Set(texts.filter((text) => text.half === half).map(({ kind }) => kind)),
    );
    expect(kinds[0]).toEqual(kinds[1]);
  });

  it('of the tuning half are told apart, better than by language and by the most frequent answer', () => {
    const { tune, test } = evalScores(
      texts.filter(({ half }) => half === 'tune'),
      lexicon,
    );
    expect(test).toBeUndefined();
    expect(tune?.verses_rated).toBeGreaterThanOrEqual(0.97);
    expect(tune?.others_unrated).toBeGreaterThanOrEqual(0.95);
    for (const baseline of [tune?.rated.english, tune?.rated.majority])
      expect(tune?.rated.engine.accuracy).toBeGreaterThan((baseline?.accuracy ?? 1) + 0.2);
    expect(tune?.quality.lowest).toBeGreaterThan(0.3);
  });
});
