-- Roles are reader, analyst, operator and admin. A writer could write to the catalogue, as an operator can.
alter table api_keys drop constraint api_keys_role_check;
update api_keys set role = 'operator' where role = 'writer';
update api_keys set expires_at = now() + interval '90 days' where expires_at is null;
alter table api_keys
  add constraint api_keys_role_check check (role in ('reader', 'analyst', 'operator', 'admin')),
  alter column expires_at set default now() + interval '90 days',
  alter column expires_at set not null,
  -- the order in which keys were made
  add column number integer generated always as identity unique,
  -- the first key of the line that this one continues: both are the same caller; null: this one is the first
  add column caller text references api_keys (id),
  add column created_by text not null default 'unknown',
  add column replaced_by text unique references api_keys (id),
  -- until when the replaced key works beside its replacement
  add column grace_until timestamptz,
  -- null: the limit of the role
  add column requests_per_minute integer check (requests_per_minute between 1 and 1000000),
  -- when the log last said that it expires soon
  add column warned_at timestamptz,
  add constraint api_keys_grace_check check (grace_until is null or (replaced_by is not null and grace_until <= expires_at));

-- What became of a write: done, or the code of its failure. The address of whoever sent it is hashed with the salt of
-- its day, and without the salt, which is deleted after a week, the hash says nothing.
alter table audit_log
  add column result text not null default 'done',
  add column address_hash text;
create table audit_salts (
  day date primary key,
  salt text not null
);
