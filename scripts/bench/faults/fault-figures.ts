import { quantile, round } from '../figures.ts';
import type { Outcome, Sent } from './send.ts';

export interface PhaseFigures {
  requests: number;
  /** The share of answers that are failures: unavailable or broken; refused connections and 429 are not answers of ours. */
  error_rate: number;
  p50_ms: number;
  p95_ms: number;
}

export interface TrafficFigures {
  before: PhaseFigures;
  during: PhaseFigures;
  after: PhaseFigures;
  /** Degraded answers by their reason. */
  degraded: Record<string, number>;
  /** Failures by code. */
  unavailable: Record<string, number>;
  /** Answers that no operation documents, and those cut off. */
  broken: Record<string, number>;
  limited: number;
  refused: number;
  /** From the end of the fault to the first of ten answers in a row without a failure; null if none came. */
  recovered_ms: number | null;
  /** The same without degraded answers. */
  undegraded_ms: number | null;
}

/** When the fault began and ended, in milliseconds of the traffic. */
export interface FaultSpan {
  fromMs: number;
  toMs: number;
}

const RUN_LENGTH = 10;
const ANSWERS: ReadonlySet<Outcome> = new Set(['good', 'degraded', 'unavailable', 'broken']);
const UNDEGRADED: ReadonlySet<Outcome> = new Set(['good']);
const USEFUL: ReadonlySet<Outcome> = new Set(['good', 'degraded']);

export function trafficFigures(sent: readonly Sent[], { fromMs, toMs }: FaultSpan): TrafficFigures {
  const inOrder = sent.toSorted((a, b) => a.atMs - b.atMs);
  const after = inOrder.filter(({ atMs }) => atMs >= toMs);
  return {
    before: phaseFigures(inOrder.filter(({ atMs }) => atMs < fromMs)),
    during: phaseFigures(inOrder.filter(({ atMs }) => atMs >= fromMs && atMs < toMs)),
    after: phaseFigures(after),
    degraded: countWhys(sent, 'degraded'),
    unavailable: countWhys(sent, 'unavailable'),
    broken: countWhys(sent, 'broken'),
    limited: countOf(sent, 'limited'),
    refused: countOf(sent, 'refused'),
    recovered_ms: recoveryOf(after, toMs, USEFUL),
    undegraded_ms: recoveryOf(after, toMs, UNDEGRADED),
  };
}

function phaseFigures(sent: readonly Sent[]): PhaseFigures {
  const answers = sent.filter(({ outcome }) => ANSWERS.has(outcome));
  const failures = answers.filter(({ outcome }) => !USEFUL.has(outcome)).length;
  const times = answers.map(({ ms }) => ms);
  return {
    requests: sent.length,
    error_rate: answers.length === 0 ? 0 : round(failures / answers.length),
    p50_ms: Math.round(quantile(times, 0.5)),
    p95_ms: Math.round(quantile(times, 0.95)),
  };
}

/** Until the first of ten answers in a row was sent for, of those sent after the fault. */
function recoveryOf(after: readonly Sent[], endMs: number, good: ReadonlySet<Outcome>): number | null {
  let run = 0;
  for (const [i, { outcome }] of after.entries()) {
    run = good.has(outcome) ? run + 1 : 0;
    const first = after[i - RUN_LENGTH + 1];
    if (run === RUN_LENGTH && first !== undefined) return Math.round(first.atMs + first.ms - endMs);
  }
  return null;
}

const countOf = (sent: readonly Sent[], outcome: Outcome): number =>
  sent.filter((one) => one.outcome === outcome).length;

function countWhys(sent: readonly Sent[], outcome: Outcome): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of sent) {
    if (one.outcome !== outcome) continue;
    const why = one.why ?? '';
    counts[why] = (counts[why] ?? 0) + 1;
  }
  return counts;
}
