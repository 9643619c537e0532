create table batches (
  id uuid primary key,
  operation text not null check (operation in ('analyze', 'validate')),
  status text not null check (status in ('queued', 'running', 'done', 'cancelled')),
  items_count integer not null check (items_count between 1 and 1000),
  created_by text not null,
  idempotency_key text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (created_by, idempotency_key)
);

create table batch_items (
  batch_id uuid not null references batches (id) on delete cascade,
  position integer not null,
  item_id text,
  lyrics text not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
  attempts smallint not null default 0,
  result jsonb,
  error jsonb,
  updated_at timestamptz not null default now(),
  primary key (batch_id, position)
);
create index batch_items_open_idx on batch_items (batch_id, position) where status in ('queued', 'running');
