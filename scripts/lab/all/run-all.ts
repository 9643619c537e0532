import { z } from 'zod';
import type { ServiceContext } from '../../../src/context.ts';
import { writeReport } from '../report/write-report.ts';
import { type Configuration, withoutSecrets } from '../run/configuration.ts';
import type { LabRun } from '../run/lab-run.ts';
import { trainingResultsName, writeQwenResult } from '../run/qwen-results.ts';
import type { StepOutcome } from './step.ts';
import { type AllOptions, STEPS } from './steps.ts';

const Made = {
  metrics: z.record(z.string(), z.json()),
  timings: z.record(z.string(), z.json()),
  files: z.record(z.string(), z.string()),
};
const OutcomeSchema: z.ZodType<StepOutcome> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('done'), ...Made }),
  z.object({ state: z.literal('refused'), reason: z.string(), ...Made }),
  z.object({ state: z.literal('skipped'), reason: z.string() }),
]);

/** What `lab all --json` prints. */
export interface AllResult {
  /** Of the rows of the data set. */
  dataset_hash: string | null;
  run: string;
  steps: { name: string; state: StepOutcome['state']; reason: string | null }[];
  /** By step; equal for the same catalogue, options and models. */
  metrics: Record<string, Configuration>;
  /** By step; times, which differ from run to run. */
  timings: Record<string, Configuration>;
  files: Record<string, string>;
}

/** Makes every step once, each kept in the folder of the run, then the report and the published files about the model. */
export async function runAll(
  ctx: ServiceContext,
  run: LabRun,
  { onStep, ...options }: AllOptions & { onStep?: (sentence: string) => void },
): Promise<AllResult> {
  const outcomes = new Map<string, StepOutcome>();
  for (const { name, make } of STEPS) {
    onStep?.(name);
    const started = performance.now();
    const outcome = await run.keep(name, OutcomeSchema, () => make({ ctx, run, options, done: outcomes }));
    outcomes.set(name, outcome);
    const took = `${Math.round((performance.now() - started) / 100) / 10} s`;
    onStep?.(`${name}: ${outcome.state}${'reason' in outcome ? `, ${outcome.reason}` : ''} (${took})`);
  }
  const result = gather(run, outcomes);
  await run.writeJson('all.json', result);
  const report = await writeReport(run.folder);
  const published = await publish(run, result, options.results);
  return { ...result, files: { ...result.files, ...published, report } };
}

function gather(run: LabRun, outcomes: ReadonlyMap<string, StepOutcome>): AllResult {
  const made = [...outcomes].flatMap(([name, outcome]) =>
    outcome.state === 'skipped' ? [] : [[name, outcome] as const],
  );
  return {
    dataset_hash: run.facts.data_hash,
    run: run.folder,
    steps: [...outcomes].map(([name, outcome]) => ({
      name,
      state: outcome.state,
      reason: 'reason' in outcome ? outcome.reason : null,
    })),
    metrics: Object.fromEntries(made.map(([name, { metrics }]) => [name, metrics])),
    timings: Object.fromEntries(made.map(([name, { timings }]) => [name, timings])),
    files: Object.assign({}, ...made.map(([, { files }]) => files)),
  };
}

/** The published files about the chat model, of this run. */
async function publish(run: LabRun, result: AllResult, results: string): Promise<Record<string, string>> {
  const { metrics, timings, dataset_hash } = result;
  const { started_at, code_version, configuration, seed } = run.facts;
  const facts = { dataset_hash, run: run.folder, code_version, configuration, seed };
  const { 'prepare-dataset': dataset, evaluate, 'compare-models': comparison, ...others } = metrics;
  const models = withoutSecrets({ steps: others, comparison: comparison ?? null });
  return {
    dataset_info: await writeQwenResult(results, 'dataset_info.json', { ...dataset }),
    training_results: await writeQwenResult(results, trainingResultsName(started_at), {
      ...facts,
      ...models,
    }),
    evaluation_report: await writeQwenResult(results, 'evaluation_report.json', {
      ...facts,
      evaluation: evaluate ?? null,
      timings: timings.evaluate ?? null,
    }),
  };
}
