import type { AlgorithmicAnalysis, Entities, Entity, ThemeFinding } from '../../../lyrics/contract.ts';
import { EMOTIONS, type Emotion } from '../../../lyrics/emotion/emotion-names.ts';
import { THEMES, type Theme } from '../../../lyrics/themes/theme-names.ts';
import { agreementOf, feeling } from './agreement.ts';
import { profileOf } from './qwen-judgement/merge-reply.ts';

const MAX_THEMES = 8;
const MAX_EVIDENCE = 5;
/** If the labels are opposite and the combined score is this close to zero, the label is "mixed". */
const MIXED_BELOW = 0.2;
/** The factor on the confidence if the two do not agree at all. */
const LEFT_WITHOUT_AGREEMENT = 0.6;

/**
 * Combines the model's answer (a) and the engine's (b). Both have a confidence; the model's weight is w = a / (a + b),
 * or one half if both are 0. Sentiment score, feelings and quality are w·a + (1 − w)·b; a theme that one of them does
 * not find counts as 0 there. The label is that of the larger weight, or "mixed" if the labels are opposite and the
 * score is within 0.2 of 0. The confidence is the weighted mean of both, times 0.6 + 0.4 × agreement. If one of them
 * does not know the language, only the other judges.
 */
export function combineJudgements(
  model: AlgorithmicAnalysis,
  engine: AlgorithmicAnalysis,
): AlgorithmicAnalysis {
  if (model.sentiment_score === null || engine.sentiment_score === null) {
    return model.sentiment_score === null ? engine : model;
  }
  const total = model.confidence + engine.confidence;
  const weight = total > 0 ? model.confidence / total : 0.5;
  const mean = (a: number, b: number) => weight * a + (1 - weight) * b;
  const score = mean(model.sentiment_score, engine.sentiment_score);
  const scores = Object.fromEntries(
    EMOTIONS.map((emotion) => [emotion, mean(feeling(model, emotion), feeling(engine, emotion))]),
  ) as Record<Emotion, number>;
  const agreement = agreementOf(model, engine);
  return {
    ...model,
    sentiment: combinedLabel(model, engine, { score, modelIsHeavier: weight >= 0.5 }),
    sentiment_score: score,
    emotional_profile: profileOf(scores, engine.emotional_profile.evidence),
    themes: combineThemes(model.themes, engine.themes, mean),
    quality_score: combineQuality(model.quality_score, engine.quality_score, mean),
    confidence:
      mean(model.confidence, engine.confidence) *
      (LEFT_WITHOUT_AGREEMENT + (1 - LEFT_WITHOUT_AGREEMENT) * agreement),
    confidence_reasons: [
      `model and engine agree to ${Math.round(agreement * 100)} %, the model weighs ${Math.round(weight * 100)} %`,
      ...themeReasons(model.themes, engine.themes),
      ...model.confidence_reasons,
      ...engine.confidence_reasons.map((reason) => `engine: ${reason}`),
    ],
    entities: combineEntities(model.entities, engine.entities),
    summary: model.summary ?? engine.summary,
  };
}

function combinedLabel(
  model: AlgorithmicAnalysis,
  engine: AlgorithmicAnalysis,
  { score, modelIsHeavier }: { score: number; modelIsHeavier: boolean },
): AlgorithmicAnalysis['sentiment'] {
  const labels = new Set([model.sentiment, engine.sentiment]);
  const opposite = labels.has('positive') && labels.has('negative');
  if (opposite && Math.abs(score) < MIXED_BELOW) return 'mixed';
  return modelIsHeavier ? model.sentiment : engine.sentiment;
}

type Mean = (model: number, engine: number) => number;

function combineQuality(model: number | null, engine: number | null, mean: Mean): number | null {
  return model === null || engine === null ? (model ?? engine) : mean(model, engine);
}

function combineThemes(
  model: readonly ThemeFinding[],
  engine: readonly ThemeFinding[],
  mean: Mean,
): ThemeFinding[] {
  return THEMES.flatMap((theme) => {
    const [a, b] = [find(model, theme), find(engine, theme)];
    if (a === undefined && b === undefined) return [];
    const evidence = [...(a?.evidence ?? []), ...(b?.evidence ?? [])].filter(
      (one, i, all) => all.findIndex(({ line }) => line === one.line) === i,
    );
    return [{ theme, score: mean(a?.score ?? 0, b?.score ?? 0), evidence: evidence.slice(0, MAX_EVIDENCE) }];
  })
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_THEMES);
}

function find(themes: readonly ThemeFinding[], theme: Theme): ThemeFinding | undefined {
  return themes.find((finding) => finding.theme === theme);
}

function themeReasons(model: readonly ThemeFinding[], engine: readonly ThemeFinding[]): string[] {
  const list = (label: string, isIn: (a: boolean, b: boolean) => boolean) => {
    const names = THEMES.filter((theme) =>
      isIn(find(model, theme) !== undefined, find(engine, theme) !== undefined),
    );
    return names.length === 0 ? [] : [`${label}: ${names.join(', ')}`];
  };
  return [
    ...list('themes that both find', (a, b) => a && b),
    ...list('themes that only the model finds', (a, b) => a && !b),
    ...list('themes that only the engine finds', (a, b) => !a && b),
  ];
}

function combineEntities(model: Entities, engine: Entities): Entities {
  const union = (a: readonly Entity[], b: readonly Entity[]): Entity[] => {
    const covered = new Set(a.flatMap(({ mentions }) => mentions.map(({ start }) => start)));
    const names = new Set(a.map(({ name }) => name.toLowerCase()));
    const others = b.filter(
      ({ name, mentions }) =>
        !names.has(name.toLowerCase()) && !mentions.some(({ start }) => covered.has(start)),
    );
    return [...a, ...others].sort((x, y) => y.count - x.count);
  };
  return {
    people: union(model.people, engine.people),
    places: union(model.places, engine.places),
    brands: union(model.brands, engine.brands),
  };
}
