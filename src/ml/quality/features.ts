import { CRAFT_FEATURES } from './craft-features.ts';
import type { QualityFeature, ReadText } from './feature-kinds.ts';
import { VOICE_FEATURES } from './voice-features.ts';

/** What the model weighs of the engine's findings, in the order of its weights. */
export const QUALITY_FEATURES: readonly QualityFeature[] = [...CRAFT_FEATURES, ...VOICE_FEATURES];

export const measureFeatures = (text: ReadText): (number | null)[] =>
  QUALITY_FEATURES.map(({ measure }) => measure(text));
