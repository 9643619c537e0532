/**
 * Does `beat` every `everyMs` milliseconds for as long as the work goes on, never two at a time. A beat that fails is
 * skipped: the lease that it was to renew has time for more than one.
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
