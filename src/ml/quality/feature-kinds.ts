import type { AlgorithmicAnalysis } from '../../lyrics/contract.ts';
import type { Song } from '../../lyrics/text/song.ts';

/** A text as the features read it. */
export interface ReadText {
  song: Song;
  analysis: AlgorithmicAnalysis;
}

/** A number of a text that the model weighs, and how a sentence for a writer tells it. */
export interface QualityFeature {
  name: string;
  /** Null where the text has nothing to measure. */
  measure: (text: ReadText) => number | null;
  /** The beginning of the sentence for a text that has more of it than most songs, and for one that has less. */
  more: string;
  less: string;
  show: (value: number) => string;
  /** What the numbers count, after both of them. */
  unit: string;
  /** Features of one subject say nearly the same, so that the strongest of them is told. */
  subject?: string;
}

export const ofHundred = (value: number): string => String(Math.round(value * 100));
export const percent = (value: number): string => `${Math.round(value * 100)} %`;
export const oneDigit = (value: number): string => value.toFixed(1);
export const twoDigits = (value: number): string => value.toFixed(2);
export const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;

export const hundred = (part: number, whole: number): number | null =>
  whole === 0 ? null : (part * 100) / whole;
export const perLine = (part: number, { lines }: Song): number | null =>
  lines.length === 0 ? null : part / lines.length;
