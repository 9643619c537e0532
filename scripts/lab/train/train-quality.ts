import { z } from 'zod';
import { openLexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { QUALITY_FEATURES } from '../../../src/ml/quality/features.ts';
import { foresee } from '../../../src/ml/quality/predict.ts';
import { scoreFolds } from '../../eval/eval-quality.ts';
import { CommandError } from '../../explain.ts';
import { createProgress } from '../../progress.ts';
import { readLexicon } from '../../read-lexicon.ts';
import type { ModelVersion } from '../promotion/registry.ts';
import { readLabelledSongs } from '../quality/labelled-songs.ts';
import { type Example, measureSongs } from '../quality/measure-songs.ts';
import { describeModel, QUALITY_FILE, qualitySource } from '../quality/write-model.ts';
import type { LabRun } from '../run/lab-run.ts';
import { readModelInUse } from './model-in-use.ts';
import { ChosenModelSchema, OrdinalModelSchema, QUALITY_TRAINER } from './quality-trainer.ts';
import { type TrainingResult, trainModel } from './train-run.ts';

export interface TrainQualityOptions {
  file: string;
  project: string;
  licence: string;
  seed: number;
}

/** Measured songs are kept in parts of so many, so that a run that is ended loses a few seconds. */
const PART = 50;
/** One artist after another is left out up to so many; beyond that, groups of artists. */
const FOLDS = 20;

const MeasuredPart = z.array(
  z.object({
    artist: z.string(),
    label: z.number(),
    values: z.array(z.number().nullable()),
    words: z.number(),
  }),
);

/** Trains the model of `/predict-quality` from a file of labelled songs into the run's folder. */
export async function trainQuality(
  run: LabRun,
  { file, project, licence, seed }: TrainQualityOptions,
): Promise<TrainingResult & { left_out: { unreadable: number; repeated: number } }> {
  const { songs, unreadable, repeated, hash, labelledBy } = await readLabelledSongs(file);
  await run.noteData(hash);
  const lexicon = openLexicon(await readLexicon());
  const progress = createProgress('');
  const examples: Example[] = [];
  for (let from = 0; from < songs.length; from += PART) {
    const part = songs.slice(from, from + PART);
    examples.push(
      ...(await run.keep(`measured-${from / PART}`, MeasuredPart, async () =>
        measureSongs(part, lexicon, (done) => progress.update(from + done, songs.length, 'songs measured')),
      )),
    );
  }
  const data = {
    hash,
    examples: examples.length,
    artists: 0,
    labelled_by: labelledBy.join(', ') || 'unknown',
    licence,
  };
  const result = await trainModel(run, {
    trainer: QUALITY_TRAINER,
    examples,
    data,
    seed,
    folds: FOLDS,
    modelSchema: ChosenModelSchema,
    inUse: await readModelInUse(project, 'quality', lossOfWeights),
    describe: (model, fits, { examples: count, artists, ...facts }) => {
      const cv = scoreFolds(fits);
      const trained = describeModel(
        model,
        { hash: facts.hash, songs: count, artists, labelled_by: facts.labelled_by },
        { cv, builtAt: run.facts.started_at, licence },
      );
      return {
        version: trained.version,
        method: trained.method,
        metrics: z.record(z.string(), z.json()).parse(trained.metrics),
        texts: { [QUALITY_FILE]: qualitySource(trained) },
      };
    },
    onProgress: progress.update,
  });
  progress.stop();
  return { ...result, left_out: { unreadable, repeated } };
}

const WeightsFile = z.object({ QUALITY_MODEL: z.object({ model: OrdinalModelSchema }) });

/** The losses of the weights in use. Throws `CommandError` if they weigh other features than are measured now. */
function lossOfWeights(modules: readonly unknown[], { version }: ModelVersion): (example: Example) => number {
  const { model } = WeightsFile.parse(modules[0]).QUALITY_MODEL;
  const same =
    model.features.map(({ name }) => name).join() === QUALITY_FEATURES.map(({ name }) => name).join();
  if (!same)
    throw new CommandError(
      `${version} weighs other features than the engine measures now, so that nothing can be compared with it.`,
    );
  return (example) => Math.abs(example.label - foresee(model, example).median);
}
