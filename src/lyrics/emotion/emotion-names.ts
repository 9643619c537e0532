/** The feelings that the lyric engine distinguishes. */
export const EMOTIONS = ['joy', 'sadness', 'anger', 'fear', 'love', 'pride', 'hope', 'disgust'] as const;

export type Emotion = (typeof EMOTIONS)[number];
