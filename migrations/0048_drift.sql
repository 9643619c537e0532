-- Whether the judge of the catalogue still judges as it did, and whether new songs are like those before. A small sample of songs is
-- judged again by every run of the schedule; the answers here change no analysis.
create table reevaluations (
  id bigint generated always as identity primary key,
  track_id integer not null references tracks (id) on delete cascade,
  -- analyser, model, prompt and engine
  judge text not null,
  evaluated_at timestamptz not null default now(),
  -- of the analysis that stands, then of the new answer; -1 to 1, and 0 to 1
  sentiment_before text,
  score_before real,
  quality_before real,
  sentiment text,
  score real,
  quality real,
  -- null if it answered
  failure text
);
create index reevaluations_judge_idx on reevaluations (judge, id);
create index reevaluations_track_idx on reevaluations (track_id);
create index reevaluations_time_idx on reevaluations (evaluated_at);

-- The distributions that later ones are compared with, each kept until the judge or the engine is another.
create table drift_references (
  subject text primary key,
  judge text not null,
  -- upper ends of all bins but the last; empty for names, which have an order of their own
  edges real[] not null,
  counts integer[] not null,
  -- the newest song then: later ones are new
  through_id integer not null,
  made_at timestamptz not null default now()
);

-- What was measured last, as /metrics and GET /models/status show it.
create table drift_measures (
  subject text primary key,
  -- an index of stability, or a share; null with too few values
  value real,
  sample_size integer not null,
  reference_size integer,
  judge text not null,
  measured_at timestamptz not null default now()
);
