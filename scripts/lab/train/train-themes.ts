import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { FEELING_VERSES } from '../../eval/labelled-verses.ts';
import { readThemeVerses, THEME_VERSES } from '../../eval/theme-verses.ts';
import { CommandError } from '../../explain.ts';
import { createProgress } from '../../progress.ts';
import { orderedJson, sha256 } from '../run/configuration.ts';
import type { LabRun } from '../run/lab-run.ts';
import { formatSource } from './format-source.ts';
import { hashFiles } from './hash-files.ts';
import { readModelInUse } from './model-in-use.ts';
import { measureVerses, THEMES_TRAINER, type ThemeExample } from './themes-trainer.ts';
import { type TrainingResult, trainModel } from './train-run.ts';
import { artistsOf } from './trainer.ts';

export interface TrainThemesOptions {
  /** Labelled verses; null: those written for this project. */
  file: string | null;
  project: string;
  licence: string;
  labelledBy: string;
  seed: number;
}

const THEMES_FILE = 'src/lyrics/themes/theme-model.ts';
const FOLDS = 10;

const WeightsFile = z.object({ THEME_MODEL: z.array(z.number()) });

const sourceOf = (weights: readonly number[]): string =>
  formatSource(
    THEMES_FILE,
    `/** Weights of what \`measureThemes\` gives, the bias last. Written by \`barline lab promote\`. */
export const THEME_MODEL: readonly number[] = ${JSON.stringify(weights)};\n`,
  );

/** The files that verses come from; those of this project share lines with the verses labelled with feelings. */
export const themeFiles = (file: string | null): string[] =>
  file === null ? [THEME_VERSES, FEELING_VERSES].map((url) => fileURLToPath(url)) : [file];

/** Trains the weights of themes from the tuning half of labelled verses into the run's folder. */
export async function trainThemes(
  run: LabRun,
  { file, project, licence, labelledBy, seed }: TrainThemesOptions,
): Promise<TrainingResult> {
  const files = themeFiles(file);
  const verses = (await readThemeVerses(files[0])).filter(({ half }) => half === 'tune');
  if (new Set(verses.map(({ id }) => id)).size < verses.length)
    throw new CommandError('Two verses have one id: what is tested must not have been learned from.');
  const examples = measureVerses(verses);
  if (artistsOf(examples).length < FOLDS)
    throw new CommandError(
      `The tuning half has verses of ${artistsOf(examples).length} artists (a verse without one counts as one): it takes ${FOLDS} or more to learn and to judge.`,
    );
  const progress = createProgress('');
  const result = await trainModel(run, {
    trainer: THEMES_TRAINER,
    examples,
    data: { hash: await hashFiles(files), examples: 0, artists: 0, labelled_by: labelledBy, licence },
    seed,
    folds: FOLDS,
    modelSchema: z.array(z.number()),
    inUse: await readModelInUse(project, 'themes', (modules) => {
      const { THEME_MODEL } = WeightsFile.parse(modules[0]);
      return (example: ThemeExample) => THEMES_TRAINER.lossOf(THEME_MODEL, example);
    }),
    describe: (weights) => ({
      version: `themes-${sha256(orderedJson(weights)).slice(0, 12)}`,
      method: "one logistic regression over all themes on five measures of a theme's words",
      metrics: {},
      texts: { [THEMES_FILE]: sourceOf(weights) },
    }),
    onProgress: progress.update,
  });
  progress.stop();
  return result;
}
