-- Kept apart from tracks: asking Spotify often ends without a match, and rewriting a track costs its vectors' index.
create table track_enrichments (
  track_id integer primary key references tracks (id) on delete cascade,
  status text not null check (status in ('queued', 'found', 'missed', 'parked', 'failed')),
  -- what was tried and why it was not taken, or the error
  note text,
  tried_at timestamptz not null default now(),
  -- null once the track is found: nothing is left to try
  next_try_at timestamptz
);
create index track_enrichments_due_idx on track_enrichments (next_try_at) where next_try_at is not null;

-- Whether every page of the artist's songs is in the run: one that rested afterwards is not listed anew.
alter table ingest_runs add column listed boolean not null default false;
