import { DOMINANT_CLASSES, SENTIMENT_CLASSES, TONES } from '../../../src/lyrics/feeling/feeling-classes.ts';
import { feelingFeatures } from '../../../src/lyrics/feeling/feeling-features.ts';
import { type FeltLine, readFeelings } from '../../../src/lyrics/feeling/read-feelings.ts';
import type { WordVectors } from '../../../src/lyrics/feeling/word-vectors.ts';
import type { Song } from '../../../src/lyrics/text/song.ts';
import { balance, type Example, trainLogistic, type Weights } from './logistic.ts';
import type { ToneSong, TrainingVerse } from './training-texts.ts';

export interface Model {
  sentiment: Weights;
  dominant: Weights;
  song_tone: Weights;
  verse_tone: Weights;
}

export interface Part {
  verses: readonly TrainingVerse[];
  songs: readonly ToneSong[];
}

/** Chosen by cross-validation over the verses, and by artist over the songs. */
export const OPTIONS = {
  sentiment: { c: 2, balance: 1 },
  dominant: { c: 2, balance: 0.7 },
  song_tone: { c: 3, balance: 0.3, verse: 1, song: 1 },
  verse_tone: { c: 2, balance: 0.7, verse: 1, song: 0.05 },
  /** Of a verse that was in view when the lexicon was written. */
  seenWeight: 0.3,
  halfWeight: 0.25,
};

const read = new WeakMap<Song, readonly FeltLine[]>();

/** The numbers of a text under given word vectors. */
export function featuresUnder(song: Song, vectors: WordVectors): number[] {
  return feelingFeatures(feltOf(song), vectors);
}

function feltOf(song: Song): readonly FeltLine[] {
  const felt = read.get(song) ?? readFeelings(song);
  read.set(song, felt);
  return felt;
}

/** The regressions, learned from verses and (tone) songs. */
export function trainQuestions({ verses, songs }: Part, vectors: WordVectors): Model {
  const toned = verses.filter(({ label }) => label.tone !== null);
  const ofVerses = examples(toned, vectors, ({ label }) =>
    label.tone === null ? -1 : TONES.indexOf(label.tone),
  );
  const ofSongs = songs.map(
    ({ song, tone }): Example => ({
      features: featuresUnder(song, vectors),
      label: TONES.indexOf(tone),
      weight: 1,
    }),
  );
  const trainTone = ({ c, balance, verse, song }: ToneOptions): Weights =>
    trainLogistic(
      [...rebalanced(ofSongs, balance, song), ...rebalanced(ofVerses, balance, verse)],
      TONES.length,
      c,
    );
  return {
    sentiment: train(
      examples(verses, vectors, ({ label }) => SENTIMENT_CLASSES.indexOf(label.sentiment)),
      SENTIMENT_CLASSES.length,
      OPTIONS.sentiment,
    ),
    dominant: train(
      examples(verses, vectors, ({ label }) => DOMINANT_CLASSES.indexOf(label.dominant ?? 'none')),
      DOMINANT_CLASSES.length,
      OPTIONS.dominant,
    ),
    song_tone: trainTone(OPTIONS.song_tone),
    verse_tone: trainTone(OPTIONS.verse_tone),
  };
}

interface ToneOptions {
  c: number;
  balance: number;
  /** Weights of a verse and of a song. */
  verse: number;
  song: number;
}

function train(rows: readonly Example[], classes: number, options: { c: number; balance: number }): Weights {
  return trainLogistic(rebalanced(rows, options.balance, 1), classes, options.c);
}

/** A verse, and with less weight its halves: short texts are to be judged like it. */
function examples(
  verses: readonly TrainingVerse[],
  vectors: WordVectors,
  classOf: (verse: TrainingVerse) => number,
): Example[] {
  return verses.flatMap((verse) => {
    const felt = feltOf(verse.song);
    const middle = Math.ceil(felt.length / 2);
    const weight = verse.isSeen ? OPTIONS.seenWeight : 1;
    const label = classOf(verse);
    return [felt, felt.slice(0, middle), felt.slice(middle)].map((lines, part) => ({
      features: feelingFeatures(lines, vectors),
      label,
      weight: part === 0 ? weight : weight * OPTIONS.halfWeight,
    }));
  });
}

function rebalanced(rows: readonly Example[], power: number, factor: number): Example[] {
  const weights = balance(
    rows.map(({ label }) => label),
    power,
  );
  return rows.map((row, at) => ({ ...row, weight: row.weight * factor * (weights[at] ?? 1) }));
}
