/** From this share on the speed so far says something. */
const TELLING_SHARE = 0.02;
const TELLING_MS = 1_500;

/**
 * Seconds that the rest will take at the speed so far; null while too little is done to tell.
 * `elapsedMs` is the time that `done` of `total` took.
 */
export function secondsLeft(done: number, total: number, elapsedMs: number): number | null {
  if (done >= total) return 0;
  if (done <= 0 || done / total < TELLING_SHARE || elapsedMs < TELLING_MS) return null;
  return ((elapsedMs / done) * (total - done)) / 1000;
}
