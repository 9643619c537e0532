import type { RequestSummary } from '../local/sites/request-log.ts';

export interface FaultResult {
  fault: string;
  what_happened: string;
  songs: number;
  /** Songs neither stored correctly nor listed with a reason. */
  lost: number;
  doubled: number;
  /** Songs that could not be read, each stored with its reason. */
  unavailable: number;
  requests: number;
  requests_per_second: number;
  busiest_second: number;
  /** The longest time without a request, or that the work was told to rest, which is skipped when it is long. */
  longest_pause_s: number;
}

/** Why the work was paused: the reasons, and the longest announced time. */
export interface Rests {
  reasons: Set<string>;
  longestMs: number;
}

export const noRests = (): Rests => ({ reasons: new Set(), longestMs: 0 });

/** A longer rest is noted and then skipped, as if its time had come. */
export const MAX_REST_MS = 15_000;
export const POLL_MS = 250;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function noteRest(rests: Rests, reason: string | null, restMs: number): void {
  const plain = (reason ?? '').replaceAll(/127\.0\.0\.1:\d+/g, 'the host').replaceAll(/\d+ ms/g, '… ms');
  if (plain !== '') rests.reasons.add(plain);
  rests.longestMs = Math.max(rests.longestMs, restMs);
}

/** The part of a result that comes from the log of the site. */
export function measureRequests(log: RequestSummary, seconds: number, rests: Rests) {
  return {
    requests: log.total,
    requests_per_second: Number((log.total / seconds).toFixed(1)),
    busiest_second: log.busiestSecond,
    longest_pause_s: Number((Math.max(log.longestPauseMs, rests.longestMs) / 1000).toFixed(1)),
  };
}
