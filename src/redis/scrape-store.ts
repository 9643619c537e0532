import type { Clock } from '../lib/clock.ts';
import type { MetricScrape } from '../lib/metrics/store.ts';
import { TIMEOUT_MS } from './client.ts';
import { keys } from './keys.ts';
import { addCounts, recentSlots } from './metric-store.ts';

interface RestConfig {
  url: string;
  token: string;
}

type Reply = { result: unknown } | { error: string };

/** A name of the shared state without a value, because MGET takes at least one. */
const NOTHING = 'none';

/**
 * All that `/metrics` reads of Redis, in one pipeline: counters, those of the last hour, INFO and values of the shared
 * state. The client of Upstash has no INFO, so that the pipeline is sent without it. Throws if Redis does not answer in
 * time or refuses; only INFO may be refused.
 */
export const createScrape =
  (config: RestConfig, clock: Clock) =>
  (state: readonly string[]): Promise<MetricScrape> =>
    readScrape(config, clock, state);

async function readScrape(config: RestConfig, clock: Clock, state: readonly string[]): Promise<MetricScrape> {
  const names = state.length === 0 ? [NOTHING] : state;
  const replies = await sendPipeline(config, [
    ['MGET', ...names.map((name) => keys.state(name))],
    ['INFO'],
    ['HGETALL', keys.metrics],
    ...recentSlots(clock.now()).map((key) => ['HGETALL', key]),
  ]);
  const [values, info, counts, ...slots] = replies;
  const found = resultOf(values);
  const text = info !== undefined && 'result' in info ? info.result : null;
  return {
    counts: addCounts([resultOf(counts)]),
    lastHour: addCounts(slots.map(resultOf)),
    info: typeof text === 'string' ? text : null,
    state: new Map(state.map((name, i) => [name, Array.isArray(found) ? textOrNull(found[i]) : null])),
  };
}

async function sendPipeline(
  { url, token }: RestConfig,
  commands: readonly (readonly string[])[],
): Promise<Reply[]> {
  const response = await fetch(`${url.replace(/\/$/, '')}/pipeline`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(commands),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`Redis answered ${response.status}`);
  const replies: Reply[] = await response.json();
  if (!Array.isArray(replies) || replies.length !== commands.length) throw new Error('not a reply of Redis');
  return replies;
}

function resultOf(reply: Reply | undefined): unknown {
  if (reply === undefined || !('result' in reply))
    throw new Error(reply?.error ?? 'a reply of Redis was cut');
  return reply.result;
}

const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
