-- Other spellings of an artist; each leads to one.
create table artist_aliases (
  name text not null check (length(name) between 1 and 300),
  artist_id integer not null references artists (id) on delete cascade,
  created_at timestamptz not null default now()
);
create unique index artist_aliases_name_key on artist_aliases (lower(name));
create index artist_aliases_artist_idx on artist_aliases (artist_id);

-- Ids under which Genius knew the artist before: songs may still name them.
alter table artists add column former_genius_ids integer[] not null default '{}';
create index artists_former_genius_ids_idx on artists using gin (former_genius_ids);
