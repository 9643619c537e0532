import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../../explain.ts';
import type { MatrixRow } from '../compare-models/cost-matrix.ts';
import { type RunFile, readRunFile } from '../run/run-file.ts';

const figure = z.number().nullable();
const EstimateSchema = z.object({
  value: z.number(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
});
const ScoresSchema = z.object({
  mae: EstimateSchema,
  rmse: EstimateSchema,
  spearman: EstimateSchema.nullable(),
});
const HeadlineSchema = z.object({
  scores: ScoresSchema,
  failures_as_worst: z.object({ mae: z.number(), rmse: z.number() }),
  baselines: z.record(
    z.string(),
    ScoresSchema.extend({ worse_by: z.object({ difference: z.number(), p: z.number() }) }),
  ),
  calibration_error: figure,
});
const CalibrationSchema = z.array(
  z.object({ confidence: z.number(), right: z.number(), claims: z.number() }),
);

const EvaluationSchema = z.object({
  songs: z.number(),
  analyzers: z.array(
    z.object({
      analyzer: z.string(),
      refused: z.array(z.string()),
      rows: z.number(),
      answered: z.number(),
      failed: z.number(),
      artists: z.number(),
      headline: HeadlineSchema.nullable(),
      success_rate: z.number(),
      sentiment_macro_f1: figure,
      tokens: figure,
      cost_usd: figure,
      calibration: CalibrationSchema,
    }),
  ),
  agreement: z.object({ sentiment_score: figure, sentiment: figure }),
});
export type Evaluation = z.infer<typeof EvaluationSchema>;
export type EvaluatedAnalyzer = Evaluation['analyzers'][number];

const MatrixSchema: z.ZodType<{ songs: number; rows: MatrixRow[] }> = z.object({
  songs: z.number(),
  rows: z.array(
    z.object({
      name: z.string(),
      model: z.string().nullable(),
      called: z.boolean(),
      success_rate: figure,
      mae: EstimateSchema.nullable(),
      spearman: EstimateSchema.nullable(),
      sentiment_macro_f1: figure,
      refused: z.array(z.string()),
      errors: z.array(z.object({ error: z.string(), songs: z.number() })),
      tokens: z
        .object({
          prompt: z.number(),
          completion: z.number(),
          from: z.enum(['measured', 'measured with other models', 'estimated from the prompt']),
        })
        .nullable(),
      cost_per_1000_usd: figure,
      price: z
        .object({
          prompt: z.number(),
          completion: z.number(),
          from: z.string(),
          as_of: z.string().nullable(),
        })
        .nullable(),
      on_frontier: z.boolean(),
    }),
  ),
});
export type Matrix = z.infer<typeof MatrixSchema>;

const counts = z.record(z.string(), z.number());
const half = z.object({ songs: z.number(), artists: z.number() });
const DatasetSchema = z.object({
  dataset_hash: z.string(),
  seed: z.number(),
  catalogue_songs: z.number(),
  candidates: z.number(),
  songs: z.number(),
  excluded: counts,
  split: z.object({ train: half, test: half }),
  analyzers: counts,
  languages: counts,
  eras: counts,
  genres: counts.default({}),
});
export type DatasetFacts = z.infer<typeof DatasetSchema>;

const EndpointSchema = z.object({
  chat_model: z.string().nullable(),
  embeddings_model: z.string().nullable(),
  capabilities: z.record(z.string(), z.string()),
});
export type EndpointFacts = z.infer<typeof EndpointSchema>;

const StepFileSchema = z.object({
  state: z.enum(['done', 'refused', 'skipped']),
  reason: z.string().nullable().default(null),
  metrics: z.unknown(),
  timings: z.record(z.string(), z.unknown()).default({}),
});

export interface ReportedStep {
  name: string;
  state: z.infer<typeof StepFileSchema>['state'];
  reason: string | null;
  metrics: unknown;
  timings: Record<string, unknown>;
}

/** What a report tells of; null where the run has no such part. */
export interface Results {
  run: RunFile;
  steps: ReportedStep[];
  evaluation: Evaluation | null;
  matrix: Matrix | null;
  dataset: DatasetFacts | null;
  endpoint: EndpointFacts | null;
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${path} is not JSON.`);
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new CommandError(`${place} is no result of the lab:\n${z.prettifyError(read.error)}`);
}

/** Reads the results in the folder of a run. Throws `CommandError` if it is none or has none. */
export async function readResults(folder: string): Promise<Results> {
  const run = await readRunFile(folder);
  if (run === null)
    throw new CommandError(`${folder} is not the folder of a run: it has no readable run.json.`);
  const steps: ReportedStep[] = [];
  for (const file of Object.keys(run.files)) {
    if (!file.endsWith('.json')) continue;
    const step = StepFileSchema.safeParse(await readJson(join(folder, file)));
    if (step.success) steps.push({ ...step.data, name: file.slice(0, -'.json'.length) });
  }
  const metricsOf = <T>(name: string, schema: z.ZodType<T>): T | null => {
    const step = steps.find((one) => one.name === name);
    return step === undefined || step.state === 'skipped'
      ? null
      : parsed(schema, step.metrics, `${name}.json`);
  };
  const matrix = 'cost-matrix.json' in run.files ? await readJson(join(folder, 'cost-matrix.json')) : null;
  const results: Results = {
    run,
    steps,
    evaluation: metricsOf('evaluate', EvaluationSchema),
    matrix: matrix === null ? null : parsed(MatrixSchema, matrix, 'cost-matrix.json'),
    dataset: metricsOf('prepare-dataset', DatasetSchema),
    endpoint: metricsOf('test-api', EndpointSchema),
  };
  if (steps.length === 0 && results.matrix === null)
    throw new CommandError(`${folder} has no results yet that a report could show.`);
  return results;
}
