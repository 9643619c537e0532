import type { AlgorithmicAnalysis } from '../../../lyrics/contract.ts';
import { EMOTIONS, type Emotion } from '../../../lyrics/emotion/emotion-names.ts';
import { closeness, jaccard } from '../../../ml/overlap.ts';

type Judged = Pick<
  AlgorithmicAnalysis,
  'sentiment' | 'sentiment_score' | 'emotional_profile' | 'themes' | 'quality_score'
>;

/** How similar two judgements of one text are, each measure 0-1; null if one of them does not judge it. */
export interface Agreement {
  /** 1 − |Δ sentiment score| / 2. */
  sentiment: number | null;
  /** Whether both give the same mood label. */
  same_label: boolean | null;
  /** 1 − mean |Δ feeling|. */
  emotions: number;
  /** Themes in common divided by all themes found (Jaccard); 1 if neither finds any. */
  themes: number;
  /** 1 − |Δ quality|. */
  quality: number | null;
  /** The mean of sentiment, emotions, themes and quality, of those that are present. */
  overall: number;
}

export function measureAgreement(a: Judged, b: Judged): Agreement {
  const sentiment = closeness(a.sentiment_score, b.sentiment_score, 2);
  const quality = closeness(a.quality_score, b.quality_score, 1);
  const apart = EMOTIONS.map((emotion) => Math.abs(feeling(a, emotion) - feeling(b, emotion)));
  const emotions = 1 - mean(apart);
  const themes = jaccard(themesOf(a), themesOf(b));
  return {
    sentiment,
    same_label: a.sentiment === null || b.sentiment === null ? null : a.sentiment === b.sentiment,
    emotions,
    themes,
    quality,
    overall: mean([sentiment, emotions, themes, quality].filter((part) => part !== null)),
  };
}

/** Overall similarity of two judgements, 0-1. */
export function agreementOf(a: Judged, b: Judged): number {
  return measureAgreement(a, b).overall;
}

export function feeling(analysis: Pick<Judged, 'emotional_profile'>, emotion: Emotion): number {
  return analysis.emotional_profile.scores[emotion] ?? 0;
}

const themesOf = ({ themes }: Judged) => new Set(themes.map(({ theme }) => theme));

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
