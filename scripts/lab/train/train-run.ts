import type { z } from 'zod';
import { roundNumbers } from '../../../src/ml/round-numbers.ts';
import { CANDIDATE_FILE, Candidate } from '../promotion/candidate.ts';
import { fewestArtists, levelOf } from '../promotion/decide-promotion.ts';
import type { ModelData, ModelVersion } from '../promotion/registry.ts';
import { sha256 } from '../run/configuration.ts';
import type { LabRun } from '../run/lab-run.ts';
import { meanOf } from '../statistics/errors.ts';
import { type Analyses, AnalysesSchema } from './analyses.ts';
import { type FoldFit, fitFolds, unseenLosses } from './fold-fits.ts';
import { type HeldOut, holdOut } from './held-out.ts';
import { learningCurve, meanLoss } from './learning-curve.ts';
import { modelCard } from './model-card.ts';
import { permutationImportance } from './permutation-importance.ts';
import { fingerprintOf, seenArtists } from './seen-artists.ts';
import { artistsOf, type Clustered, type Trainer } from './trainer.ts';

/** The model that a new one is compared with. */
export interface ModelInUse<Example> {
  version: ModelVersion;
  lossOf: (example: Example) => number;
  /** Models that it has been compared with before. */
  comparisons: number;
}

/** A model as it would be committed. */
export interface DescribedModel {
  version: string;
  method: string;
  metrics: Record<string, z.core.util.JSONType>;
  /** Texts of its files by their path in the project. */
  texts: Record<string, string>;
}

export interface TrainingTask<Example extends Clustered, Model> {
  trainer: Trainer<Example, Model>;
  examples: readonly Example[];
  data: ModelData;
  seed: number;
  folds: number;
  modelSchema: z.ZodType<Model>;
  /** Null: none is in use. */
  inUse: ModelInUse<Example> | null;
  describe: (model: Model, fits: readonly FoldFit<Example, Model>[], data: ModelData) => DescribedModel;
  onProgress: (done: number, of: number, step: string) => void;
}

export interface TrainingResult {
  run: string;
  version: string;
  /** Whether these are the weights in use. */
  is_in_use: boolean;
  analyses: Analyses;
  /** Null if none could be held out; `why_not` says why. */
  held_out: { artists: number; examples: number } | null;
  why_not: string | null;
}

const DECIMALS = 4;

/**
 * Trains a model and writes it with everything that its card says into the run's folder, as `candidate.json` and `card.md`.
 * Nothing of the project changes. A run that was ended goes on with the folds that it has kept.
 */
export async function trainModel<Example extends Clustered, Model>(
  run: LabRun,
  task: TrainingTask<Example, Model>,
): Promise<TrainingResult> {
  const { trainer, inUse } = task;
  const split = holdOut(task.examples, {
    seen: inUse?.version.seen ?? { names: [], beginnings: [] },
    fewest: fewestArtists(levelOf((inUse?.comparisons ?? 0) + 1)),
    seed: task.seed,
  });
  const model = await run.keep('model', task.modelSchema, async () => trainer.learn(split.train));
  const fits = await fitFolds(trainer, split.train, {
    folds: task.folds,
    keep: (fold, make) => run.keep(`fold-${fold}`, task.modelSchema, async () => make()),
    onFold: (done, of) => task.onProgress(done, of, 'folds'),
  });
  const analyses = await analyse(run, { ...task, examples: split.train }, fits);
  const artists = artistsOf(split.train);
  const data = { ...task.data, examples: split.train.length, artists: artists.length };
  const described = task.describe(model, fits, data);
  const candidate = candidateOf(task, { run, split, model, analyses, data, described });
  await run.writeJson(CANDIDATE_FILE, candidate);
  await run.write('card.md', candidate.card);
  return {
    run: run.folder,
    version: described.version,
    is_in_use: described.version === inUse?.version.version,
    analyses,
    held_out:
      split.held.length === 0 ? null : { artists: artistsOf(split.held).length, examples: split.held.length },
    why_not: split.whyNot,
  };
}

const analyse = <Example extends Clustered, Model>(
  run: LabRun,
  { trainer, examples, seed, onProgress }: TrainingTask<Example, Model>,
  fits: readonly FoldFit<Example, Model>[],
): Promise<Analyses> =>
  run.keep('analyses', AnalysesSchema, async () => {
    const rows = unseenLosses(trainer, fits);
    const curve = await learningCurve(trainer, examples, {
      seed,
      onFit: (done, of) => onProgress(done, of, 'learning curve'),
    });
    const groups = Map.groupBy(rows, ({ example }) => trainer.groupOf(example));
    const gains = rows.map(({ artist, loss, constant }) => ({ artist, loss: constant - loss }));
    const analyses: Analyses = {
      examples: rows.length,
      artists: artistsOf(examples).length,
      loss: meanLoss(rows),
      constant: meanLoss(rows.map(({ artist, constant }) => ({ artist, loss: constant }))),
      gain: meanLoss(gains),
      groups: [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([group, own]) => ({
          group,
          examples: own.length,
          loss: meanLoss(own),
          constant: meanOf(own.map(({ constant }) => constant)),
        })),
      curve,
      importance: permutationImportance(trainer, fits, seed),
    };
    return roundNumbers(analyses, DECIMALS);
  });

function candidateOf<Example extends Clustered, Model>(
  { trainer, inUse }: TrainingTask<Example, Model>,
  made: {
    run: LabRun;
    split: HeldOut<Example>;
    model: Model;
    analyses: Analyses;
    data: ModelData;
    described: DescribedModel;
  },
): Candidate {
  const { run, split, model, analyses, data, described } = made;
  const constant = trainer.constantLoss(split.train);
  const isInUse = described.version === inUse?.version.version;
  const builtAt = isInUse ? inUse.version.built_at : run.facts.started_at;
  const lossInUse = inUse?.lossOf ?? constant;
  const artists = artistsOf(split.train);
  return Candidate.parse({
    name: trainer.name,
    ...described,
    built_at: builtAt,
    data,
    seen: seenArtists(artists),
    files: Object.fromEntries(Object.entries(described.texts).map(([path, text]) => [path, sha256(text)])),
    held_out:
      split.held.length === 0
        ? null
        : {
            with: inUse?.version.version ?? null,
            rows: split.held.map((example) => ({
              artist: fingerprintOf(example.artist),
              candidate: trainer.lossOf(model, example),
              in_use: lossInUse(example),
            })),
          },
    why_not: split.whyNot,
    card: modelCard({
      name: trainer.name,
      loss: trainer.loss,
      version: described.version,
      method: described.method,
      builtAt,
      files: Object.keys(described.texts),
      data,
      analyses,
      whyNot: isInUse ? null : split.whyNot,
    }),
  });
}
