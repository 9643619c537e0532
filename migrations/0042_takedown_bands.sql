-- The bands of each removed text, so that the few texts that a song may resemble are found by an index, instead of comparing it
-- with all texts of a takedown.
create table takedown_bands (
  band integer not null,
  takedown_id integer not null,
  text_number integer not null,
  primary key (band, takedown_id, text_number),
  foreign key (takedown_id, text_number) references takedown_texts (takedown_id, text_number) on delete cascade
);
insert into takedown_bands (band, takedown_id, text_number)
select m.value::int, t.takedown_id, t.text_number
from takedown_marks m join takedown_texts t using (takedown_id) where m.kind = 'band'
on conflict do nothing;

create or replace function takedown_of(song tracks) returns integer language plpgsql stable as $$
declare
  found integer;
  -- Read once: a field of the row is unpacked again for every row that it is compared with.
  song_sketch integer[] := song.lyrics_sketch;
  song_bands integer[] := song.lyrics_bands;
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
  if found is not null or song_bands is null then
    return found;
  end if;
  select t.takedown_id into found
  from unnest(song_bands) own (band) join takedown_bands b on b.band = own.band
  join takedown_texts t on t.takedown_id = b.takedown_id and t.text_number = b.text_number
  join takedowns d on d.id = t.takedown_id and d.lifted_at is null
  where sketch_likeness(t.sketch, song_sketch) >= 0.5
  limit 1;
  return found;
end $$;
