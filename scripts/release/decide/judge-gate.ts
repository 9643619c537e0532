import { wilsonInterval } from '../../../src/ml/wilson-interval.ts';

/** What a version answered during a stage. */
export interface Answers {
  requests: number;
  /** Answers with a status of 5xx. */
  failures: number;
  /** 95th percentile of the response time in seconds; null: too few requests. */
  p95Seconds: number | null;
}

/** A version may fail this share of its requests, whatever the version before did. */
const TOLERATED_FAILURES = 0.01;
/** Fewer are no verdict: an upstream may fail once. */
const FAILURES_TO_JUDGE = 3;
/** How much worse than the version before it may be. */
const FAILURE_FACTOR = 2;
const P95_FACTOR = 2;
/** Below it nobody waits; buckets of the histogram are about twice as wide as the one before. */
const TOLERATED_P95_SECONDS = 0.5;
/** Percentiles of fewer requests say little. */
export const REQUESTS_FOR_P95 = 100;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/**
 * Why a version must not get more traffic; null: nothing speaks against it. Failures are compared by the lower end of
 * Wilson's 95 % interval, so that many failures among few requests are a verdict at once.
 */
export function judgeGate(candidate: Answers, base: Answers): string | null {
  const baseRate = base.requests === 0 ? 0 : base.failures / base.requests;
  const allowed = Math.max(TOLERATED_FAILURES, FAILURE_FACTOR * baseRate);
  if (candidate.failures >= FAILURES_TO_JUDGE) {
    const { low } = wilsonInterval(candidate.failures, candidate.requests);
    if (low > allowed)
      return `${candidate.failures} of ${candidate.requests} requests failed, and at most ${percent(allowed)} may`;
  }
  if (candidate.p95Seconds === null) return null;
  const limit = Math.max(TOLERATED_P95_SECONDS, P95_FACTOR * (base.p95Seconds ?? 0));
  return candidate.p95Seconds > limit
    ? `95 % of the requests took up to ${candidate.p95Seconds.toFixed(2)} s, and ${limit.toFixed(2)} s are allowed`
    : null;
}
