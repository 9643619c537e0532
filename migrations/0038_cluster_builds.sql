-- Clusters of songs and the map of them, as a build from all vectors leaves them: versioned, read by the API and never computed there.
create table cluster_builds (
  id integer primary key,
  built_at timestamptz not null default now(),
  embedding_model text not null,
  -- of the songs and vectors that it was built from
  data_hash text not null,
  seed integer not null,
  songs integer not null,
  -- songs with higher ids came later
  last_song_id integer not null,
  clusters integer not null,
  -- silhouette of each number of clusters that was tried, and of the one that was kept
  metrics jsonb not null,
  -- the layout of src/ml/clusters/map-layout.ts
  map bytea not null
);
alter table cluster_builds alter column map set storage external;

-- What the clusters of a build are. A cluster keeps its key, label and colour in the next build that finds it again.
create table clusters (
  build_id integer not null references cluster_builds (id) on delete cascade,
  key smallint not null,
  label text not null,
  colour text not null,
  songs integer not null,
  words jsonb not null,
  artists jsonb not null,
  years jsonb,
  examples integer[] not null,
  primary key (build_id, key)
);

-- The cluster of each song of the current build.
create table track_clusters (
  track_id integer primary key,
  build_id integer not null,
  key smallint not null,
  -- how near it is to the middle of its cluster: the place among its songs, from 1
  place integer not null,
  -- the song was removed, repeats another or has another text since
  removed boolean not null default false
);
create index track_clusters_removed_idx on track_clusters (build_id) where removed;

-- One trigger notes both: words are counted again, and the song leaves the map until the next build.
create or replace function track_words_changed() returns trigger language plpgsql as $$
declare
  changed integer := case when tg_op = 'DELETE' then old.id else new.id end;
begin
  insert into track_words_due as due (track_id) values (changed)
  on conflict (track_id) do update set changes = due.changes + 1;
  if tg_op = 'DELETE' or (tg_op = 'UPDATE' and (new.duplicate_of is not null or new.lyrics is distinct from old.lyrics)) then
    update track_clusters set removed = true where track_id = changed and not removed;
  end if;
  return null;
end $$;
