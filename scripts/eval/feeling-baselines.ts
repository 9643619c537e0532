import type { Sentiment } from '../../src/lyrics/contract.ts';
import { EMOTIONS, type Emotion } from '../../src/lyrics/emotion/emotion-names.ts';
import type { Tone } from '../../src/lyrics/feeling/feeling-classes.ts';
import { readFeelings } from '../../src/lyrics/feeling/read-feelings.ts';
import { polarity } from '../../src/lyrics/sentiment/vader.ts';
import { toTokens } from '../../src/lyrics/sentiment/vader-tokens.ts';
import { readSong } from '../../src/lyrics/text/song.ts';

/** What a simple method says of a text; null where it finds nothing. */
export interface Reading {
  sentiment: Sentiment | null;
  dominant: Emotion | null;
  tone: string | null;
}

const CLEAR = 0.05;
const TONE_OF: Record<Emotion, Tone> = {
  joy: 'playful',
  sadness: 'melancholic',
  anger: 'aggressive',
  fear: 'introspective',
  love: 'introspective',
  pride: 'confident',
  hope: 'introspective',
  disgust: 'aggressive',
};

/** VADER's compound of the whole text, with its own thresholds; a feeling and a tone for each label. */
export function vaderAlone(text: string): Reading {
  const { compound } = polarity(text.replaceAll('\n', ' '));
  if (compound >= CLEAR) return { sentiment: 'positive', dominant: 'joy', tone: 'confident' };
  if (compound <= -CLEAR) return { sentiment: 'negative', dominant: 'sadness', tone: 'aggressive' };
  return { sentiment: 'neutral', dominant: null, tone: 'introspective' };
}

/** Counts of words without weights: positive against negative, and the feeling with most words. */
export function lexiconCount(text: string): Reading {
  const valences = toTokens(text).map(({ valence }) => valence ?? 0);
  const positive = valences.filter((valence) => valence > 0).length;
  const negative = valences.filter((valence) => valence < 0).length;
  const told = readFeelings(readSong(text)).flatMap((line) => line.told);
  const count = (emotion: Emotion): number =>
    told.filter(({ shows }) => shows.some(({ name }) => name === emotion)).length;
  const most = EMOTIONS.reduce((best, emotion) => (count(emotion) > count(best) ? emotion : best));
  const dominant = count(most) > 0 ? most : null;
  return {
    sentiment: signOf(positive, negative),
    dominant,
    tone: dominant === null ? null : TONE_OF[dominant],
  };
}

function signOf(positive: number, negative: number): Sentiment {
  if (positive === negative) return positive === 0 ? 'neutral' : 'mixed';
  return positive > negative ? 'positive' : 'negative';
}
