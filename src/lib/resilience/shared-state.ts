/**
 * The few operations that breakers, rate gates and locks need of shared memory. Redis gives them to all
 * isolates; one isolate's own memory gives them to itself when Redis is gone.
 */
export interface SharedState {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** True if the key was free and is now held. */
  acquire(key: string, value: string, ttlMs: number): Promise<boolean>;
  increment(key: string, ttlMs: number): Promise<number>;
  remove(...keys: string[]): Promise<void>;
  /**
   * Takes the next of a row of slots `intervalMs` apart and answers how long to wait for it.
   * With `maxWaitMs`, a slot further away than that is not taken and the answer is the wait it would have been.
   * `tally` counts the slots that were taken, as `increment` does.
   */
  reserve(
    key: string,
    intervalMs: number,
    maxWaitMs: number,
    tally?: { key: string; ttlMs: number },
  ): Promise<{ granted: boolean; waitMs: number }>;
  /** Holds what `acquire` gave with this value for longer; false if it was lost meanwhile. */
  renew(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Gives back what `acquire` gave with this value; what another holds stays. */
  release(key: string, value: string): Promise<void>;
}
