import type { AnalysisReply } from '../../../../llm/prompts/analysis-reply.ts';
import type { AlgorithmicAnalysis, EmotionalProfile } from '../../../../lyrics/contract.ts';
import { EMOTIONS, type Emotion } from '../../../../lyrics/emotion/emotion-names.ts';
import { isDescription } from './is-description.ts';
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
    summary: firstSentences(reply.summary),
    questions: plainQuestions(reply.questions),
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

/** A full stop after an initial or a short title does not end a sentence. */
const SENTENCE = /[^\n]*?[\p{Ll}\d"')]{2}[.!?](?=\s+\p{Lu})/uy;
const MAX_SENTENCES = 2;

/** The first two sentences of a longer summary. */
function firstSentences(text: string): string | null {
  const whole = text.trim();
  SENTENCE.lastIndex = 0;
  let end = 0;
  for (let count = 0; count < MAX_SENTENCES; count++) {
    if (!SENTENCE.test(whole)) return NOTHING.test(whole) ? null : whole;
    end = SENTENCE.lastIndex;
  }
  return whole.slice(0, end);
}

const MAX_QUESTIONS = 5;

/** The first different questions that are descriptions of a song. */
function plainQuestions(questions: readonly string[]): string[] {
  const plain = questions.filter((one) => !NOTHING.test(one) && isDescription(one));
  const keys = plain.map((one) => one.toLowerCase());
  return plain.filter((_, i) => keys.indexOf(keys[i] ?? '') === i).slice(0, MAX_QUESTIONS);
}
