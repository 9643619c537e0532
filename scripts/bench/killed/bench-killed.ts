import { runSteps } from '../../../src/services/schedule/run-steps.ts';
import { STEPS } from '../../../src/services/schedule/steps.ts';
import { compareRows, type Difference } from './compare-rows.ts';
import type { Rows } from './database-state.ts';
import { deliverAll, deliverNext } from './deliver.ts';
import { type KilledWorld, type Lived, startKilledWorld } from './killed-world.ts';
import type { Death } from './life.ts';
import type { Pipeline } from './pipelines.ts';

export interface KilledOptions {
  pipelines: readonly Pipeline[];
  /** 1: every call is tried, before it and after it; n: every n-th call, by turns before or after it. */
  stride: number;
  onResult?: (result: PipelineResult) => void;
}

export interface PipelineResult {
  pipeline: string;
  /** What the undisturbed step calls outside: statements, Redis, sites, models, queues. */
  calls: number;
  /** Workers killed: before a call, and after it took effect. */
  killed: number;
  /** Rows over all kills that are missing, too many, and other than those of the undisturbed run. */
  lost: number;
  doubled: number;
  changed: number;
  faults: Fault[];
}

/** A kill after which the database was not that of the undisturbed run. */
export interface Fault extends Death {
  what: string;
  differences: Difference[];
}

const HOUR_SECONDS = 3600;
/** Delayed messages send others with a delay. */
const ROUNDS = 3;
const SLOTS = 2;
/** Those that count, remove or copy something have no part in going on. */
const COUNTING = new Set([
  ...['old_failures', 'expiring_keys', 'retention', 'catalogue_words', 'trends'],
  ...['takedown_copies', 'backup'],
]);
const RESUMING = STEPS.filter(({ name }) => !COUNTING.has(name));
/** Longer than the schedule waits before it takes a message for lost. */
const SLOT_SECONDS = 3 * HOUR_SECONDS;

/** Kills a Worker at every call of every pipeline, goes on with a new one, and compares with the undisturbed run. */
export async function benchKilled(options: KilledOptions): Promise<PipelineResult[]> {
  const world = await startKilledWorld();
  try {
    return await killEverywhere(world, options);
  } finally {
    await world.close();
  }
}

/** As `benchKilled`, in a new world that the caller closes; it is left as it was. */
export async function killEverywhere(world: KilledWorld, options: KilledOptions): Promise<PipelineResult[]> {
  await world.keep('empty');
  const results: PipelineResult[] = [];
  for (const pipeline of options.pipelines) {
    await pipeline.prepare(world);
    await world.keep('begun');
    const result = await tryPipeline(world, pipeline, options.stride);
    options.onResult?.(result);
    results.push(result);
    await world.restore('empty');
  }
  return results;
}

async function tryPipeline(world: KilledWorld, pipeline: Pipeline, stride: number): Promise<PipelineResult> {
  const undisturbed = await attempt(world, pipeline, null);
  const { calls } = undisturbed.lived;
  const faults: Fault[] = [];
  let killed = 0;
  for (const death of deathsAmong(calls.length, stride)) {
    const { lived, rows } = await attempt(world, pipeline, death);
    if (lived.end !== 'died') continue;
    killed += 1;
    const differences = compareRows(undisturbed.rows, rows);
    if (differences.length > 0) faults.push({ ...death, what: calls[death.call - 1] ?? '', differences });
  }
  const sum = (of: 'lost' | 'doubled' | 'changed'): number =>
    faults.flatMap(({ differences }) => differences).reduce((total, one) => total + one[of], 0);
  return {
    pipeline: pipeline.name,
    calls: calls.length,
    killed,
    ...{ lost: sum('lost'), doubled: sum('doubled'), changed: sum('changed') },
    faults,
  };
}

function deathsAmong(calls: number, stride: number): Death[] {
  const tried = Array.from({ length: Math.ceil(calls / stride) }, (_, i) => i * stride + 1);
  if (stride === 1) return tried.flatMap((call) => [deathAt(call, 0), deathAt(call, 1)]);
  return tried.map((call, turn) => deathAt(call, turn));
}

const deathAt = (call: number, turn: number): Death => ({
  call,
  when: turn % 2 === 0 ? 'before' : 'after',
});

/** One run of the step, and what follows until nothing is left to do. */
async function attempt(
  world: KilledWorld,
  pipeline: Pipeline,
  death: Death | null,
): Promise<{ lived: Lived; rows: Rows }> {
  await world.restore('begun');
  const lived = await begin(world, pipeline, death);
  if (lived.end === 'died') {
    await world.age(HOUR_SECONDS);
    // A message is delivered again; a caller without an answer asks again.
    if ('ask' in pipeline.step) await begin(world, pipeline, null);
  }
  await settle(world);
  // Twice: what the first one sends leaves work to the second, such as the words of a song that it has scraped.
  for (let slot = 0; slot < SLOTS; slot++) {
    await world.age(SLOT_SECONDS);
    const at = { slot: new Date(slot * SLOT_SECONDS * 1000), steps: RESUMING };
    await world.live((ctx) => runSteps(ctx, at));
    await settle(world);
  }
  return { lived, rows: await world.database.read() };
}

function begin(world: KilledWorld, { step }: Pipeline, death: Death | null): Promise<Lived> {
  if ('message' in step) return deliverNext(world, step.message, death);
  return world.live(async (ctx) => {
    await step.ask(ctx);
  }, death);
}

async function settle(world: KilledWorld): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await deliverAll(world);
    if (world.platform.later.length === 0) return;
    await world.age(HOUR_SECONDS);
    world.platform.ripen();
  }
  throw new Error('There is always another delayed message.');
}
