/** Where a gauge is read when `/metrics` is asked. A source that fails leaves its gauges out. */
export const GAUGE_SOURCES = ['isolate', 'database', 'redis', 'replicas'] as const;
export type GaugeSource = (typeof GAUGE_SOURCES)[number];

export interface GaugeDefinition {
  kind: 'gauge';
  source: GaugeSource;
  help: string;
  labels: readonly string[];
}

const gauge = <S extends GaugeSource, const L extends readonly string[]>(
  source: S,
  help: string,
  labels: L,
) => ({ kind: 'gauge', source, help, labels }) as const;

/** Said of what is read from the stored counts of `countCatalogue`. */
const COUNTED = 'Counted every five minutes at most.';

/** Every state that is read instead of counted. A gauge of the database is read by its entry in db/queries/gauges.ts. */
export const GAUGES = {
  barline_build_info: gauge('isolate', 'Always 1; the labels tell what is deployed.', [
    'version',
    'engine_version',
    'environment',
  ]),
  barline_configuration_faults: gauge(
    'isolate',
    'Variables that are missing or cannot be used; 0 is healthy.',
    [],
  ),
  barline_model_budget_cap_usd: gauge(
    'isolate',
    'What chat models may cost a UTC day; absent without a cap.',
    [],
  ),
  barline_scrape_source_up: gauge('isolate', 'Whether a source of gauges answered this request.', ['source']),
  barline_scrape_source_seconds: gauge('isolate', 'Time a source of gauges took to answer or fail.', [
    'source',
  ]),

  barline_breaker_state: gauge('redis', 'Circuit breaker of an upstream: 0 closed, 1 half-open, 2 open.', [
    'upstream',
  ]),
  barline_model_budget_spent_usd: gauge(
    'redis',
    'What chat models cost this UTC day, with what is reserved; absent without a cap.',
    [],
  ),
  barline_model_budget_reached: gauge('redis', 'Whether a call was refused today because of the cap.', []),
  barline_cache_hit_ratio: gauge(
    'redis',
    'Hits among the look-ups of a cache in the last hour; absent without look-ups.',
    ['cache'],
  ),
  redis_hit_ratio: gauge(
    'redis',
    'Hits among the look-ups of all caches in the last hour; absent without look-ups.',
    [],
  ),
  barline_redis_memory_bytes: gauge('redis', 'Memory that Redis uses, where INFO tells it.', []),
  barline_redis_keys: gauge('redis', 'Keys with and without a TTL, where INFO tells them.', ['ttl']),

  barline_tracks: gauge('database', `Songs of the catalogue by what they have. ${COUNTED}`, ['state']),
  barline_artists: gauge('database', 'Artists, and those on the watch list.', ['state']),
  barline_analyses: gauge('database', `Stored analyses by where they came from. ${COUNTED}`, ['origin']),
  barline_catalogue_counts_age_seconds: gauge(
    'database',
    'Time since the rows of large tables were counted.',
    [],
  ),
  barline_open_jobs: gauge('database', 'Work that is due and not done.', ['type']),
  barline_oldest_job_seconds: gauge(
    'database',
    'How long the oldest due work has waited since its row last changed; 0 without any.',
    ['type'],
  ),
  barline_dead_letters: gauge('database', 'Messages given up and not sent again.', ['queue', 'type']),
  barline_failed_work: gauge('database', 'Vectors and analyses that failed and are not tried again.', [
    'work',
  ]),
  barline_batches_open: gauge('database', 'Batches with items that are not done.', []),
  barline_batch_items: gauge(
    'database',
    `Items of batches that are kept, by state. Those that are not open: ${COUNTED.toLowerCase()}`,
    ['status'],
  ),
  barline_ingest_runs: gauge('database', 'Scraping runs that are not done, by state.', ['status']),
  barline_schedule_step_age_seconds: gauge('database', 'Time since the last run of a step began.', ['step']),
  barline_schedule_step_failed: gauge('database', 'Whether the last run of a step failed or was cut off.', [
    'step',
  ]),
  barline_schedule_step_seconds: gauge('database', 'How long the last finished run of a step took.', [
    'step',
  ]),
  barline_audit_records: gauge('database', `Records of writes in the audit log. ${COUNTED}`, []),
  barline_api_keys: gauge('database', 'API keys that are neither revoked nor expired, by role.', ['role']),
  barline_takedowns: gauge('database', 'Takedowns in force.', []),
  barline_replication_heartbeat_age_seconds: gauge(
    'database',
    'Time since the primary wrote what replicas are measured by; absent before the first beat.',
    [],
  ),
  barline_backup_age_seconds: gauge(
    'database',
    'Time since the newest complete backup was begun; since the first migration if there is none.',
    [],
  ),
  barline_backup_bytes: gauge('database', 'Stored bytes of the newest complete backup.', []),
  barline_backup_rows: gauge('database', 'Rows of the newest complete backup.', []),
  barline_backups: gauge('database', 'Backups that are known, by state.', ['status']),
  barline_backup_failed: gauge(
    'database',
    'Whether the last backup that ended failed, other than because of a migration.',
    [],
  ),
  barline_restore_drill_age_seconds: gauge(
    'database',
    'Time since a restore drill passed; since the first complete backup if none has. Absent without either.',
    [],
  ),
  barline_restore_drill_failed: gauge('database', 'Whether the last restore drill that ended failed.', []),
  barline_restore_drill_rows: gauge('database', 'Rows that the last restore drill stored and compared.', []),
  barline_restore_drill_bytes: gauge('database', 'Stored bytes that the last restore drill read.', []),
  barline_drift_index: gauge(
    'database',
    'Population stability index of a distribution against the one that was kept; absent with too few songs.',
    ['subject'],
  ),
  barline_answers_held_ratio: gauge(
    'database',
    'Share of songs that were judged again and got the same answer; absent below 100 songs.',
    [],
  ),
  barline_answers_failed_ratio: gauge(
    'database',
    'Share of songs that were judged again without an answer; absent below 100 songs.',
    [],
  ),
  barline_takedowns_uncopied: gauge(
    'database',
    'Takedowns that the bucket of backups does not hold as they are.',
    [],
  ),
  barline_database_bytes: gauge('database', 'Size of the database.', []),
  barline_database_connections: gauge('database', 'Connections to the database, this one included.', []),
  barline_database_connections_limit: gauge('database', 'Connections that Postgres accepts.', []),

  barline_replica_up: gauge('replicas', 'Whether a read replica answered this request.', ['region']),
  barline_replica_lag_seconds: gauge(
    'replicas',
    'How old the answers of a read replica may be; over one second it is not read.',
    ['region'],
  ),
} as const satisfies Record<string, GaugeDefinition>;

export type GaugeName = keyof typeof GAUGES;
/** The gauges of one source. */
export type GaugeOf<S extends GaugeSource> = {
  [N in GaugeName]: (typeof GAUGES)[N]['source'] extends S ? N : never;
}[GaugeName];
