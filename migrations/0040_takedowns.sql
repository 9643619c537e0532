-- Songs and artists that were removed for good. Marks are what a song is recognised by when it comes again: they hold no
-- words of it.
create table takedowns (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('track', 'artist')),
  -- as the catalogue named it
  subject text not null,
  reason text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  removed jsonb not null default '{}',
  lifted_at timestamptz
);
create table takedown_marks (
  takedown_id integer not null references takedowns (id) on delete cascade,
  kind text not null check (kind in ('genius_id', 'source_key', 'name', 'text', 'band', 'artist', 'artist_genius_id')),
  value text not null,
  primary key (kind, value, takedown_id)
);
-- The sketches of removed texts: a text that resembles one of them is the same song.
create table takedown_texts (
  takedown_id integer not null references takedowns (id) on delete cascade,
  text_number integer not null,
  sketch integer[] not null,
  primary key (takedown_id, text_number)
);

-- The share of equal places of two sketches, which estimates the Jaccard similarity of their texts.
create function sketch_likeness(a integer[], b integer[]) returns double precision language sql immutable parallel safe as $$
  select coalesce(avg((x = y)::int), 0) from unnest(a, b) as places (x, y)
$$;

-- The takedown that a song falls under; null: none.
create function takedown_of(song tracks) returns integer language plpgsql stable as $$
declare
  found integer;
begin
  if not exists (select 1 from takedowns where lifted_at is null) then
    return null;
  end if;
  select m.takedown_id into found
  from (
    values ('genius_id', song.genius_id::text), ('source_key', song.source_key), ('text', song.lyrics_hash),
      ('name', name_key(song.artist) || '/' || name_key(song.title)), ('artist', artist_key(song.artist))
    union all
    select 'artist_genius_id', known::text
    from artists a, unnest(a.former_genius_ids || a.genius_id) known where a.id = song.artist_id
  ) own (kind, value)
  join takedown_marks m on m.kind = own.kind and m.value = own.value
  join takedowns d on d.id = m.takedown_id and d.lifted_at is null
  limit 1;
  if found is not null or song.lyrics_bands is null then
    return found;
  end if;
  select t.takedown_id into found
  from takedown_texts t join takedowns d on d.id = t.takedown_id and d.lifted_at is null
  where exists (
      select 1 from takedown_marks m
      where m.takedown_id = t.takedown_id and m.kind = 'band' and m.value = any (song.lyrics_bands::text[]))
    and sketch_likeness(t.sketch, song.lyrics_sketch) >= 0.5
  limit 1;
  return found;
end $$;

-- Whoever writes a song, one that was taken down is refused. The lock lets a takedown wait for songs that are being
-- stored, and they for it, so that none slips in between.
create function refuse_taken_down() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(4811, 0);
  if takedown_of(new) is not null then
    raise exception 'the song was taken down' using errcode = 'BL451';
  end if;
  return new;
end $$;
create trigger tracks_taken_down before insert or update of genius_id, source_key, artist_id, artist, title, lyrics,
  lyrics_hash, lyrics_sketch, lyrics_bands on tracks for each row execute function refuse_taken_down();

create function artist_taken_down(artist artists) returns boolean language sql stable as $$
  select exists (
    select 1 from takedown_marks m join takedowns d on d.id = m.takedown_id and d.lifted_at is null
    where (m.kind, m.value) in (('artist', artist_key(artist.name)), ('artist_genius_id', artist.genius_id::text)))
$$;

-- An artist who was taken down is not watched again.
create function refuse_watching() returns trigger language plpgsql as $$
begin
  if new.watched and artist_taken_down(new) then
    raise exception 'the artist was taken down' using errcode = 'BL451';
  end if;
  return new;
end $$;
create trigger artists_taken_down before insert or update of watched, name, genius_id on artists
  for each row execute function refuse_watching();
