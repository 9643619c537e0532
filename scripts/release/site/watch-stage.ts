import { describeError } from '../../../src/lib/errors.ts';
import { type Answers, judgeGate } from '../decide/judge-gate.ts';
import { laneOf } from '../decide/release-names.ts';
import { answersBetween, type LaneCounts, readLane } from './read-answers.ts';
import type { SiteClient } from './site-client.ts';

export interface WatchOptions {
  site: SiteClient;
  versionId: string;
  baseId: string;
  /** Reads the metrics, and sends the probes. */
  adminToken: string;
  /** How long the stage is watched, and how long between two readings. */
  stageMs: number;
  pollMs: number;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  say: (line: string) => void;
  /** What the base answered in an earlier stage, for when it has no traffic any more. */
  knownBase: Answers | null;
}

export interface WatchResult {
  /** Null: the gate passed. */
  why: string | null;
  base: Answers | null;
}

/** Readings in a row that may fail before nothing is known of the version. */
const BLIND_READINGS = 3;
/** The version under watch answers these with every reading, so that a site without visitors has a verdict too. */
const OWN_REQUESTS = ['/health/ready', '/tracks?limit=1', '/openapi.json'] as const;

interface Reading {
  candidate: LaneCounts;
  base: LaneCounts;
}

async function readCounts({ site, versionId, baseId, adminToken }: WatchOptions): Promise<Reading> {
  // By the version that is trusted: the counters are those of all versions.
  const response = await site.fetch('/metrics', { versionId: baseId, token: adminToken });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`/metrics: ${response.status} ${text.slice(0, 200)}`);
  return { candidate: readLane(text, laneOf(versionId)), base: readLane(text, laneOf(baseId)) };
}

/** A failure counts in the metrics of the version, and so it is not judged twice. One without an answer counts nowhere. */
async function sendOwnRequests({ site, versionId, adminToken }: WatchOptions): Promise<void> {
  for (const path of OWN_REQUESTS) {
    const response = await site.fetch(path, { versionId, token: adminToken });
    await response.arrayBuffer();
  }
}

const tell = ({ requests, failures, p95Seconds }: Answers): string =>
  `${requests} requests, ${failures} failed${p95Seconds === null ? '' : `, p95 ${p95Seconds.toFixed(3)} s`}`;

/**
 * Watches a version while it has its share of the traffic: its counters against those of the version before. A verdict
 * against it ends the stage at once; without one it passes when the time is over.
 */
export async function watchStage(options: WatchOptions): Promise<WatchResult> {
  const { now, sleep, stageMs, pollMs, say } = options;
  const end = now() + stageMs;
  let first: Reading | null = null;
  let blind = 0;
  let told: { candidate: Answers; base: Answers } | null = null;
  for (;;) {
    try {
      // Before the first requests, so that no stage passes without any.
      first ??= await readCounts(options);
      await sendOwnRequests(options);
      const reading = await readCounts(options);
      const candidate = answersBetween(first.candidate, reading.candidate);
      const base = answersBetween(first.base, reading.base);
      if (candidate === null || base === null) first = reading;
      else told = { candidate, base };
      blind = 0;
    } catch (error) {
      blind += 1;
      if (blind >= BLIND_READINGS) return { why: `nothing can be read: ${describeError(error)}`, base: null };
    }
    if (told !== null) {
      const base = told.base.requests > 0 ? told.base : (options.knownBase ?? told.base);
      const why = judgeGate(told.candidate, base);
      if (why !== null || now() >= end) {
        say(`  new: ${tell(told.candidate)}; before: ${tell(base)}`);
        return { why, base };
      }
    } else if (now() >= end) return { why: 'the counters were not read once', base: null };
    await sleep(Math.min(pollMs, Math.max(1, end - now())));
  }
}
