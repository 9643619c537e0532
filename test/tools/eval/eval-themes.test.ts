import { describe, expect, it } from 'vitest';
import { evalThemes } from '../../../scripts/eval/eval-themes.ts';
import { judgeEvidence, readJudgedLines } from '../../../scripts/eval/judge-evidence.ts';
import { HALVES } from '../../../scripts/eval/labelled-verses.ts';
import { scoreSets } from '../../../scripts/eval/score-sets.ts';
import { readThemeVerses } from '../../../scripts/eval/theme-verses.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { THEMES } from '../../../src/lyrics/themes/theme-names.ts';

describe('scores of sets', () => {
  it('count all names together and each by itself', () => {
    const { micro, macro, by_name } = scoreSets([
      { right: ['a'], predicted: ['a', 'b'] },
      { right: ['a', 'b'], predicted: ['a'] },
      { right: [], predicted: [] },
    ]);
    expect(micro).toEqual({ precision: 0.667, recall: 0.667, f1: 0.667 });
    expect(macro).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(by_name).toMatchObject({ a: { right: 2, predicted: 2, hits: 2 }, b: { precision: 0, recall: 0 } });
  });

  it('are perfect where nothing is right and nothing predicted', () => {
    expect(scoreSets([{ right: [], predicted: [] }]).micro).toEqual({ precision: 1, recall: 1, f1: 1 });
  });
});

describe('the verses with themes', async () => {
  const verses = await readThemeVerses();

  it('are written once and name every theme in both halves', () => {
    expect(new Set(verses.map(({ id }) => id)).size).toBe(verses.length);
    expect(new Set(verses.map(({ lines }) => lines.join('\n'))).size).toBe(verses.length);
    for (const half of HALVES) {
      const own = verses.filter((verse) => verse.half === half);
      expect(new Set(own.flatMap(({ themes }) => themes))).toEqual(new Set(THEMES));
      expect(own.filter(({ themes }) => themes.length === 0).length).toBeGreaterThan(20);
    }
  });

  it('come with judged lines of evidence, of which the engine names more right ones than before', async () => {
    const judged = await readJudgedLines();
    expect(judged.length).toBeGreaterThan(200);
    const { tune, test } = judgeEvidence(judged, verses);
    for (const { before, now } of [tune, test]) expect(now.precision).toBeGreaterThan(before.precision ?? 1);
    expect(test.now.precision).toBeGreaterThanOrEqual(0.85);
  });

  it('are scored by half, with the baselines beside the engine', async () => {
    const halves = evalThemes(verses.slice(0, 24), openLexicon(await readLexicon()));
    expect(Object.keys(halves)).toEqual(['tune', 'test']);
    for (const half of Object.values(halves)) {
      expect(half.engine.micro.f1).toBeGreaterThan(half.word_count.micro.f1);
      expect(half.word_count.micro.f1).toBeGreaterThan(half.most_frequent.micro.f1);
    }
  });
});
