-- What a song is about stands in its notes as one word per label (`themelossgrief`, `feelingsadness`), which the words of a
-- query are read as: a change to those words rewrites no song. The questions that a model says the song answers follow.
create or replace function refresh_search_notes(track_ids integer[]) returns void language sql as $$
  update tracks t set search_notes = about.notes
  from (
    select f.track_id, concat_ws('. ',
      (select string_agg(replace(tag, '-', ' ') || ' ' || tag, ', ' order by tag) from track_tags where track_id = f.track_id),
      (select string_agg('theme' || replace(theme, '_', ''), ' ' order by theme) from unnest(f.themes) theme),
      (select string_agg('feeling' || feeling, ' ' order by feeling) from (
        select data #>> '{emotional_profile,dominant}' as feeling
        union
        select key from jsonb_each(case when jsonb_typeof(data #> '{emotional_profile,scores}') = 'object'
          then data #> '{emotional_profile,scores}' else '{}' end)
        where jsonb_typeof(value) = 'number' and value >= '0.3') felt),
      'sentiment' || f.sentiment, 'tone' || (data #>> '{style,tone}'),
      data #>> '{style,subgenre}', data #>> '{style,voice}', data #>> '{style,storytelling}',
  data #>> '{style,tone}', left(data ->> 'summary', 2000),
      (select string_agg(question, ' ' order by place)
        from jsonb_array_elements_text(case when jsonb_typeof(data -> 'questions') = 'array' then data -> 'questions'
          else '[]' end) with ordinality asked(question, place))) as notes
    from track_facets f left join analysis_results a on a.id = f.analysis_id
    cross join lateral (select a.analysis_data) stored(data)
    where f.track_id = any (track_ids)
  ) about
  where t.id = about.track_id and t.search_notes <> about.notes
$$;

drop table search_meanings;

-- Every song is written again: indexes that are built at once take a tenth of the time that an entry a song takes.
drop index tracks_lyrics_embedding_idx;
drop index tracks_audio_embedding_idx;
drop index tracks_search_idx;
drop index tracks_name_keys_idx;
drop index tracks_name_trigram_idx;

select refresh_search_notes(array(select track_id from track_facets));

create index tracks_lyrics_embedding_idx on tracks
  using hnsw (lyrics_embedding vector_cosine_ops) with (m = 16, ef_construction = 64);
create index tracks_audio_embedding_idx on tracks
  using hnsw (audio_embedding vector_cosine_ops) with (m = 16, ef_construction = 64);
create index tracks_search_idx on tracks using gin (search_vector);
create index tracks_name_keys_idx on tracks using gin (name_keys);
create index tracks_name_trigram_idx on tracks using gin (fold_text(artist || ' ' || title) gin_trgm_ops);
