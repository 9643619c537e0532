import type { Emotion } from './emotion-names.ts';

/** Median emotion densities of the reference songs. Written by scripts/tables/reference-songs.ts. */
export const EMOTION_TYPICAL: Record<Emotion, number> = {
  joy: 3,
  sadness: 3,
  anger: 3,
  fear: 3,
  love: 3,
  pride: 3,
  hope: 3,
  disgust: 3,
};
