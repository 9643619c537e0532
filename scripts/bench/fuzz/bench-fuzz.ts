import { KINDS } from './fault.ts';
import { type FuzzOptions, runFuzz } from './run-fuzz.ts';
import type { FuzzReport } from './tally.ts';
import { remoteWorld, startFuzzWorld } from './world.ts';

export interface FuzzBenchOptions extends FuzzOptions {
  /** A running Worker and its token; null: one that is started for the run. */
  target: { url: string; token: string } | null;
  onStep: (step: string) => void;
}

/** Fuzzes every operation of the API and reports what is wrong with the answers. */
export async function benchFuzz({ target, onStep, ...options }: FuzzBenchOptions): Promise<FuzzReport> {
  const world = target === null ? await startFuzzWorld(onStep) : remoteWorld(target.url, target.token);
  try {
    onStep('sending requests');
    return await runFuzz(world, options);
  } finally {
    await world.close();
  }
}

/** Whether nothing is wrong, and every operation was reached. */
export const isClean = (report: FuzzReport): boolean =>
  KINDS.every((kind) => report[kind] === 0) && report.unanswered === 0 && report.not_reached.length === 0;
