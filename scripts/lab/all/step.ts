import type { Configuration } from '../run/configuration.ts';

/** What a step of `lab all` found. Equal inputs give equal metrics; what differs from run to run stands apart. */
export interface StepResult {
  metrics: Configuration;
  /** Times and latencies. */
  timings: Configuration;
  /** Paths by name. */
  files: Record<string, string>;
}

/** A step is made, left out with the reason, or cannot give a figure, with every reason. */
export type StepOutcome =
  | ({ state: 'done' } & StepResult)
  | { state: 'skipped'; reason: string }
  | ({ state: 'refused'; reason: string } & StepResult);
