create table tracks (
  id integer generated always as identity primary key,
  artist_id integer not null references artists (id),
  genius_id integer unique,
  -- where the row came from, and the key that makes a second import of it an update
  source text not null check (source in ('genius', 'import')),
  source_key text,

  artist text not null,
  title text not null,
  album text,
  featured text[] not null default '{}',
  release_date date,
  release_date_precision text check (release_date_precision in ('day', 'month', 'year')),
  language text,
  explicit boolean,
  url text,
  isrc text,
  duration_ms integer check (duration_ms > 0),

  lyrics text,
  sections jsonb not null default '[]',
  lyrics_state text not null check (lyrics_state in
    ('ok', 'instrumental', 'unreleased', 'untranscribed', 'not_a_song', 'blocked', 'parse_error')),
  lyrics_evidence text,
  lyrics_difference jsonb,
  -- of the exact text: what an analysis belongs to
  text_hash text,
  -- of the normalised words: what makes two texts the same song
  lyrics_hash text,
  lyrics_sketch integer[],
  lyrics_bands integer[],
  duplicate_of integer references tracks (id) on delete set null,
  lyrics_updated_at timestamptz,
  scraped_at timestamptz,

  spotify_id text,
  spotify_data jsonb,
  spotify_match_score real check (spotify_match_score between 0 and 1),
  audio_features jsonb,
  audio_features_source text,
  audio_embedding vector(12),

  lyrics_embedding vector(512),
  embedding_model text,
  embedding_status text not null default 'none' check (embedding_status in
    ('none', 'pending', 'done', 'unsupported_language', 'failed')),
  embedding_error text,
  analysis_status text not null default 'none' check (analysis_status in ('none', 'pending', 'done', 'failed')),

  search_vector tsvector generated always as (
    setweight(to_tsvector('simple', artist), 'A') ||
    setweight(to_tsvector('simple', title), 'A') ||
    setweight(to_tsvector('simple', coalesce(album, '')), 'B') ||
    setweight(
      case language
        when 'ru' then to_tsvector('russian', coalesce(lyrics, ''))
        when 'es' then to_tsvector('spanish', coalesce(lyrics, ''))
        when 'fr' then to_tsvector('french', coalesce(lyrics, ''))
        when 'de' then to_tsvector('german', coalesce(lyrics, ''))
        when 'it' then to_tsvector('italian', coalesce(lyrics, ''))
        when 'pt' then to_tsvector('portuguese', coalesce(lyrics, ''))
        else to_tsvector('english', coalesce(lyrics, ''))
      end, 'D')
  ) stored,

  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  check ((lyrics_state = 'ok') = (lyrics is not null)),
  check ((lyrics_embedding is null) = (embedding_model is null))
);

create unique index tracks_source_key on tracks (source_key) where source_key is not null;
create index tracks_artist_idx on tracks (artist_id);
create index tracks_release_idx on tracks (release_date);
create index tracks_text_hash_idx on tracks (text_hash) where text_hash is not null;
create index tracks_hash_idx on tracks (lyrics_hash) where lyrics_hash is not null;
create index tracks_bands_idx on tracks using gin (lyrics_bands);
create index tracks_search_idx on tracks using gin (search_vector);
create index tracks_duplicate_idx on tracks (duplicate_of) where duplicate_of is not null;
-- What a killed worker left behind is found again here.
create index tracks_embedding_pending_idx on tracks (id) where embedding_status = 'pending';
create index tracks_analysis_pending_idx on tracks (id) where analysis_status = 'pending';
create index tracks_lyrics_embedding_idx on tracks
  using hnsw (lyrics_embedding vector_cosine_ops) with (m = 16, ef_construction = 64);
