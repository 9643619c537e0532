import type { Tone } from './feeling-classes.ts';
import { type FeelingJudgement, likeliest } from './judge-feeling.ts';

/** Below this share the tone is not named; five even tones would have .2 each. */
const NAMED_FROM = 0.25;

export interface NamedTone {
  tone: Tone | null;
  /** The share of the likeliest tone, 0-1; null without a known word. */
  tone_confidence: number | null;
}

/** The tone of voice, where one is likely enough. */
export function nameTone({ parts, tone }: FeelingJudgement): NamedTone {
  if (parts === 0) return { tone: null, tone_confidence: null };
  const { name, share } = likeliest(tone);
  return { tone: share >= NAMED_FROM ? name : null, tone_confidence: share };
}
