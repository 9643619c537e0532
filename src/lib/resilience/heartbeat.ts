/**
 * Calls `beat` every `everyMs` milliseconds while the work runs, never twice at the same time. A failed beat is
 * skipped: the lease that it renews lasts for more than one interval.
 */
export async function withHeartbeat<T>(
  everyMs: number,
  beat: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  let isBeating = false;
  const timer = setInterval(() => {
    if (isBeating) return;
    isBeating = true;
    beat()
      .catch(() => undefined)
      .finally(() => {
        isBeating = false;
      });
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
