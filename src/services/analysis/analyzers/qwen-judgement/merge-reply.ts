import type { AnalysisReply } from '../../../../llm/prompts/analysis-reply.ts';
import type { AlgorithmicAnalysis, EmotionalProfile } from '../../../../lyrics/contract.ts';
import { EMOTIONS, type Emotion } from '../../../../lyrics/emotion/emotion-names.ts';
import { type JudgedReply, rateConfidence, scaledQuality } from './rate-confidence.ts';

/** Values that a model writes when it has nothing to report. */
const NOTHING =
  /^(?:|null|none|nil|n\/a|unknown|unspecified|not (?:specified|shown|applicable|clear)|string|-+)$/i;

/**
 * Merges the model's judgements into the engine's counts. Feelings keep the engine's words as evidence; the percentile
 * of the quality is removed because it belongs to the engine's measure.
 */
export function mergeReply(judged: JudgedReply): AlgorithmicAnalysis {
  const { engine, grounded } = judged;
  const { reply } = grounded;
  const confidence = rateConfidence(judged);
  return {
    ...engine,
    sentiment: reply.sentiment.label,
    sentiment_score: reply.sentiment.score,
    emotional_profile: profileOf(reply.emotions, engine.emotional_profile.evidence),
    themes: grounded.themes,
    quality_score: scaledQuality(reply.quality),
    quality_reason: null,
    percentiles: { ...engine.percentiles, quality: null },
    confidence: confidence.value,
    confidence_reasons: confidence.reasons,
    style: styleOf(grounded.reply.style, grounded.wordplay),
    entities: grounded.entities,
    summary: oneSentence(reply.summary),
  };
}

/** The dominant feeling is the strongest one; intensity is its score. */
export function profileOf(
  scores: Record<Emotion, number>,
  evidence: EmotionalProfile['evidence'],
): EmotionalProfile {
  const dominant = EMOTIONS.reduce((best, emotion) => (scores[emotion] > scores[best] ? emotion : best));
  const intensity = scores[dominant];
  const named = intensity > 0;
  return {
    scores,
    dominant: named ? dominant : null,
    reason: named ? null : 'none_stands_out',
    intensity,
    evidence,
  };
}

function styleOf(
  style: AnalysisReply['style'],
  wordplay: AlgorithmicAnalysis['style']['wordplay'],
): AlgorithmicAnalysis['style'] {
  const phrase = (text: string | null) => (text === null || NOTHING.test(text.trim()) ? null : text.trim());
  return {
    subgenre: phrase(style.subgenre),
    voice: phrase(style.voice),
    storytelling: phrase(style.storytelling),
    wordplay,
    tone: phrase(style.tone),
    tone_confidence: null,
  };
}

/** The first sentence of a longer summary; a full stop after an initial or a short title does not end a sentence. */
function oneSentence(text: string): string | null {
  const first = /^.*?[\p{Ll}\d"')]{2}[.!?](?=\s+\p{Lu})/u.exec(text.trim())?.[0] ?? text.trim();
  return NOTHING.test(first) ? null : first;
}
