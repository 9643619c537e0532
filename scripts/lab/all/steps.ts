import { join } from 'node:path';
import { z } from 'zod';
import type { ServiceContext } from '../../../src/context.ts';
import { roundNumbers } from '../../../src/ml/round-numbers.ts';
import { CommandError } from '../../explain.ts';
import { isStopping } from '../../local/stop-signals.ts';
import type { ListPrice } from '../compare-models/list-prices.ts';
import { runComparison } from '../compare-models/run-comparison.ts';
import { prepareDataset } from '../dataset/prepare-dataset.ts';
import { readDataset } from '../dataset/read-dataset.ts';
import { exportFinetune } from '../finetune/export-finetune.ts';
import { type Configuration, withoutSecrets } from '../run/configuration.ts';
import { type LabRun, withRun } from '../run/lab-run.ts';
import { testEndpoint } from '../test-api/test-endpoint.ts';
import { hashFiles } from '../train/hash-files.ts';
import { trainQuality } from '../train/train-quality.ts';
import { evaluateInRun } from './evaluate-step.ts';
import type { StepOutcome } from './step.ts';

export interface AllOptions {
  /** Folder of all results. */
  results: string;
  seed: number;
  size: number;
  testShare: number;
  confidence: number;
  /** Test songs that every model is asked about, at most. */
  limit: number;
  /** Analysers whose answers are the targets; empty: any. */
  analyzers: readonly string[];
  /** Further models of the configured server. */
  models: readonly string[];
  listPrices: readonly ListPrice[];
  /** File of labelled songs that the quality model is trained on; null: it is not trained. */
  labels: string | null;
  onProgress?: (done: number, all: number) => void;
}

export interface StepInput {
  ctx: ServiceContext;
  run: LabRun;
  options: AllOptions;
  /** Outcomes of the steps before. */
  done: ReadonlyMap<string, StepOutcome>;
}

export interface Step {
  name: string;
  make(input: StepInput): Promise<StepOutcome>;
}

const DECIMALS = 6;
const API_CALLS = 3;
const NO_MODEL: StepOutcome = { state: 'skipped', reason: 'no chat model is configured (LLM_BASE_URL)' };

/** A result as JSON, rounded, so that a result that was kept and one that was made are the same. */
export const jsonOf = (value: object): Configuration => withoutSecrets(roundNumbers({ ...value }, DECIMALS));

const done = (metrics: object, files: Record<string, string> = {}, timings: object = {}): StepOutcome => ({
  state: 'done',
  metrics: jsonOf(metrics),
  timings: jsonOf(timings),
  files,
});

async function testApi({ ctx }: StepInput): Promise<StepOutcome> {
  const { config } = ctx;
  if (config.llm === null) return NO_MODEL;
  const { capabilities, chat_model, embeddings_model } = await testEndpoint(config, { calls: API_CALLS });
  const call = capabilities.find(({ capability }) => capability === 'one call');
  if (call?.verdict !== 'yes')
    throw new CommandError(
      `The chat model ${chat_model} does not answer (${call?.detail}). Mend it, or leave it out with --without-model.`,
    );
  const verdicts = capabilities.map(({ capability, verdict }) => [capability, verdict]);
  const details = capabilities.map(({ capability, detail }) => [capability, detail]);
  const found = { chat_model, embeddings_model, capabilities: Object.fromEntries(verdicts) };
  return done(found, {}, Object.fromEntries(details));
}

async function prepare({ ctx, run, options }: StepInput): Promise<StepOutcome> {
  const { results, seed, size, testShare, confidence, analyzers } = options;
  const { folder, ...info } = await prepareDataset(ctx.sql, {
    confidence,
    length: 100,
    analyzers,
    language: null,
    size,
    testShare,
    seed,
    out: join(results, 'datasets'),
  });
  await run.noteData(info.dataset_hash);
  return done(info, { dataset: folder });
}

const Prepared = z.object({ files: z.object({ dataset: z.string() }) });

