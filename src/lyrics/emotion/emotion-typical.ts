import type { Emotion } from './emotion-names.ts';

/** Emotion densities that half of the reference songs exceed. Written by scripts/tables/reference-songs.ts. */
export const EMOTION_TYPICAL: Record<Emotion, number> = {
  joy: 1.397,
  sadness: 1.365,
  anger: 4.753,
  fear: 0.9479,
  love: 2.784,
  pride: 2.657,
  hope: 2.814,
  disgust: 2.387,
};
