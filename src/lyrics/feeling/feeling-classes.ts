import { EMOTIONS } from '../emotion/emotion-names.ts';

/** The classes of the three questions, in the order of the model's rows. */
export const SENTIMENT_CLASSES = ['positive', 'neutral', 'mixed', 'negative'] as const;
export const DOMINANT_CLASSES = [...EMOTIONS, 'none'] as const;
export const TONES = ['aggressive', 'introspective', 'confident', 'melancholic', 'playful'] as const;

export type Tone = (typeof TONES)[number];
