-- Songs of the run's list that had not changed since they were stored, by Genius id, with the state of their text: they
-- take no row of their own. Once the run is old its counts are kept here and its items of no consequence go.
alter table ingest_runs
  add column unchanged jsonb not null default '{}',
  add column counts jsonb,
  add column trimmed_at timestamptz;
create index ingest_runs_untrimmed_idx on ingest_runs (finished_at) where trimmed_at is null;
create index batches_created_idx on batches (created_at);
create index analysis_results_catalogue_age_idx on analysis_results (updated_at) where origin = 'catalogue';
