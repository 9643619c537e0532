-- An analysis whose text no track has any more stays with its track, without a vector: else the track would be compared by
-- words that it no longer has. Should the text come back, the schedule has the vector made again.
create or replace function track_changed() returns trigger language plpgsql as $$
begin
  -- An analysis belongs to the first track that has its text.
  if new.text_hash is not null or tg_op = 'UPDATE' then
    update analysis_results a set track_id = t.id, artist = t.artist, title = t.title
    from tracks t
    where a.text_hash in (new.text_hash, old.text_hash) and a.origin = 'catalogue'
      and t.id = (select min(id) from tracks where text_hash = a.text_hash) and a.track_id is distinct from t.id;
  end if;
  if tg_op = 'UPDATE' and new.text_hash is distinct from old.text_hash then
    update analysis_results a set analysis_embedding = null, embedding_model = null, next_analysis_embedding = null,
      next_embedding_model = null
    where a.text_hash = old.text_hash and (a.embedding_model is not null or a.next_embedding_model is not null)
      and not exists (select 1 from tracks where text_hash = old.text_hash);
  end if;
  perform refresh_track_facets(array[new.id]);
  return null;
end $$;

update analysis_results a set analysis_embedding = null, embedding_model = null, next_analysis_embedding = null,
  next_embedding_model = null
where (a.embedding_model is not null or a.next_embedding_model is not null)
  and not exists (select 1 from tracks t where t.text_hash = a.text_hash);
