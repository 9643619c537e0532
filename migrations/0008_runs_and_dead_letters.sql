create table ingest_runs (
  id integer generated always as identity primary key,
  artist_id integer references artists (id),
  trigger text not null check (trigger in ('cron', 'api', 'cli')),
  status text not null default 'listing' check (status in ('listing', 'running', 'parked', 'done', 'failed')),
  song_limit integer check (song_limit > 0),
  reason text,
  next_try_at timestamptz,
  started_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  finished_at timestamptz
);
create index ingest_runs_started_idx on ingest_runs (started_at desc, id desc);
-- An artist is listed by one run at a time, even when cron fires twice.
create unique index ingest_runs_open_key on ingest_runs (artist_id) where status in ('listing', 'running', 'parked');

create table ingest_items (
  run_id integer not null references ingest_runs (id) on delete cascade,
  genius_id integer not null,
  status text not null default 'queued' check (status in ('queued', 'done', 'failed')),
  -- what became of the song: a lyrics_state, or unchanged; null while queued
  outcome text,
  change text check (change in ('added', 'updated', 'unchanged')),
  error text,
  attempts smallint not null default 0,
  lyrics_updated_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (run_id, genius_id)
);
create index ingest_items_queued_idx on ingest_items (run_id) where status = 'queued';

create table cron_runs (
  name text not null,
  slot timestamptz not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome jsonb,
  primary key (name, slot)
);

create table dead_letters (
  id integer generated always as identity primary key,
  queue text not null,
  message_id text not null,
  message_type text,
  body jsonb not null,
  error text,
  attempts integer not null,
  created_at timestamptz not null default now(),
  replayed_at timestamptz,
  unique (queue, message_id)
);
create index dead_letters_open_idx on dead_letters (id) where replayed_at is null;
