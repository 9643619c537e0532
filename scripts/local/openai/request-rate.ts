export interface RateLimit {
  requestsPerMinute: number;
  burst: number;
}

/** A provider's rate limit: a bucket of `burst` requests that refills evenly. */
export class RequestRate {
  readonly #limit: RateLimit;
  #tokens: number;
  #at: number;

  constructor(limit: RateLimit, nowMs: number) {
    this.#limit = limit;
    this.#tokens = limit.burst;
    this.#at = nowMs;
  }

  /** Null when the request may pass, else the seconds until one may. */
  take(nowMs: number): number | null {
    const perMs = this.#limit.requestsPerMinute / 60_000;
    this.#tokens = Math.min(this.#limit.burst, this.#tokens + (nowMs - this.#at) * perMs);
    this.#at = nowMs;
    if (this.#tokens < 1) return Math.max(1, Math.ceil((1 - this.#tokens) / perMs / 1_000));
    this.#tokens -= 1;
    return null;
  }
}
