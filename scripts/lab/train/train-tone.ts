import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { FEELING_VERSES } from '../../eval/labelled-verses.ts';
import { CommandError } from '../../explain.ts';
import { createProgress } from '../../progress.ts';
import { encodeTexts } from '../../train/feelings/embed-lines.ts';
import { textsToEncode } from '../../train/feelings/learn-vectors.ts';
import type { Learned } from '../../train/feelings/merge-model.ts';
import {
  commonWords,
  readToneSongs,
  readVerses,
  sampleLines,
  type ToneSong,
} from '../../train/feelings/training-texts.ts';
import { orderedJson, sha256 } from '../run/configuration.ts';
import type { LabRun } from '../run/lab-run.ts';
import { formatSource } from './format-source.ts';
import { readModelInUse } from './model-in-use.ts';
import { LearnedSchema, songExample, type ToneExample, toneTrainer, verseExample } from './tone-trainer.ts';
import { type TrainingResult, trainModel } from './train-run.ts';
import { artistsOf } from './trainer.ts';

export interface TrainToneOptions {
  /** NDJSON with `lyrics`; rows with `artist` and `sentiment` teach the tone of songs. */
  files: readonly string[];
  /** Labelled verses; null: those written for this project. */
  verses: string | null;
  hash: string;
  project: string;
  licence: string;
  labelledBy: string;
  seed: number;
  /** Unit vectors of texts; absent: by the Universal Sentence Encoder Lite. */
  encode?: (texts: readonly string[]) => Promise<Float32Array[]>;
  /** Common words of the language, most common first. */
  common?: readonly string[];
}

const MODEL_FILE = 'src/lyrics/feeling/feeling-model.ts';
const VECTORS_FILE = 'src/lyrics/feeling/word-vector-table.ts';
const FOLDS = 5;
/** Vectors are kept in parts of so many, so that a run that is ended loses a few seconds. */
const PART = 640;

/** All files that are learned from. */
export const toneFiles = (files: readonly string[], verses: string | null): string[] => [
  ...files,
  verses ?? fileURLToPath(FEELING_VERSES),
];

/** Trains word vectors and the weights of mood, feeling and tone into the run's folder. */
export async function trainTone(run: LabRun, options: TrainToneOptions): Promise<TrainingResult> {
  const { files, verses: versesFile, hash, project, licence, labelledBy, seed } = options;
  const all = await readVerses(versesFile);
  const songs = differentSongs(await readToneSongs(files));
  const artists = artistsOf(songs).length;
  if (artists < FOLDS)
    throw new CommandError(
      `Songs with artist and tone of ${artists} artists are too few: it takes ${FOLDS} or more.`,
    );
  if (new Set(songs.map(({ tone }) => tone)).size < 2)
    throw new CommandError('All songs are of one tone: there is nothing to learn from equal labels.');
  const world = {
    verses: all,
    always: all.filter(({ isSeen }) => isSeen),
    lines: await sampleLines(files),
    common: options.common ?? commonWords(),
  };
  const progress = createProgress('');
  const vectors = await encodeInParts(run, textsToEncode(world), {
    encode: options.encode ?? encodeTexts,
    onPart: (done, of) => progress.update(done, of, 'texts encoded'),
  });
  const trainer = toneTrainer({ ...world, vectors });
  const result = await trainModel(run, {
    trainer,
    examples: [...all.filter(({ isSeen }) => !isSeen).map(verseExample), ...songs.map(songExample)],
    data: { hash, examples: 0, artists: 0, labelled_by: labelledBy, licence },
    seed,
    folds: FOLDS,
    modelSchema: LearnedSchema,
    inUse: await readModelInUse(project, 'tone', (modules) => {
      const learned = readWeights(modules);
      return (example: ToneExample) => trainer.lossOf(learned, example);
    }),
    describe: (learned) => ({
      version: `tone-${sha256(orderedJson([learned.model, learned.packed])).slice(0, 12)}`,
      method: 'multinomial logistic regressions over word vectors and a lexicon of feelings',
      metrics: {},
      texts: sourcesOf(learned),
    }),
    onProgress: progress.update,
  });
  progress.stop();
  return result;
}

/** One text under two artists would be learned from and judged. */
const differentSongs = (songs: readonly ToneSong[]): ToneSong[] => [
  ...new Map(
    songs.map((one) => [one.song.lines.map(({ text }) => text.toLowerCase()).join('\n'), one]),
  ).values(),
];

const EncodedPart = z.array(z.base64());

async function encodeInParts(
  run: LabRun,
  texts: readonly string[],
  {
    encode,
    onPart,
  }: {
    encode: (texts: readonly string[]) => Promise<Float32Array[]>;
    onPart: (done: number, of: number) => void;
  },
): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  for (let from = 0; from < texts.length; from += PART) {
    const part = texts.slice(from, from + PART);
    const encoded = await run.keep(`encoded-${from / PART}`, EncodedPart, async () =>
      (await encode(part)).map((vector) =>
        Buffer.from(new Uint8Array(vector.slice().buffer)).toString('base64'),
      ),
    );
    for (const [at, text] of part.entries()) {
      const bytes = Uint8Array.from(Buffer.from(encoded[at] ?? '', 'base64'));
      vectors.set(text, new Float32Array(bytes.buffer));
    }
    onPart(Math.min(texts.length, from + PART), texts.length);
  }
  return vectors;
}

function readWeights(modules: readonly unknown[]): Learned {
  const { FEELING_MODEL } = z.object({ FEELING_MODEL: LearnedSchema.shape.model }).parse(modules[0]);
  const { WORD_VECTORS } = z.object({ WORD_VECTORS: LearnedSchema.shape.packed }).parse(modules[1]);
  return { model: FEELING_MODEL, packed: WORD_VECTORS };
}

function sourcesOf({ model, packed }: Learned): Record<string, string> {
  const weights = `import type { FeelingModel } from './judge-feeling.ts';

/** In hundredths. Written by \`barline lab promote\`. */
export const FEELING_MODEL: FeelingModel = ${JSON.stringify(model)};\n`;
  const vectors = `import type { PackedVectors } from './word-vectors.ts';

/** Written by \`barline lab promote\`. */
export const WORD_VECTORS: PackedVectors = ${JSON.stringify(packed)};\n`;
  return {
    [MODEL_FILE]: formatSource(MODEL_FILE, weights),
    [VECTORS_FILE]: formatSource(VECTORS_FILE, vectors),
  };
}
