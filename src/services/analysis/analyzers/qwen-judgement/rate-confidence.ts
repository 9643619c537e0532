import type { AlgorithmicAnalysis } from '../../../../lyrics/contract.ts';
import type { GroundedReply } from './ground-reply.ts';
import type { ShownLines } from './shown-lines.ts';

const UNPROVEN = 0.5;
const REPAIRED = 0.9;
const WITHHELD = 0.8;
const SIGNS_APART = 0.8;
const MOODS_APART = 0.8;
const QUALITY_APART = 0.9;
/** Below this confidence the engine's judgement is not used to doubt the model's. */
const MIN_ENGINE_CONFIDENCE = 0.3;
/**
 * Differences above which two judgements contradict each other: of sentiment scores (-1..1) and of qualities (0..1).
 */
const FAR_MOOD = 1;
const FAR_QUALITY = 0.5;

export interface JudgedReply {
  grounded: GroundedReply;
  repaired: boolean;
  shown: ShownLines;
  engine: AlgorithmicAnalysis;
}

/**
 * How far the model's answer can be trusted: the model's own confidence, times a factor for each check that failed.
 * - quotes: 0.5 + 0.5 × share found in the text; 0.5 where it gives none
 * - a long text of which a part was shown: 0.5 + 0.5 × that share
 * - lines that address a model, withheld: 0.8
 * - an answer that had to be corrected: 0.9
 * - a label that contradicts the sign of its own score: 0.8
 * - a mood more than 1 from the engine's: 0.8, a quality more than 0.5 from it: 0.9, both only if the engine's
 * confidence is at least 0.3
 */
export function rateConfidence(judged: JudgedReply): { value: number; reasons: string[] } {
  const { grounded, repaired, shown } = judged;
  const { reply, quotes, dropped } = grounded;
  const reasons = [`the model calls itself ${percent(reply.confidence)} sure`];
  let value = reply.confidence;
  const lower = (factor: number, ...why: string[]) => {
    value *= factor;
    reasons.push(...why);
  };
  if (quotes.given > 0) lower(0.5 + 0.5 * (quotes.found / quotes.given), ...dropped);
  else lower(UNPROVEN, 'the model supports its claims with no quote', ...dropped);
  if (shown.share < 1) {
    lower(0.5 + 0.5 * shown.share, `a long text: the model read lines 1 to ${shown.endLine}`);
  }
  if (shown.withheld.size > 0) {
    const lines = [...shown.withheld].map((line) => line + 1).join(', ');
    lower(WITHHELD, `lines that address a model were not shown to it: ${lines}`);
  }
  if (repaired) lower(REPAIRED, 'the first answer had faults and was corrected');
  if (signsDisagree(reply.sentiment)) lower(SIGNS_APART, 'the sentiment label and its score disagree');
  for (const [factor, why] of contradictions(judged)) lower(factor, why);
  return { value, reasons };
}

function signsDisagree({ label, score }: GroundedReply['reply']['sentiment']): boolean {
  return (label === 'positive' && score < 0) || (label === 'negative' && score > 0);
}

function contradictions({ grounded: { reply }, engine }: JudgedReply): [number, string][] {
  if (engine.confidence < MIN_ENGINE_CONFIDENCE) return [];
  const found: [number, string][] = [];
  if (engine.sentiment_score !== null && Math.abs(reply.sentiment.score - engine.sentiment_score) > FAR_MOOD)
    found.push([MOODS_APART, `the engine hears another mood (${engine.sentiment})`]);
  const quality = scaledQuality(reply.quality);
  if (engine.quality_score !== null && Math.abs(quality - engine.quality_score) > FAR_QUALITY)
    found.push([
      QUALITY_APART,
      `the engine rates the craft ${engine.quality_score > quality ? 'far higher' : 'far lower'}`,
    ]);
  return found;
}

/** Converts a quality of 1-10 to 0-1. */
export function scaledQuality(quality: number): number {
  return (quality - 1) / 9;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
