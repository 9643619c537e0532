-- Backups in R2 and what is known of one that runs: all that the next step needs, so that any step may be killed and repeated.
create table backups (
  id text primary key,
  status text not null default 'running' check (status in ('running', 'complete', 'failed')),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  -- the name of the last migration when it began: after another one it begins anew
  last_migration text not null,
  -- tables in their order with their columns and keys (`TablePlan`)
  plan jsonb not null,
  rows bigint not null default 0,
  -- stored, compressed
  bytes bigint not null default 0,
  -- a `FailureCause`: why it failed, or why its last step did
  failure jsonb,
  -- who works on it, and until when nobody else does
  lease uuid,
  leased_until timestamptz,
  check ((status = 'running') = (finished_at is null))
);
create unique index backups_running_idx on backups ((true)) where status = 'running';
create index backups_started_idx on backups (started_at);

-- The tables of the backup that runs.
create table backup_tables (
  backup_id text not null references backups (id) on delete cascade,
  position integer not null,
  table_name text not null,
  upload_id text,
  -- larger than the least that R2 takes if a row does not fit into that
  part_bytes integer not null,
  -- rows that are read at once, chosen when the table began
  page_rows integer not null,
  -- how often its upload was begun
  attempts integer not null default 1,
  finished_at timestamptz,
  primary key (backup_id, position)
);

-- The parts that R2 has.
create table backup_parts (
  backup_id text not null,
  position integer not null,
  number integer not null,
  etag text not null,
  bytes integer not null,
  sha256 text not null,
  rows integer not null,
  ndjson_bytes bigint not null,
  ndjson_sha256 text not null,
  first_key jsonb,
  last_key jsonb,
  primary key (backup_id, position, number),
  foreign key (backup_id, position) references backup_tables (backup_id, position) on delete cascade
);

-- Backups that were read back into a scratch schema and compared.
create table restore_drills (
  id integer generated always as identity primary key,
  backup_id text not null,
  status text not null default 'running' check (status in ('running', 'passed', 'failed')),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  -- the table of the manifest and its part that come next
  next_table integer not null default 0,
  next_part integer not null default 1,
  rows bigint not null default 0,
  bytes bigint not null default 0,
  failure jsonb,
  lease uuid,
  leased_until timestamptz,
  check ((status = 'running') = (finished_at is null))
);
create unique index restore_drills_running_idx on restore_drills ((true)) where status = 'running';
create index restore_drills_started_idx on restore_drills (started_at);

-- When the copy of a takedown was put into R2 as it is now; null: not yet, or it was lifted since.
alter table takedowns add column copied_at timestamptz;
