-- The unfiltered answers of /analyze-trends, computed by the schedule: a large catalogue takes seconds.
create table trend_answers (
  analysis_type text not null check (analysis_type in ('current', 'forecast')),
  time_period text not null,
  -- of the format and the methods: an answer of another version is not given
  version text not null,
  answer jsonb not null,
  -- the songs that it names
  track_ids integer[] not null,
  -- of the songs when they were read: an answer is stale when theirs are others
  songs integer not null,
  changed_at timestamptz,
  -- of everything that was read of them
  data_hash text not null,
  built_at timestamptz not null,
  primary key (analysis_type, time_period)
);
