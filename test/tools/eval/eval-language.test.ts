import { describe, expect, it } from 'vitest';
import { evalLanguage } from '../../../scripts/eval/eval-language.ts';
import { HALVES } from '../../../scripts/eval/labelled-verses.ts';
import { readLabelledSnippets } from '../../../scripts/eval/language-snippets.ts';

describe('the labelled snippets', async () => {
  const snippets = await readLabelledSnippets();

  it('are in two halves, each written once', () => {
    expect(HALVES.map((half) => snippets.filter((one) => one.half === half).length)).toEqual([332, 332]);
    expect(new Set(snippets.map(({ id }) => id)).size).toBe(snippets.length);
    expect(new Set(snippets.map(({ text }) => text)).size).toBe(snippets.length);
  });

  it('have their language told far more often than by simple methods', () => {
    for (const half of Object.values(evalLanguage(snippets))) {
      expect(half.engine.accuracy).toBeGreaterThan(0.95);
      expect(half.engine.accuracy).toBeGreaterThan(half.tinyld_light.accuracy + 0.3);
      expect(half.engine.accuracy).toBeGreaterThan(half.word_count.accuracy);
      expect(half.always_english.accuracy).toBeLessThan(0.35);
    }
  });

  it('are never called English when they are not, and hardly ever missed when they are', () => {
    for (const half of Object.values(evalLanguage(snippets))) {
      expect(half.engine.called_english).toBeLessThan(0.01);
      expect(half.engine.english_missed).toBeLessThan(0.05);
    }
  });

  it('are given a confidence near the share of right answers', () => {
    for (const half of Object.values(evalLanguage(snippets)))
      expect(half.calibration_error).toBeLessThan(0.06);
  });
});

describe('evalLanguage', () => {
  it('accepts each language of a mixed text, and only nothing where there is no language', () => {
    const report = evalLanguage([
      {
        id: 'a',
        kind: 'mixed',
        half: 'tune',
        language: 'es',
        languages: ['es', 'en'],
        text: 'You know I want you tonight and forever',
      },
      { id: 'b', kind: 'vocables', half: 'tune', language: null, text: 'La la la' },
      { id: 'c', kind: 'vocables', half: 'tune', language: null, text: 'I love you and you know it' },
    ]);
    expect(report.tune?.kinds).toEqual({
      mixed: { right: 1, snippets: 1 },
      vocables: { right: 1, snippets: 2 },
    });
    expect(report.tune?.misses).toEqual([{ id: 'c', right: null, predicted: 'en' }]);
    expect(report.test).toBeUndefined();
  });
});
