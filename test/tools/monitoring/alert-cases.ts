import type { AlertName } from '../../../scripts/monitoring/alert-rules.ts';

/** Series by name with labels, with their values minute by minute in promtool's notation. */
type Given = Readonly<Record<string, string>>;

export interface AlertCase {
  fires: Given;
  silent: Given;
  /** When both are asked. */
  at: string;
  /** Labels of the alert that fires, beside its severity. */
  labels?: Readonly<Record<string, string>>;
}

const DATABASE = 'barline_scrape_source_up{source="database"}';
const REDIS = 'barline_scrape_source_up{source="redis"}';
const LAG = 'barline_replica_lag_seconds{region="eu-west-1"}';
const HEARTBEAT = 'barline_replication_heartbeat_age_seconds';
const OK = 'barline_http_requests_total{status="2xx"}';
const FAILED = 'barline_http_requests_total{status="5xx"}';
const slow = (le: string) => `barline_http_request_seconds_bucket{route="/search",le="${le}"}`;

/** For each alert a world in which it fires, and one in which it is silent: a broken value that ends, or one at the threshold. */
export const ALERT_CASES: Readonly<Record<AlertName, AlertCase>> = {
  WorkerUnreachable: {
    fires: { 'up{job="barline"}': '0x30' },
    silent: { 'up{job="barline"}': '1x28 0x2' },
    at: '29m',
  },
  ResponseTimeHigh: {
    fires: { [slow('1')]: '0x40', [slow('5')]: '0+60x40', [slow('+Inf')]: '0+60x40' },
    silent: { [slow('1')]: '0+58x40', [slow('5')]: '0+60x40', [slow('+Inf')]: '0+60x40' },
    at: '30m',
  },
  CacheHitRateLow: {
    fires: { redis_hit_ratio: '0.59x100', 'barline_cache_total{cache="search"}': '0+10x100' },
    silent: { redis_hit_ratio: '0.1x100', 'barline_cache_total{cache="search"}': '0+1x100' },
    at: '95m',
  },
  ErrorRateHigh: {
    fires: { [OK]: '0+90x30', [FAILED]: '0+10x30' },
    silent: { [OK]: '0+96x30', [FAILED]: '0+4x30' },
    at: '25m',
  },
  DatabaseUnreachable: { fires: { [DATABASE]: '0x10' }, silent: { [DATABASE]: '1x8 0x2' }, at: '9m' },
  DatabaseConnectionsHigh: {
    fires: { barline_database_connections: '90x30', barline_database_connections_limit: '100x30' },
    silent: { barline_database_connections: '80x30', barline_database_connections_limit: '100x30' },
    at: '20m',
  },
  ReplicaUnreachable: {
    fires: {
      'barline_replica_up{region="eu-west-1"}': '0x20',
      'barline_replica_up{region="us-west-2"}': '1x20',
    },
    silent: { 'barline_replica_up{region="eu-west-1"}': '1x16 0x4' },
    at: '19m',
    labels: { region: 'eu-west-1' },
  },
  ReplicaBehind: {
    fires: { [LAG]: '6x30', [HEARTBEAT]: '0.4x30' },
    silent: { [LAG]: '600x30', [HEARTBEAT]: '600x30' },
    at: '20m',
    labels: { region: 'eu-west-1' },
  },
  HeartbeatMissing: {
    fires: { [HEARTBEAT]: '61x30', 'barline_replica_up{region="eu-west-1"}': '1x30' },
    silent: { [HEARTBEAT]: '6000x30' },
    at: '20m',
  },
  RedisUnreachable: { fires: { [REDIS]: '0x10' }, silent: { [REDIS]: '1x10' }, at: '9m' },
  RedisFallback: {
    fires: { 'barline_redis_fallback_total{operation="get"}': '0+5x20' },
    silent: { 'barline_redis_fallback_total{operation="get"}': '400x20' },
    at: '16m',
    labels: { operation: 'get' },
  },
  RedisMemoryHigh: {
    fires: { barline_redis_memory_bytes: '210000000x60' },
    silent: { barline_redis_memory_bytes: '190000000x60' },
    at: '45m',
  },
  BreakerOpen: {
    fires: { 'barline_breaker_state{upstream="llm"}': '2x10' },
    silent: { 'barline_breaker_state{upstream="llm"}': '2 2 2 1 0x10' },
    at: '8m',
    labels: { upstream: 'llm' },
  },
  DeadLetters: {
    fires: { 'barline_dead_letters{queue="ingest",type="song.scrape"}': '1x10' },
    silent: { 'barline_dead_letters{queue="ingest",type="song.scrape"}': '0x10' },
    at: '8m',
    labels: { queue: 'ingest', type: 'song.scrape' },
  },
  WorkWaits: {
    fires: { 'barline_oldest_job_seconds{type="track.embed"}': '3700x30' },
    silent: { 'barline_oldest_job_seconds{type="track.embed"}': '3600x30' },
    at: '20m',
    labels: { type: 'track.embed' },
  },
  ScheduleStepFailed: {
    fires: { 'barline_schedule_step_failed{step="trends"}': '1x40' },
    silent: { 'barline_schedule_step_failed{step="trends"}': '1x14 0x30' },
    at: '30m',
    labels: { step: 'trends' },
  },
  ScheduleStepLate: {
    fires: { 'barline_schedule_step_age_seconds{step="trends"}': '0+60x60' },
    silent: { 'barline_schedule_step_age_seconds{step="trends"}': '0+60x14 0+60x14 0+60x14 0+60x14' },
    at: '55m',
    labels: { step: 'trends' },
  },
  ScheduleNeverRan: {
    fires: { [DATABASE]: '1x90' },
    silent: { [DATABASE]: '1x90', 'barline_schedule_step_age_seconds{step="trends"}': '60x90' },
    at: '80m',
  },
  ModelBudgetNearlySpent: {
    fires: { barline_model_budget_spent_usd: '4x5', barline_model_budget_cap_usd: '5x5' },
    silent: { barline_model_budget_spent_usd: '3.9x5', barline_model_budget_cap_usd: '5x5' },
    at: '3m',
  },
  ModelBudgetSpent: {
    fires: { barline_model_budget_reached: '1x5' },
    silent: { barline_model_budget_reached: '0x5' },
    at: '3m',
  },
  DriftModerate: {
    fires: {
      'barline_drift_index{subject="judge_quality"}': '0.11x400',
      'barline_drift_index{subject="input_words"}': '0.1x400',
    },
    silent: { 'barline_drift_index{subject="judge_quality"}': '0.11x300 0.1x100' },
    at: '390m',
    labels: { subject: 'judge_quality' },
  },
  DriftLarge: {
    fires: { 'barline_drift_index{subject="judge_quality"}': '0.26x100' },
    silent: { 'barline_drift_index{subject="judge_quality"}': '0.25x100' },
    at: '90m',
    labels: { subject: 'judge_quality' },
  },
  AnswersDoNotHold: {
    fires: { barline_answers_held_ratio: '0.79x400' },
    silent: { barline_answers_held_ratio: '0.8x400' },
    at: '390m',
  },
  AnswersFail: {
    fires: { barline_answers_failed_ratio: '0.21x400' },
    silent: { barline_answers_failed_ratio: '0.2x400' },
    at: '390m',
  },
  BackupOld: {
    fires: { barline_backup_age_seconds: '93700+60x60' },
    silent: { barline_backup_age_seconds: '93600x20 0+60x40' },
    at: '40m',
  },
  BackupFailed: {
    fires: { barline_backup_failed: '1x5' },
    silent: { barline_backup_failed: '1x3 0x5' },
    at: '5m',
  },
  BackupShrank: {
    fires: { barline_backup_rows: '1000x20 499x20' },
    silent: { barline_backup_rows: '1000x20 500x20' },
    at: '30m',
  },
  RestoreDrillFailed: {
    fires: { barline_restore_drill_failed: '1x5' },
    silent: { barline_restore_drill_failed: '1x3 0x5' },
    at: '5m',
  },
  RestoreDrillOld: {
    fires: { barline_restore_drill_age_seconds: '691260+60x90' },
    silent: { barline_restore_drill_age_seconds: '691200x70 0+60x30' },
    at: '80m',
  },
  TakedownsUncopied: {
    fires: { barline_takedowns_uncopied: '1x150' },
    silent: { barline_takedowns_uncopied: '1x100 0 1x50' },
    at: '140m',
  },
  AuditUnstored: {
    fires: { barline_audit_unstored_total: '0 0 1x20' },
    silent: { barline_audit_unstored_total: '7x20' },
    at: '10m',
  },
  ConfigurationFault: {
    fires: { barline_configuration_faults: '1x10' },
    silent: { barline_configuration_faults: '0x10' },
    at: '8m',
  },
};
