import { DOMINANT_CLASSES, SENTIMENT_CLASSES, TONES } from '../../../src/lyrics/feeling/feeling-classes.ts';
import { feelingFeatures, type ReadLine, readLines } from '../../../src/lyrics/feeling/feeling-features.ts';
import { type FeltLine, readFeelings } from '../../../src/lyrics/feeling/read-feelings.ts';
import type { Song } from '../../../src/lyrics/text/song.ts';
import { HIDDEN_SIZE } from './learn-vectors.ts';
import { balance, type Example, trainLogistic, type Weights } from './logistic.ts';
import { sumTerms, type TermValues } from './terms.ts';
import type { ToneSong, TrainingVerse } from './training-texts.ts';

export const QUESTIONS = ['sentiment', 'dominant', 'verse_tone', 'song_tone'] as const;
export type Model = Record<(typeof QUESTIONS)[number], Weights>;

export interface Part {
  verses: readonly TrainingVerse[];
  songs: readonly ToneSong[];
}

/** Brings the vectors to the size at which the penalty on their weights is right. */
export const HIDDEN_SCALE = 6;

/** Chosen by cross-validation over the verses, and by artist over the songs. */
const OPTIONS = {
  sentiment: { c: 0.5, power: 0.7 },
  dominant: { c: 0.5, power: 0.7 },
  verse_tone: { c: 0.5, power: 0.7 },
  song_tone: { c: 2, power: 0.3 },
};

/** What the three questions ask of a verse: the number of the right class, null where there is none. */
export const CLASS_OF = {
  sentiment: ({ label }: TrainingVerse) => SENTIMENT_CLASSES.indexOf(label.sentiment),
  dominant: ({ label }: TrainingVerse) => DOMINANT_CLASSES.indexOf(label.dominant ?? 'none'),
  verse_tone: ({ label }: TrainingVerse) => (label.tone === null ? null : TONES.indexOf(label.tone)),
};
export const CLASS_COUNTS = {
  sentiment: SENTIMENT_CLASSES.length,
  dominant: DOMINANT_CLASSES.length,
  verse_tone: TONES.length,
};

const HALF_WEIGHT = 0.25;

const read = new WeakMap<Song, readonly FeltLine[]>();

/** The regressions over the vectors and what the lexicon says. */
export function trainQuestions({ verses, songs }: Part, values: TermValues): Model {
  const rows = new Map(verses.map((verse) => [verse, withHalves(linesOf(verse.song, values))]));
  const ofVerses = (question: keyof typeof CLASS_OF): Weights =>
    train(
      verses.flatMap((verse) => {
        const label = CLASS_OF[question](verse);
        return label === null ? [] : (rows.get(verse) ?? []).map((row) => ({ ...row, label }));
      }),
      CLASS_COUNTS[question],
      OPTIONS[question],
    );
  const ofSongs = songs.map(
    ({ song, tone }): Example => ({
      features: feelingFeatures(linesOf(song, values), HIDDEN_SIZE),
      label: TONES.indexOf(tone),
      weight: 1,
    }),
  );
  return {
    sentiment: ofVerses('sentiment'),
    dominant: ofVerses('dominant'),
    verse_tone: ofVerses('verse_tone'),
    // A part of the data may have songs of one tone or none; verses then teach the tone of songs too.
    song_tone:
      new Set(songs.map(({ tone }) => tone)).size < 2
        ? ofVerses('verse_tone')
        : train(ofSongs, TONES.length, OPTIONS.song_tone),
  };
}

/** A verse, and with less weight its halves: short texts are to be judged like it. */
function withHalves(lines: readonly ReadLine[]): Omit<Example, 'label'>[] {
  const middle = Math.ceil(lines.length / 2);
  return [lines, lines.slice(0, middle), lines.slice(middle)].map((part, at) => ({
    features: feelingFeatures(part, HIDDEN_SIZE),
    weight: at === 0 ? 1 : HALF_WEIGHT,
  }));
}

function linesOf(song: Song, values: TermValues): ReadLine[] {
  const felt = read.get(song) ?? readFeelings(song);
  read.set(song, felt);
  return readLines(felt, (words) =>
    sumTerms(words, values, HIDDEN_SIZE).map((value) => HIDDEN_SCALE * value),
  );
}

function train(
  rows: readonly Example[],
  classes: number,
  { c, power }: { c: number; power: number },
): Weights {
  const weights = balance(
    rows.map(({ label }) => label),
    power,
  );
  return trainLogistic(
    rows.map((row, at) => ({ ...row, weight: row.weight * (weights[at] ?? 1) })),
    classes,
    c,
  );
}
