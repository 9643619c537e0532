/** Time as a dependency, so that a test can control it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Uniform in [0, 1). */
export type Random = () => number;

export const systemRandom: Random = () => Math.random();
