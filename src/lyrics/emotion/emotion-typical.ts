import type { Emotion } from './emotion-names.ts';

/** Emotion densities that half of the reference songs exceed. Written by scripts/tables/reference-songs.ts. */
export const EMOTION_TYPICAL: Record<Emotion, number> = {
  joy: 1.3605,
  sadness: 1.3652,
  anger: 4.6243,
  fear: 0.94723,
  love: 2.7778,
  pride: 2.6379,
  hope: 2.7842,
  disgust: 2.3481,
};
