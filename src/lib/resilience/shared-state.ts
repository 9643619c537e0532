/**
 * The operations that breakers, rate limits and locks need from shared memory. Redis provides them to all isolates; if
 * Redis is unavailable, an isolate uses its own memory.
 */
export interface SharedState {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** True if the key was free and is now held. */
  acquire(key: string, value: string, ttlMs: number): Promise<boolean>;
  increment(key: string, ttlMs: number): Promise<number>;
  /**
   * Adds a whole number to a sum and returns the sum; a positive one only if the sum then does not exceed `limit`. Each
   * addition starts the time to live again.
   */
  addWithin(
    key: string,
    amount: number,
    bounds: { limit: number; ttlMs: number },
  ): Promise<{ added: boolean; total: number }>;
  remove(...keys: string[]): Promise<void>;
  /**
   * Takes the next of a sequence of slots `intervalMs` apart and returns how long to wait for it. With `maxWaitMs`, a
   * slot further away is not taken, and the wait that it would have needed is returned. `tally` counts the slots
   * taken, as `increment` does.
   */
  reserve(
    key: string,
    intervalMs: number,
    maxWaitMs: number,
    tally?: { key: string; ttlMs: number },
  ): Promise<{ granted: boolean; waitMs: number }>;
  /** Extends a key acquired with this value; false if it was lost in the meantime. */
  renew(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** Releases a key acquired with this value; a key held by another value is not changed. */
  release(key: string, value: string): Promise<void>;
}
