-- Names however they are spelt, the neighbours of a sound, and the exact words of a phrase.
create extension if not exists pg_trgm with schema public;

create index tracks_name_trigram_idx on tracks using gin (lower(artist || ' ' || title) gin_trgm_ops);
create index tracks_audio_embedding_idx on tracks
  using hnsw (audio_embedding vector_cosine_ops) with (m = 16, ef_construction = 64);

-- Ranking by words reads this column of every match: unpacking it would take longer than ranking.
alter table tracks alter column search_vector set storage external;

-- A text as its words with one blank between them and around: what an exact phrase is looked for in.
create function plain_words(content text) returns text language sql immutable parallel safe as $$
  select ' ' || btrim(regexp_replace(
    translate(lower(content), E'\n\t\r.,;:!?"()[]{}<>/|*_~-–—…“”„«»’‘', E'                                '''''),
    ' +', ' ', 'g')) || ' '
$$;
