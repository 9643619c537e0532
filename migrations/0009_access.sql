create table api_keys (
  id text primary key,
  name text not null,
  secret_hash text not null,
  role text not null check (role in ('reader', 'writer', 'admin')),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default now()
);

create table audit_log (
  id bigint generated always as identity primary key,
  actor text not null,
  action text not null,
  subject text,
  detail jsonb,
  request_id text,
  created_at timestamptz not null default now()
);
create index audit_log_created_idx on audit_log (created_at desc);
