export interface AlertRule {
  expr: string;
  /** How long the condition must hold. */
  for: string;
  severity: 'critical' | 'warning';
  summary: string;
  /** What to look at and do first. */
  runbook: string;
}

const ERRORS = 'sum(rate(barline_http_requests_total{status="5xx"}[5m]))';
const REQUESTS = 'sum(rate(barline_http_requests_total[5m]))';

/** The alerts by name. Thresholds of time, hits and errors are the published ones. */
export const ALERTS = {
  WorkerUnreachable: {
    expr: 'max(up{job="barline"}) == 0',
    for: '2m',
    severity: 'critical',
    summary: 'The Worker does not answer /metrics.',
    runbook:
      'Ask /health/live. If it answers, the token of the scrape is wrong or revoked; otherwise roll back the last deployment.',
  },
  ResponseTimeHigh: {
    expr: 'histogram_quantile(0.95, sum by (le) (rate(barline_http_request_seconds_bucket[5m]))) > 2',
    for: '10m',
    severity: 'warning',
    summary: 'One request in twenty takes more than 2 s.',
    runbook:
      'Compare the routes in "Time to answer a request"; slow ones point to the database or to a model (time of upstreams).',
  },
  CacheHitRateLow: {
    expr: 'max(redis_hit_ratio) < 0.6 and on () sum(increase(barline_cache_total[1h])) > 100',
    for: '30m',
    severity: 'warning',
    summary: 'Less than 60 % of the look-ups of the last hour were hits.',
    runbook:
      'See which cache it is (barline_cache_hit_ratio). After a deployment with a new engine caches fill again within the hour.',
  },
  ErrorRateHigh: {
    expr: `${ERRORS} / ${REQUESTS} > 0.05`,
    for: '5m',
    severity: 'critical',
    summary: 'More than 5 % of the requests fail with 5xx.',
    runbook:
      'Find "request failed" in the log, whose request_id is the requestId of the problem, and ask /health which part is down.',
  },
  DatabaseUnreachable: {
    expr: 'max(barline_scrape_source_up{source="database"}) == 0',
    for: '2m',
    severity: 'critical',
    summary: 'The database does not answer.',
    runbook:
      'Look at the status and compute limits of Neon. Writes fail with 503 until it is back; queues retry by themselves.',
  },
  DatabaseConnectionsHigh: {
    expr: 'max(barline_database_connections) / max(barline_database_connections_limit) > 0.8',
    for: '10m',
    severity: 'warning',
    summary: 'Four fifths of the connections to Postgres are in use.',
    runbook:
      'Check that DATABASE_URL names the pooler, and look for clients that keep connections open in pg_stat_activity.',
  },
  ReplicaUnreachable: {
    expr: 'min by (region) (barline_replica_up) == 0',
    for: '5m',
    severity: 'warning',
    summary: 'The read replica in {{ $labels.region }} does not answer.',
    runbook:
      'The primary is read instead. Look at the status of the replica, and at its address in DATABASE_READ_URLS.',
  },
  ReplicaBehind: {
    expr: 'max by (region) (barline_replica_lag_seconds) > 5 and on () max(barline_replication_heartbeat_age_seconds) < 5',
    for: '10m',
    severity: 'warning',
    summary: 'The read replica in {{ $labels.region }} is more than 5 s behind the primary.',
    runbook: 'It is not read while it is more than 1 s behind. Look for long queries on it, and at its size.',
  },
  HeartbeatMissing: {
    expr: 'max(barline_replication_heartbeat_age_seconds) > 60 and on () count(barline_replica_up) > 0',
    for: '5m',
    severity: 'warning',
    summary: 'The primary has not written the heartbeat for a minute; no replica is read.',
    runbook: 'Check the cron trigger "* * * * *" of the deployed Worker and its last invocations.',
  },
  RedisUnreachable: {
    expr: 'max(barline_scrape_source_up{source="redis"}) == 0',
    for: '5m',
    severity: 'warning',
    summary: 'Redis does not answer; isolates answer from their own memory.',
    runbook:
      'Look at the status and the command quota of Upstash. Limits and breakers are per isolate until it is back.',
  },
  RedisFallback: {
    expr: 'sum by (operation) (increase(barline_redis_fallback_total[15m])) > 10',
    for: '0m',
    severity: 'warning',
    summary: 'Isolates answered {{ $labels.operation }} themselves because Redis did not.',
    runbook:
      'If Redis answers now, it was slow or refused: look for "redis failed" in the log and at the quota of Upstash.',
  },
  RedisMemoryHigh: {
    expr: 'max(barline_redis_memory_bytes) > 200e6',
    for: '30m',
    severity: 'warning',
    summary: 'Redis holds more than 200 MB.',
    runbook:
      'Compare the keys with and without a TTL; only counters, the line ledger and song hashes live without one.',
  },
  BreakerOpen: {
    expr: 'max by (upstream) (barline_breaker_state) == 2',
    for: '5m',
    severity: 'warning',
    summary: 'The circuit of {{ $labels.upstream }} stays open.',
    runbook: 'GET /health tells its last failure. A refused key needs a new one; an outage ends by itself.',
  },
  DeadLetters: {
    expr: 'sum by (queue, type) (barline_dead_letters) > 0',
    for: '5m',
    severity: 'warning',
    summary: 'Messages of type {{ $labels.type }} were given up.',
    runbook: 'List them by cause with `barline dead-letters`, mend the cause, then `--replay-group`.',
  },
  WorkWaits: {
    expr: 'max by (type) (barline_oldest_job_seconds) > 3600',
    for: '15m',
    severity: 'warning',
    summary: 'Work of type {{ $labels.type }} has waited for more than an hour.',
    runbook:
      'After an import this is normal while barline_open_jobs falls; otherwise look at breakers, budget and the schedule.',
  },
  ScheduleStepFailed: {
    expr: 'max by (step) (barline_schedule_step_failed) == 1',
    for: '20m',
    severity: 'warning',
    summary: 'The step {{ $labels.step }} of the schedule failed in two slots.',
    runbook: 'GET /health has its failure under `schedule`; the next slot runs it again.',
  },
  ScheduleStepLate: {
    expr: 'max by (step) (barline_schedule_step_age_seconds) > 2700',
    for: '5m',
    severity: 'warning',
    summary: 'The step {{ $labels.step }} has not begun for 45 minutes.',
    runbook: 'Check the cron trigger of the deployed Worker and its last invocations.',
  },
  ScheduleNeverRan: {
    expr: 'absent(barline_schedule_step_age_seconds) and on () max(barline_scrape_source_up{source="database"}) == 1',
    for: '1h',
    severity: 'warning',
    summary: 'No step of the schedule has ever run.',
    runbook: 'The cron trigger is missing: deploy again with the triggers of wrangler.toml.',
  },
  ModelBudgetNearlySpent: {
    expr: 'max(barline_model_budget_spent_usd) / max(barline_model_budget_cap_usd) >= 0.8',
    for: '0m',
    severity: 'warning',
    summary: 'Four fifths of the daily budget of the models are spent.',
    runbook:
      'See who asks (tokens by upstream, requests by route). The engine answers when the rest is spent.',
  },
  ModelBudgetSpent: {
    expr: 'max(barline_model_budget_reached) == 1',
    for: '0m',
    severity: 'critical',
    summary: 'The daily budget of the models is spent; the engine answers until midnight UTC.',
    runbook: 'Raise LLM_DAILY_BUDGET_USD if the use is wanted; otherwise lower the limits of the caller.',
  },
  DriftModerate: {
    expr: 'max by (subject) (barline_drift_index) > 0.1',
    for: '6h',
    severity: 'warning',
    summary: 'Answers of the judge, or the songs that come, are distributed otherwise than before.',
    runbook:
      'GET /models/status has both samples under `drift`. input_…: other songs came. judge_…: the provider may have changed the model under its name; compare with `barline lab evaluate`. If it is as it should be, `barline drift --accept SUBJECT`.',
  },
  DriftLarge: {
    expr: 'max by (subject) (barline_drift_index) > 0.25',
    for: '1h',
    severity: 'critical',
    summary: 'Answers of the judge, or the songs that come, are distributed far otherwise than before.',
    runbook:
      'As DriftModerate. Figures over time mix both: hold LLM_MODEL back to a dated version, or analyse the catalogue anew with another prompt version.',
  },
  AnswersDoNotHold: {
    expr: 'min(barline_answers_held_ratio) < 0.8',
    for: '6h',
    severity: 'warning',
    summary: 'One song in five that is judged again gets another answer.',
    runbook:
      'If barline_drift_index of judge_… rose too, the model changed; if not, its answers vary: measure with `barline lab evaluate --repeat`.',
  },
  AnswersFail: {
    expr: 'max(barline_answers_failed_ratio) > 0.2',
    for: '6h',
    severity: 'warning',
    summary: 'One song in five that is judged again gets no answer.',
    runbook:
      '`select failure, count(*) from reevaluations group by 1` names the causes; `barline lab test-api` tells what the model can do.',
  },
  BackupOld: {
    expr: 'max(barline_backup_age_seconds) > 26 * 3600',
    for: '15m',
    severity: 'critical',
    summary: 'The newest complete backup was begun more than 26 hours ago.',
    runbook:
      'GET /health has the failure of the step `backup` under `schedule`; `barline backup` lists the backups, `--now` makes one. Without the binding BACKUPS there are none.',
  },
  BackupFailed: {
    expr: 'max(barline_backup_failed) == 1',
    for: '0m',
    severity: 'warning',
    summary: 'The last backup failed; the one before is the newest.',
    runbook: '`barline backup` shows why. Mend the cause, then `barline backup --now`.',
  },
  BackupShrank: {
    expr: 'max(barline_backup_rows) < 0.5 * max(max_over_time(barline_backup_rows[8d]))',
    for: '0m',
    severity: 'critical',
    summary: 'The newest backup has less than half the rows that one had within eight days.',
    runbook:
      'Find out what removed rows (`barline takedown list`, GET /admin/audit) before the older backups are deleted; docs/backups.md says how to restore one.',
  },
  RestoreDrillFailed: {
    expr: 'max(barline_restore_drill_failed) == 1',
    for: '0m',
    severity: 'critical',
    summary: 'A backup could not be restored as it should.',
    runbook:
      'The log line `restore drill failed` names file and part. Make another backup with `barline backup --now`, and try it with `barline restore --drill`.',
  },
  RestoreDrillOld: {
    expr: 'max(barline_restore_drill_age_seconds) > 8 * 86400',
    for: '1h',
    severity: 'warning',
    summary: 'No backup was tried within eight days.',
    runbook:
      'GET /health has the step `restore_drill` under `schedule`: a few parts are tried in each slot, and a migration begins a drill anew.',
  },
  TakedownsUncopied: {
    expr: 'max(barline_takedowns_uncopied) > 0',
    for: '2h',
    severity: 'warning',
    summary: 'The bucket does not know a takedown: a restore would bring its songs back.',
    runbook:
      'GET /health has the failure of the step that copies them; R2 refuses or the binding BACKUPS is missing.',
  },
  AuditUnstored: {
    expr: 'sum(increase(barline_audit_unstored_total[15m])) > 0',
    for: '0m',
    severity: 'warning',
    summary: 'Records of writes are in the log only.',
    runbook:
      'Look for "a record of the audit log was not stored" in the log and keep those lines; the database refused or was away.',
  },
  ConfigurationFault: {
    expr: 'max(barline_configuration_faults) > 0',
    for: '5m',
    severity: 'warning',
    summary: 'A variable is missing or cannot be used.',
    runbook: '`barline config check --env` or GET /config/info names it.',
  },
} as const satisfies Record<string, AlertRule>;

export type AlertName = keyof typeof ALERTS;
