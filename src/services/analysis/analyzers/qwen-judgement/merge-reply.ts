import type { AnalysisReply } from '../../../../llm/prompts/analysis-reply.ts';
import type { AlgorithmicAnalysis, EmotionalProfile } from '../../../../lyrics/contract.ts';
import { EMOTIONS, type Emotion } from '../../../../lyrics/emotion/emotion-names.ts';
import { type JudgedReply, rateConfidence, scaledQuality } from './rate-confidence.ts';

/** What a model writes where it has nothing to say. */
const NOTHING =
  /^(?:|null|none|nil|n\/a|unknown|unspecified|not (?:specified|shown|applicable|clear)|string|-+)$/i;

/**
 * The model's judgements over the engine's counts. Feelings keep the engine's words as evidence; the percentile of
 * quality goes, since it belongs to the engine's measure of it.
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
    percentiles: { ...engine.percentiles, quality: null },
    confidence: confidence.value,
    confidence_reasons: confidence.reasons,
    style: styleOf(grounded.reply.style, grounded.wordplay),
    entities: grounded.entities,
    summary: oneSentence(reply.summary),
  };
}

/** Dominant is the strongest feeling, intensity its strength. */
export function profileOf(
  scores: Record<Emotion, number>,
  evidence: EmotionalProfile['evidence'],
): EmotionalProfile {
  const dominant = EMOTIONS.reduce((best, emotion) => (scores[emotion] > scores[best] ? emotion : best));
  const intensity = scores[dominant];
  return { scores, dominant: intensity > 0 ? dominant : null, intensity, evidence };
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
  };
}

/** The first sentence of a summary that has more; a stop after an initial or a short title ends none. */
function oneSentence(text: string): string | null {
  const first = /^.*?[\p{Ll}\d"')]{2}[.!?](?=\s+\p{Lu})/u.exec(text.trim())?.[0] ?? text.trim();
  return NOTHING.test(first) ? null : first;
}
