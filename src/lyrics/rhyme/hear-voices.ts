import { type Hearing, hearVerse, type Thresholds } from './hear.ts';
import type { Verse } from './verse.ts';
import type { Voices } from './words.ts';

/** What the models heard in both voices of a text. */
export type HeardVoices = Voices<Hearing>;

/** Runs the models on both voices. */
export const hearVoices = ({ main, asides }: Voices<Verse>): HeardVoices => ({
  main: hearVerse(main),
  asides: hearVerse(asides),
});

/** By how much the log-odds of a threshold move from the middle of the scale to its end: 0.4 becomes 0.05 or 0.9. */
const REACH = 2.5;

function moved(threshold: number, sureness: number): number {
  const odds = Math.log(threshold / (1 - threshold)) + REACH * sureness;
  return 1 / (1 + Math.exp(-odds));
}

function withSureness(hearing: Hearing, sureness: number): Hearing {
  const { word, end, pair, far } = hearing.thresholds;
  const thresholds: Thresholds = {
    word: moved(word, sureness),
    end: moved(end, sureness),
    pair: moved(pair, sureness),
    far: moved(far, sureness),
  };
  return { ...hearing, thresholds };
}

/**
 * The same voices with other thresholds: `sureness` from -1 (every echo counts as a rhyme) through 0 (as trained) to 1
 * (only what is all but certain).
 */
export const atSureness = (heard: HeardVoices, sureness: number): HeardVoices =>
  sureness === 0
    ? heard
    : { main: withSureness(heard.main, sureness), asides: withSureness(heard.asides, sureness) };
