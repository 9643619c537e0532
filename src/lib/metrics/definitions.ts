import { GAUGES, type GaugeDefinition } from './gauges.ts';

/**
 * Every series of Barline: its kind, its help text and its closed set of label names. `recent`: what was counted in the
 * last hour is kept apart, at a second Redis command for each series and flush.
 */
export const METRICS = {
  barline_http_requests_total: {
    kind: 'counter',
    help: 'HTTP requests.',
    labels: ['method', 'route', 'status'],
  },
  barline_http_request_seconds: { kind: 'histogram', help: 'Time to answer a request.', labels: ['route'] },
  barline_release_request_seconds: {
    kind: 'histogram',
    help: 'Time to answer a request by the version that answered: the lane is the first character of its id. A release compares two versions by it.',
    labels: ['lane', 'status'],
  },
  barline_jobs_total: {
    kind: 'counter',
    help: 'Queue messages by what became of them.',
    labels: ['type', 'outcome'],
  },
  barline_job_seconds: { kind: 'histogram', help: 'Time to handle a queue message.', labels: ['type'] },
  barline_rate_limit_decisions_total: {
    kind: 'counter',
    help: 'Requests that a limit was asked for, by its class.',
    labels: ['class', 'outcome'],
  },
  barline_cache_total: {
    kind: 'counter',
    help: 'Cache look-ups.',
    labels: ['cache', 'result'],
    recent: true,
  },
  barline_cache_unreadable_total: {
    kind: 'counter',
    help: 'Cached values of another shape, each of them a miss.',
    labels: ['cache'],
  },
  barline_audit_unstored_total: {
    kind: 'counter',
    help: 'Records of writes that went to the log because the database did not take them.',
    labels: [],
  },
  barline_upstream_requests_total: {
    kind: 'counter',
    help: 'Requests sent to upstreams.',
    labels: ['upstream', 'result'],
    recent: true,
  },
  barline_upstream_seconds: {
    kind: 'histogram',
    help: 'Time an upstream took to answer.',
    labels: ['upstream'],
    recent: true,
  },
  barline_model_tokens_total: {
    kind: 'counter',
    help: 'Tokens that chat models counted.',
    labels: ['upstream', 'kind'],
    recent: true,
  },
  barline_model_cost_microdollars_total: {
    kind: 'counter',
    help: 'What the tokens cost by the configured prices, in millionths of a US dollar.',
    labels: ['upstream'],
    recent: true,
  },
  barline_model_budget_refusals_total: {
    kind: 'counter',
    help: 'Calls that were not made because the daily budget in money was spent.',
    labels: ['upstream'],
  },
  barline_songs_total: { kind: 'counter', help: 'Song pages by outcome.', labels: ['outcome'] },
  barline_enrichments_total: {
    kind: 'counter',
    help: 'Searches on Spotify by outcome.',
    labels: ['outcome'],
  },
  barline_parse_differences_total: {
    kind: 'counter',
    help: 'Song pages whose state and document gave different text.',
    labels: [],
  },
  barline_analyses_total: { kind: 'counter', help: 'Analyses made.', labels: ['analyzer', 'degraded'] },
  barline_writings_total: {
    kind: 'counter',
    help: 'Verses and rewritten texts by who wrote them.',
    labels: ['kind', 'writer', 'degraded'],
  },
  barline_writing_tokens_total: {
    kind: 'counter',
    help: 'Tokens that texts took to write.',
    labels: ['kind'],
  },
  barline_writing_cost_microdollars_total: {
    kind: 'counter',
    help: 'What the tokens of written texts cost, in millionths of a US dollar.',
    labels: ['kind'],
  },
  barline_lyric_pieces_total: {
    kind: 'counter',
    help: 'Pieces of lyrics that were due to callers with a budget, by whether it allowed them.',
    labels: ['result'],
  },
  barline_database_requests_total: {
    kind: 'counter',
    help: 'Round trips to the database by how they ended.',
    labels: ['result'],
  },
  barline_database_seconds: { kind: 'histogram', help: 'Time of a round trip to the database.', labels: [] },
  barline_replica_reads_total: {
    kind: 'counter',
    help: 'Reads that a replica may answer: read from it, or from the primary because it was stale, failed, rested after that, or refused a write.',
    labels: ['region', 'result'],
  },
  barline_redis_fallback_total: {
    kind: 'counter',
    help: 'Operations that an isolate answered itself because Redis did not.',
    labels: ['operation'],
  },
  barline_metrics_unsent_total: {
    kind: 'counter',
    help: 'Times that Redis did not take the counts of an isolate, which were kept and sent later.',
    labels: [],
  },
  ...GAUGES,
} as const satisfies Record<string, MetricDefinition>;

export interface CounterDefinition {
  kind: 'counter' | 'histogram';
  help: string;
  labels: readonly string[];
  recent?: true;
}

export type MetricDefinition = CounterDefinition | GaugeDefinition;

export type MetricName = keyof typeof METRICS;
export type Labels<N extends MetricName> = Record<(typeof METRICS)[N]['labels'][number], string>;

/** Upper bounds of histogram buckets, in seconds. */
export const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;