/** The test songs of the data set, which is read again: a file that was changed since is refused. */
async function testSongs({ done: before, options }: StepInput) {
  const { files } = Prepared.parse(before.get('prepare-dataset'));
  const { hash, samples } = await readDataset(files.dataset);
  return { hash, test: samples.filter(({ split }) => split === 'test').slice(0, options.limit) };
}

const NO_TEST =
  'the data set has no test songs: halves share no artist, and the catalogue has songs of one artist only';

async function evaluate(input: StepInput): Promise<StepOutcome> {
  const { ctx, run, options } = input;
  const { test } = await testSongs(input);
  const { result, latencyMs, answersFile } = await evaluateInRun(ctx, test, {
    folder: run.folder,
    ...(options.onProgress && { onAnswer: options.onProgress }),
  });
  const made = done(result, { answers: answersFile }, { latency_ms: latencyMs });
  const reasons =
    test.length === 0
      ? [NO_TEST]
      : result.analyzers.flatMap(({ analyzer, refused }) => refused.map((why) => `${analyzer}: ${why}`));
  const hasFigure = result.analyzers.some(({ headline }) => headline !== null);
  return hasFigure || made.state !== 'done'
    ? made
    : { ...made, state: 'refused', reason: reasons.join('; ') };
}

async function compare(input: StepInput): Promise<StepOutcome> {
  const { ctx, run, options } = input;
  const { test } = await testSongs(input);
  const { models, listPrices, onProgress } = options;
  const { comparison, files } = await runComparison(ctx, run, {
    samples: test,
    models,
    listPrices,
    ...(onProgress && { onAnswer: onProgress }),
  });
  const { latency_ms, ...metrics } = comparison;
  return done(metrics, files, { latency_ms });
}

const LONGEST_EXAMPLE = 16_384;
const VALIDATION_SHARE = 0.1;

/** For local training, which takes any number of examples; from answers of models where the targets are by one. */
async function exportExamples(input: StepInput): Promise<StepOutcome> {
  const { results, seed } = input.options;
  const { files } = Prepared.parse(input.done.get('prepare-dataset'));
  const { samples } = await readDataset(files.dataset);
  const isOfModels = samples.some(({ analyzer }) => analyzer !== 'algorithmic');
  return await orRefused(async () => {
    const { folder, start, ...exported } = await exportFinetune({
      dataset: files.dataset,
      trainer: 'lora',
      answer: isOfModels ? 'full' : 'targets',
      model: null,
      maxTokens: LONGEST_EXAMPLE,
      validationShare: VALIDATION_SHARE,
      seed,
      results,
    });
    return done(exported, { finetune: folder });
  });
}

/** What the data do not allow is told as the outcome of the step, so that the steps after it are made. */
async function orRefused(make: () => Promise<StepOutcome>): Promise<StepOutcome> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof CommandError) || isStopping()) throw error;
    return { state: 'refused', reason: error.message, metrics: {}, timings: {}, files: {} };
  }
}

const PROJECT = join(import.meta.dirname, '../../..');

/** The candidate stays in the folder of its own run: nothing is promoted here. */
async function trainOnLabels({ options }: StepInput): Promise<StepOutcome> {
  const { labels: file, results, seed } = options;
  if (file === null) return { state: 'skipped', reason: 'no labelled songs are given (--labels)' };
  const configuration = { licence: 'unknown', project: PROJECT };
  const request = {
    command: 'train-quality',
    results,
    configuration,
    seed,
    dataHash: await hashFiles([file]),
  };
  return await orRefused(async () => {
    const trained = await withRun(request, (own) => trainQuality(own, { file, seed, ...configuration }));
    const { run, version, ...figures } = trained;
    return done(figures, { training: run }, { version });
  });
}

/** In the order in which they are made. */
export const STEPS: readonly Step[] = [
  { name: 'test-api', make: testApi },
  { name: 'prepare-dataset', make: prepare },
  { name: 'evaluate', make: evaluate },
  { name: 'compare-models', make: compare },
  { name: 'export-finetune', make: exportExamples },
  { name: 'train-quality', make: trainOnLabels },
];
