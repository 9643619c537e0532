-- Songs whose stored text outlived their last scrape, and why that one could not take its place. A scrape that reads
-- the song removes the row.
create table scrape_failures (
  track_id integer primary key references tracks (id) on delete cascade,
  -- parse_error, not_found, failed, text_lost (a page without words where there were some) or text_cut (a piece of them)
  outcome text not null,
  error text not null,
  -- in a row
  failures integer not null default 1,
  -- as the song gave it: a page that lost its words is only looked at again once this moves, or a week later
  lyrics_updated_at timestamptz,
  first_failed_at timestamptz not null default now(),
  failed_at timestamptz not null default now()
);

-- The kind of failure for which the run was stopped; null of all others.
alter table ingest_runs add column stopped_for text;
create index ingest_runs_stopped_idx on ingest_runs (finished_at) where stopped_for is not null;
create index ingest_runs_artist_idx on ingest_runs (artist_id, id);
