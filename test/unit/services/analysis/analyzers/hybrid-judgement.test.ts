import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeLyrics } from '../../../../../src/lyrics/analyze.ts';
import { type AlgorithmicAnalysis, AnalysisBodySchema } from '../../../../../src/lyrics/contract.ts';
import { EMOTIONS, type Emotion } from '../../../../../src/lyrics/emotion/emotion-names.ts';
import { THEMES } from '../../../../../src/lyrics/themes/theme-names.ts';
import { agreementOf } from '../../../../../src/services/analysis/analyzers/agreement.ts';
import { combineJudgements } from '../../../../../src/services/analysis/analyzers/hybrid-judgement.ts';
import { VERSE } from '../../../../support/judged-verse.ts';
import { lexicon } from '../../../../support/lexicon.ts';

const base = analyzeLyrics(VERSE, { lexicon });
const evidence = (start: number) => [{ line: 1, start, end: start + 4 }];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const feelings = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, share])) as Record<
  Emotion,
  typeof share
>;
const judgement = fc.record({
  confidence: share,
  sentiment: fc.constantFrom('positive', 'neutral', 'mixed', 'negative'),
  sentiment_score: fc.double({ min: -1, max: 1, noNaN: true }),
  quality_score: fc.option(share),
  emotional_profile: fc.record(feelings).map((scores) => ({ ...base.emotional_profile, scores })),
  themes: fc
    .subarray([...THEMES])
    .chain((themes) =>
      fc.tuple(...themes.map((theme) => share.map((score) => ({ theme, score, evidence: evidence(11) })))),
    ),
});
const analysis: fc.Arbitrary<AlgorithmicAnalysis> = judgement.map(
  (parts) => ({ ...base, ...parts }) as AlgorithmicAnalysis,
);

describe('model and engine combined', () => {
  const model: AlgorithmicAnalysis = {
    ...base,
    confidence: 0.75,
    sentiment: 'positive',
    sentiment_score: 0.8,
    quality_score: 0.8,
    themes: [
      { theme: 'hustle', score: 0.8, evidence: evidence(11) },
      { theme: 'faith', score: 0.4, evidence: evidence(20) },
    ],
  };
  const engine: AlgorithmicAnalysis = {
    ...base,
    confidence: 0.25,
    sentiment: 'negative',
    sentiment_score: -0.4,
    quality_score: 0.4,
    themes: [
      { theme: 'hustle', score: 0.4, evidence: evidence(11) },
      { theme: 'place', score: 0.6, evidence: evidence(30) },
    ],
  };

  it('are weighted by their confidence', () => {
    const body = combineJudgements(model, engine);
    expect(body.sentiment_score).toBeCloseTo(0.75 * 0.8 - 0.25 * 0.4, 10);
    expect(body.quality_score).toBeCloseTo(0.75 * 0.8 + 0.25 * 0.4, 10);
    expect(body.sentiment).toBe('positive');
    expect(body.themes.map(({ theme, score }) => [theme, Number(score.toFixed(3))])).toEqual([
      ['hustle', 0.7],
      ['faith', 0.3],
      ['place', 0.15],
    ]);
    expect(AnalysisBodySchema.parse(body)).toEqual(body);
  });

  it('report where they agree and differ', () => {
    const { confidence_reasons: reasons } = combineJudgements(model, engine);
    expect(reasons.slice(1, 4)).toEqual([
      'themes that both find: hustle',
      'themes that only the model finds: faith',
      'themes that only the engine finds: place',
    ]);
    expect(reasons[0]).toMatch(/agree to \d+ %, the model weighs 75 %/);
  });

  it('are "mixed" when they are opposite and cancel out', () => {
    const even = { ...engine, confidence: 0.75, sentiment_score: -0.8 };
    expect(combineJudgements(model, even).sentiment).toBe('mixed');
  });

  it("are not mixed from a score of 0.2, and the model's label wins at equal weights", () => {
    const a = { ...model, confidence: 0.5, sentiment_score: 1 };
    const b = { ...engine, confidence: 0.5, sentiment_score: -0.6 };
    expect(combineJudgements(a, b)).toMatchObject({ sentiment: 'positive', sentiment_score: 0.2 });
    expect(combineJudgements(a, { ...b, confidence: 0.6 }).sentiment).toBe('mixed');
    expect(combineJudgements(a, { ...b, confidence: 1, sentiment_score: -1 }).sentiment).toBe('negative');
  });

  it('have equal weights when both confidences are 0', () => {
    const body = combineJudgements({ ...model, confidence: 0 }, { ...engine, confidence: 0 });
    expect(body.sentiment_score).toBeCloseTo(0.2, 10);
    expect(body.confidence).toBe(0);
  });

  it('are one alone when the other does not know the language', () => {
    const silent = { sentiment: null, sentiment_score: null };
    expect(combineJudgements(model, { ...engine, ...silent })).toEqual(model);
    expect(combineJudgements({ ...model, ...silent }, engine)).toEqual(engine);
  });

  it('lose confidence with disagreement, down to a factor of 0.6', () => {
    const same = combineJudgements(model, { ...model, confidence: 0.25 });
    expect(same.confidence).toBeCloseTo(0.75 * 0.75 + 0.25 * 0.25, 10);
    expect(combineJudgements(model, engine).confidence).toBeLessThan(same.confidence);
  });

  it('keep a single quality value, and list the entities of both once', () => {
    const person = (name: string, start: number) => ({
      name,
      count: 1,
      mentions: [{ line: 13, start, end: start + 7 }],
    });
    const a = { ...model, entities: { people: [person('Dezmond', 500)], places: [], brands: [] } };
    const b = {
      ...engine,
      quality_score: null,
      entities: {
        people: [person('Dezmond', 500), person('Mama', 70), person('Dez', 500)],
        places: [],
        brands: [],
      },
    };
    const body = combineJudgements(a, b);
    expect(body.quality_score).toBe(0.8);
    expect(body.entities.people.map(({ name }) => name)).toEqual(['Dezmond', 'Mama']);
  });

  it('stay in range and between the two for any values', () => {
    fc.assert(
      fc.property(analysis, analysis, (a, b) => {
        const body = combineJudgements(a, b);
        expect(AnalysisBodySchema.safeParse(body).success).toBe(true);
        const scores = [a, b].map((one) => one.sentiment_score ?? Number.NaN);
        const [low, high] = [Math.min(...scores), Math.max(...scores)];
        expect(body.sentiment_score).toBeGreaterThanOrEqual(low - 1e-9);
        expect(body.sentiment_score).toBeLessThanOrEqual(high + 1e-9);
        expect(body.confidence).toBeLessThanOrEqual(Math.max(a.confidence, b.confidence) + 1e-9);
        const claimed = new Set([...a.themes, ...b.themes].map(({ theme }) => theme));
        expect(body.themes.every(({ theme }) => claimed.has(theme))).toBe(true);
        expect(agreementOf(a, b)).toBeCloseTo(agreementOf(b, a), 10);
        expect(agreementOf(a, a)).toBeCloseTo(1, 10);
      }),
    );
  });
});
