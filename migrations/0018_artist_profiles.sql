-- What an artist's songs have in common. A job computes it from texts and analyses, so that no answer reads all lyrics.
create table artist_profiles (
  artist_id integer primary key references artists (id) on delete cascade,
  -- of the tracks and analyses that it was computed from: a profile is out of date where theirs is another
  source_hash text not null,
  computed_at timestamptz not null default now(),
  -- analysed songs, each text once
  songs integer not null check (songs >= 0),
  -- the means and shares by which artists are compared
  measures jsonb not null,
  profile jsonb not null,
  -- in order of first use from the first song on: the words of the first so many tokens are the front of the list
  words text[] not null,
  -- the mean of the songs' vectors of the model that most of them have, at unit length
  lyrics_centroid vector(512),
  lyrics_model text,
  lyrics_songs integer not null,
  analysis_centroid vector(512),
  analysis_model text,
  analysis_songs integer not null
);

-- A name as it is looked for: without case and accents.
create function plain_name(name text) returns text language sql immutable parallel safe as $$
  select lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g'))
$$;
create index artists_name_trigram_idx on artists using gin (plain_name(name) gin_trgm_ops);

-- With the id, an artist's tracks are counted up to any of them without reading a row.
create index tracks_artist_id_idx on tracks (artist_id, id);
drop index tracks_artist_idx;
