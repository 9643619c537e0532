-- Which version of each model a release is built with, which were in use before, and which were not better than the one in
-- use, with the comparison that decided. Of versions noted before, the last one of each name is in use.
alter table model_versions
  add column state text not null default 'retired',
  add column promoted_at timestamptz,
  add column comparison jsonb;

alter table model_versions
  add constraint model_versions_state check (state in ('in_use', 'retired', 'rejected'));

update model_versions version
set state = 'in_use', promoted_at = created_at
where not exists (
  select 1 from model_versions later
  where later.name = version.name and (later.created_at, later.id) > (version.created_at, version.id)
);

create unique index model_versions_in_use on model_versions (name) where state = 'in_use';
