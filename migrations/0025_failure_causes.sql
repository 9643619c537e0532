-- A queue hands its dead-letter consumer the message alone: why its tries failed is kept here until it succeeds or is buried.
create table job_failures (
  job text primary key,
  cause jsonb not null,
  updated_at timestamptz not null default now()
);
create index job_failures_age_idx on job_failures (updated_at);

-- Letters from before have none and are grouped by their text.
alter table dead_letters add column cause jsonb;
