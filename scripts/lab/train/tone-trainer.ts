import { z } from 'zod';
import { profileEmotions } from '../../../src/lyrics/emotion/profile-emotions.ts';
import { judgeFeeling, type LearnedFeelings } from '../../../src/lyrics/feeling/judge-feeling.ts';
import { nameTone } from '../../../src/lyrics/feeling/name-tone.ts';
import { measureSentiment } from '../../../src/lyrics/sentiment/measure-sentiment.ts';
import type { Song } from '../../../src/lyrics/text/song.ts';
import { CommandError } from '../../explain.ts';
import { type Learned, learnFeelings, unpacked } from '../../train/feelings/merge-model.ts';
import type { ToneSong, TrainingVerse, World } from '../../train/feelings/training-texts.ts';
import { CARD_TEXTS } from './card-texts.ts';
import type { Clustered, Trainer } from './trainer.ts';

const NONE = 'none';

/** A labelled text; a verse stands for itself, a song for its artist. */
export interface ToneExample extends Clustered {
  verse: TrainingVerse | null;
  tone: ToneSong | null;
  song: Song;
  /** What is asked of it, with the right answers. */
  right: Readonly<Record<string, string>>;
}

export const verseExample = (verse: TrainingVerse): ToneExample => ({
  artist: verse.label.id,
  verse,
  tone: null,
  song: verse.song,
  right: {
    sentiment: verse.label.sentiment,
    dominant: verse.label.dominant ?? NONE,
    ...(verse.label.tone !== null && { tone: verse.label.tone }),
  },
});

export const songExample = (tone: ToneSong): ToneExample => ({
  artist: tone.artist,
  verse: null,
  tone,
  song: tone.song,
  right: { song_tone: tone.tone },
});

const Rows = z.array(z.array(z.number()));

export const LearnedSchema = z.object({
  packed: z.object({
    steps: z.array(z.number()),
    words: z.string(),
    levels: z.string(),
    pairs: z.string(),
    pairLevels: z.string(),
  }),
  model: z.object({ sentiment: Rows, dominant: Rows, verse_tone: Rows, song_tone: Rows }),
});

const opened = new WeakMap<Learned, LearnedFeelings>();

/** The engine's answers under other weights. */
function judge(song: Song, learned: Learned): Record<string, string> {
  const feelings = opened.get(learned) ?? unpacked(learned);
  opened.set(learned, feelings);
  const judgement = judgeFeeling(song, feelings);
  const tone = nameTone(judgement).tone ?? NONE;
  return {
    sentiment: measureSentiment(judgement).label,
    dominant: profileEmotions(judgement).dominant ?? NONE,
    tone,
    song_tone: tone,
  };
}

function wrongShare(right: Readonly<Record<string, string>>, said: Readonly<Record<string, string>>): number {
  const asked = Object.entries(right);
  return asked.filter(([question, answer]) => said[question] !== answer).length / asked.length;
}

/** What all models of a run share. */
export interface ToneWorld extends Omit<World, 'songs'> {
  /** Verses that are learned from always and judged never. */
  always: readonly TrainingVerse[];
}

/** Learns everything again, vectors and weights, and judges texts as the engine does. */
export const toneTrainer = (world: ToneWorld): Trainer<ToneExample, Learned> => ({
  name: 'tone',
  loss: CARD_TEXTS.tone.loss,
  features: [],
  learn(examples) {
    const verses = [...world.always, ...examples.flatMap(({ verse }) => verse ?? [])];
    const songs = examples.flatMap(({ tone }) => tone ?? []);
    const learned = learnFeelings({ ...world, songs }, { verses, songs });
    const numbers = [learned.packed.steps, ...Object.values(learned.model).flat()].flat();
    if (!numbers.every(Number.isFinite))
      throw new CommandError(
        `${verses.length} verses are too few, or labelled too much alike, to learn word vectors from.`,
      );
    return learned;
  },
  lossOf: (learned, { song, right }) => wrongShare(right, judge(song, learned)),
  swapFeature: () => {
    throw new Error('no single feature is the same in two of these models');
  },
  constantLoss(train) {
    const said: Record<string, string> = {};
    const all = Map.groupBy(
      train.flatMap(({ right }) => Object.entries(right)),
      ([question]) => question,
    );
    for (const [question, answers] of all) {
      const counts = Map.groupBy(answers, ([, answer]) => answer);
      const [most] = [...counts].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
      said[question] = most?.[0] ?? NONE;
    }
    return ({ right }) => wrongShare(right, said);
  },
  groupOf: ({ tone }) => (tone === null ? 'verse' : `song, ${tone.tone}`),
});
