import { expect, it } from 'vitest';
import { analyzeLyrics } from '../../../../../src/lyrics/analyze.ts';
import type { AlgorithmicAnalysis } from '../../../../../src/lyrics/contract.ts';
import { EMOTIONS, type Emotion } from '../../../../../src/lyrics/emotion/emotion-names.ts';
import type { Theme } from '../../../../../src/lyrics/themes/theme-names.ts';
import { measureAgreement } from '../../../../../src/services/analysis/analyzers/agreement.ts';
import { VERSE } from '../../../../support/judged-verse.ts';
import { lexicon } from '../../../../support/lexicon.ts';

const base = analyzeLyrics(VERSE, { lexicon });
const feelings = (first: number): AlgorithmicAnalysis['emotional_profile'] => ({
  ...base.emotional_profile,
  scores: Object.fromEntries(EMOTIONS.map((emotion, i) => [emotion, i === 0 ? first : 0])) as Record<
    Emotion,
    number
  >,
});
const themes = (...names: Theme[]) => names.map((theme) => ({ theme, score: 0.5, evidence: [] }));
const one: AlgorithmicAnalysis = {
  ...base,
  sentiment: 'positive',
  sentiment_score: 0.8,
  quality_score: 0.75,
  emotional_profile: feelings(0.9),
  themes: themes('hustle', 'faith'),
};
const other: AlgorithmicAnalysis = {
  ...base,
  sentiment: 'negative',
  sentiment_score: -0.4,
  quality_score: 0.25,
  emotional_profile: feelings(0.1),
  themes: themes('hustle', 'place'),
};

it('two judgements agree in each measure as far as it says, and in all by the mean of them', () => {
  const emotions = 1 - 0.8 / EMOTIONS.length;
  const measured = measureAgreement(one, other);
  expect(measured).toMatchObject({ same_label: false, quality: 0.5 });
  expect(measured.sentiment).toBeCloseTo(0.4, 10);
  expect(measured.emotions).toBeCloseTo(emotions, 10);
  expect(measured.themes).toBeCloseTo(1 / 3, 10);
  expect(measured.overall).toBeCloseTo((0.4 + emotions + 1 / 3 + 0.5) / 4, 10);
  expect(measureAgreement(one, { ...other, sentiment: 'positive' }).same_label).toBe(true);
});

it('what one of them does not judge is left out of the mean', () => {
  const silent = { ...other, sentiment: null, sentiment_score: null, quality_score: null };
  for (const measured of [measureAgreement(one, silent), measureAgreement(silent, one)]) {
    expect(measured).toMatchObject({ sentiment: null, same_label: null, quality: null });
    expect(measured.overall).toBeCloseTo((measured.emotions + measured.themes) / 2, 10);
  }
});
