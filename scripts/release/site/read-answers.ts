import { histogramQuantile } from '../../../src/ml/histogram-quantile.ts';
import type { Answers } from '../decide/judge-gate.ts';
import { REQUESTS_FOR_P95 } from '../decide/judge-gate.ts';

/** Requests of a lane by the upper bound of their time (not cumulative), and how many failed. */
export interface LaneCounts {
  failures: number;
  buckets: ReadonlyMap<number, number>;
}

const SERIES = 'barline_release_request_seconds_bucket{';
const LABEL = /[{,](\w+)="([^"]*)"/g;

const boundOf = (le: string): number => (le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le));

/** The cumulative buckets of each status of a lane, taken apart. */
export function readLane(metrics: string, lane: string): LaneCounts {
  const cumulative = new Map<string, Map<number, number>>();
  for (const line of metrics.split('\n')) {
    if (!line.startsWith(SERIES)) continue;
    const labels = new Map(Array.from(line.matchAll(LABEL), ([, name = '', value = '']) => [name, value]));
    if (labels.get('lane') !== lane) continue;
    const status = labels.get('status') ?? '';
    const buckets = cumulative.get(status) ?? new Map<number, number>();
    buckets.set(boundOf(labels.get('le') ?? ''), Number(line.slice(line.lastIndexOf(' ') + 1)));
    cumulative.set(status, buckets);
  }
  let failures = 0;
  const sums = new Map<number, number>();
  for (const [status, buckets] of cumulative) {
    let below = 0;
    for (const [bound, count] of [...buckets].toSorted(([a], [b]) => a - b)) {
      sums.set(bound, (sums.get(bound) ?? 0) + count - below);
      below = count;
    }
    if (status === '5xx') failures += below;
  }
  return { failures, buckets: sums };
}

/** What a lane answered between two readings of its counters. Null where they shrank: somebody emptied Redis. */
export function answersBetween(before: LaneCounts, after: LaneCounts): Answers | null {
  const bounds = [...after.buckets.keys()].toSorted((a, b) => a - b);
  const counts = bounds.map((bound) => (after.buckets.get(bound) ?? 0) - (before.buckets.get(bound) ?? 0));
  const failures = after.failures - before.failures;
  if (failures < 0 || counts.some((count) => count < 0)) return null;
  const requests = counts.reduce((sum, count) => sum + count, 0);
  const finite = bounds.filter(Number.isFinite);
  return {
    requests,
    failures,
    p95Seconds: requests < REQUESTS_FOR_P95 ? null : histogramQuantile(finite, counts, 0.95),
  };
}
