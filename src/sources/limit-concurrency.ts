import type { Fetcher } from './fetcher.ts';

/** Lets at most `max` requests of this fetcher run at once; the others wait in order. */
export function limitConcurrency(fetcher: Fetcher, max: number): Fetcher {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function enter(): Promise<void> {
    if (running < max) {
      running += 1;
      return;
    }
    // A finished request hands its place to the next, so `running` does not change.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
  return {
    async fetch(request) {
      await enter();
      try {
        return await fetcher.fetch(request);
      } finally {
        leave();
      }
    },
  };
}
