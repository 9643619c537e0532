create table dataset_versions (
  id integer generated always as identity primary key,
  content_hash text not null unique,
  tracks_count integer not null,
  description text,
  created_at timestamptz not null default now()
);

create table model_versions (
  id integer generated always as identity primary key,
  name text not null,
  content_hash text not null,
  dataset_version_id integer references dataset_versions (id),
  metrics jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (name, content_hash)
);
