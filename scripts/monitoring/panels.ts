import type { MetricName } from '../../src/lib/metrics/definitions.ts';

/** The rows of the dashboard, in this order. */
export const ROWS = [
  'API performance',
  'Cache efficiency',
  'Pipeline',
  'Schedule',
  'Catalogue',
  'Database and Redis',
  'Backups',
  'Upstreams and errors',
  'Models and spend',
  'Build',
] as const;
export type Row = (typeof ROWS)[number];

interface PanelChoice {
  row: Row;
  /** Of Grafana; absent: a plain number. */
  unit?: 's' | 'bytes' | 'percentunit' | 'currencyUSD' | 'reqps';
}

const rate = (row: Row): PanelChoice => ({ row, unit: 'reqps' });
const seconds = (row: Row): PanelChoice => ({ row, unit: 's' });
const ratio = (row: Row): PanelChoice => ({ row, unit: 'percentunit' });
const bytes = (row: Row): PanelChoice => ({ row, unit: 'bytes' });
const dollars = (row: Row): PanelChoice => ({ row, unit: 'currencyUSD' });
const plain = (row: Row): PanelChoice => ({ row });

/** Where each metric is shown: one without a panel does not check. */
export const PANELS: Readonly<Record<MetricName, PanelChoice>> = {
  barline_http_requests_total: rate('API performance'),
  barline_http_request_seconds: seconds('API performance'),
  barline_release_request_seconds: seconds('API performance'),
  barline_rate_limit_decisions_total: rate('API performance'),
  barline_lyric_pieces_total: rate('API performance'),
  redis_hit_ratio: ratio('Cache efficiency'),
  barline_cache_hit_ratio: ratio('Cache efficiency'),
  barline_cache_total: rate('Cache efficiency'),
  barline_cache_unreadable_total: rate('Cache efficiency'),
  barline_jobs_total: rate('Pipeline'),
  barline_job_seconds: seconds('Pipeline'),
  barline_open_jobs: plain('Pipeline'),
  barline_oldest_job_seconds: seconds('Pipeline'),
  barline_dead_letters: plain('Pipeline'),
  barline_failed_work: plain('Pipeline'),
  barline_songs_total: rate('Pipeline'),
  barline_enrichments_total: rate('Pipeline'),
  barline_parse_differences_total: rate('Pipeline'),
  barline_batches_open: plain('Pipeline'),
  barline_batch_items: plain('Pipeline'),
  barline_ingest_runs: plain('Pipeline'),
  barline_schedule_step_age_seconds: seconds('Schedule'),
  barline_schedule_step_failed: plain('Schedule'),
  barline_schedule_step_seconds: seconds('Schedule'),
  barline_tracks: plain('Catalogue'),
  barline_artists: plain('Catalogue'),
  barline_analyses: plain('Catalogue'),
  barline_takedowns: plain('Catalogue'),
  barline_catalogue_counts_age_seconds: seconds('Catalogue'),
  barline_database_requests_total: rate('Database and Redis'),
  barline_database_seconds: seconds('Database and Redis'),
  barline_replica_reads_total: rate('Database and Redis'),
  barline_replica_up: plain('Database and Redis'),
  barline_replica_lag_seconds: seconds('Database and Redis'),
  barline_replication_heartbeat_age_seconds: seconds('Database and Redis'),
  barline_database_bytes: bytes('Database and Redis'),
  barline_database_connections: plain('Database and Redis'),
  barline_database_connections_limit: plain('Database and Redis'),
  barline_scrape_source_up: plain('Database and Redis'),
  barline_scrape_source_seconds: seconds('Database and Redis'),
  barline_redis_memory_bytes: bytes('Database and Redis'),
  barline_redis_keys: plain('Database and Redis'),
  barline_redis_fallback_total: rate('Database and Redis'),
  barline_metrics_unsent_total: rate('Database and Redis'),
  barline_backup_age_seconds: seconds('Backups'),
  barline_backup_bytes: bytes('Backups'),
  barline_backup_rows: plain('Backups'),
  barline_backups: plain('Backups'),
  barline_backup_failed: plain('Backups'),
  barline_restore_drill_age_seconds: seconds('Backups'),
  barline_restore_drill_failed: plain('Backups'),
  barline_restore_drill_rows: plain('Backups'),
  barline_restore_drill_bytes: bytes('Backups'),
  barline_takedowns_uncopied: plain('Backups'),
  barline_breaker_state: plain('Upstreams and errors'),
  barline_upstream_requests_total: rate('Upstreams and errors'),
  barline_upstream_seconds: seconds('Upstreams and errors'),
  barline_audit_unstored_total: rate('Upstreams and errors'),
  barline_audit_records: plain('Upstreams and errors'),
  barline_configuration_faults: plain('Upstreams and errors'),
  barline_model_budget_spent_usd: dollars('Models and spend'),
  barline_drift_index: plain('Models and spend'),
  barline_answers_held_ratio: ratio('Models and spend'),
  barline_answers_failed_ratio: ratio('Models and spend'),
  barline_model_budget_cap_usd: dollars('Models and spend'),
  barline_model_budget_reached: plain('Models and spend'),
  barline_model_budget_refusals_total: rate('Models and spend'),
  barline_model_tokens_total: rate('Models and spend'),
  barline_model_cost_microdollars_total: rate('Models and spend'),
  barline_analyses_total: rate('Models and spend'),
  barline_writings_total: rate('Models and spend'),
  barline_writing_tokens_total: rate('Models and spend'),
  barline_writing_cost_microdollars_total: rate('Models and spend'),
  barline_build_info: plain('Build'),
  barline_api_keys: plain('Build'),
};
