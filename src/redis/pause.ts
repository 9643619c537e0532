import type { Clock } from '../lib/clock.ts';

const PAUSE_MS = 5000;

/**
 * Leaves Redis alone for five seconds after it did not answer in time, so that not every step of every request waits for
 * its limit. A failure that comes at once begins no pause: it costs no time, and the next command may succeed.
 */
export class RedisPause {
  readonly #clock: Pick<Clock, 'now'>;
  #until = 0;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** For one command: aborted at the limit, and at once during a pause. */
  signal(timeoutMs: number): AbortSignal {
    if (this.#clock.now() >= this.#until) return AbortSignal.timeout(timeoutMs);
    return AbortSignal.abort(new DOMException('Redis did not answer and is left alone.', 'AbortError'));
  }

  /** Begins a pause if that is why the command failed. */
  note(error: unknown): void {
    if (isTimeout(error)) this.#until = this.#clock.now() + PAUSE_MS;
  }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || isTimeout(error.cause));
