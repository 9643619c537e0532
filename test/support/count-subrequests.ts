/** Requests of one invocation, counted by the last segment or the whole of their path. */
export interface Subrequests {
  total: number;
  by: Record<string, number>;
}

/** Counts every request that is sent until the work ends. Sends to queues are counted by `TestQueues`. */
export async function countSubrequests(work: () => Promise<unknown>): Promise<Subrequests> {
  const { fetch } = globalThis;
  const by: Record<string, number> = {};
  globalThis.fetch = (input, init) => {
    if (init?.signal?.aborted) return fetch(input, init);
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    by[pathname] = (by[pathname] ?? 0) + 1;
    return fetch(input, init);
  };
  try {
    await work();
  } finally {
    globalThis.fetch = fetch;
  }
  return { total: Object.values(by).reduce((sum, n) => sum + n, 0), by };
}
