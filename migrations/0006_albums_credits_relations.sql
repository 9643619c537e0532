create table albums (
  id integer generated always as identity primary key,
  artist_id integer references artists (id),
  genius_id integer unique,
  name text not null,
  url text,
  release_date date,
  created_at timestamptz not null default now()
);

alter table tracks add column album_id integer references albums (id);

create table credits (
  track_id integer not null references tracks (id) on delete cascade,
  role text not null check (role in ('primary', 'featured', 'producer', 'writer', 'other')),
  -- as the source names it, where role is other
  label text not null default '',
  name text not null,
  genius_id integer,
  position smallint not null default 0,
  primary key (track_id, role, label, name)
);
create index credits_name_idx on credits (lower(name), role);

create table track_relations (
  track_id integer not null references tracks (id) on delete cascade,
  relation text not null,
  related_genius_id integer not null,
  related_title text not null,
  related_artist text not null,
  related_url text,
  primary key (track_id, relation, related_genius_id)
);
create index track_relations_related_idx on track_relations (related_genius_id);

create table track_tags (
  track_id integer not null references tracks (id) on delete cascade,
  tag text not null,
  primary key (track_id, tag)
);
create index track_tags_tag_idx on track_tags (tag);
