-- Which model the stored vectors are of, and which one is prepared beside it: one row, that whoever stores a vector shares
-- and a change of the model locks.
create table embedding_models (
  id boolean primary key default true check (id),
  -- null before the first vector
  model text,
  next_model text,
  switched_at timestamptz
);
insert into embedding_models (model)
values ((select embedding_model from tracks where lyrics_embedding is not null group by 1 order by count(*) desc limit 1));

-- Why a vector or an analysis failed (the shape of `FailureCause`), and when it is tried again; null: never.
alter table tracks add column embedding_cause jsonb, add column embedding_next_try_at timestamptz,
  add column analysis_error jsonb, add column analysis_next_try_at timestamptz;
update tracks set embedding_cause = jsonb_build_object(
    'code', case embedding_status when 'unsupported_language' then 'UNSUPPORTED_LANGUAGE' else 'UNKNOWN' end,
    'message', embedding_error, 'upstream', null, 'attempts', 0, 'first_at', updated_at, 'last_at', updated_at)
where embedding_error is not null and embedding_status in ('failed', 'unsupported_language');
alter table tracks drop column embedding_error;
alter table tracks rename column embedding_cause to embedding_error;
update tracks set embedding_next_try_at = now() where embedding_status = 'failed';
update tracks set analysis_next_try_at = now() where analysis_status = 'failed';
create index tracks_embedding_retry_idx on tracks (embedding_next_try_at) where embedding_status = 'failed';
create index tracks_analysis_retry_idx on tracks (analysis_next_try_at) where analysis_status = 'failed';

-- A vector is of the text that stands beside it, whoever writes the text. Another language may be one that the model
-- knows, or does not: the track is looked at again.
create function track_text_changed() returns trigger language plpgsql as $$
begin
  new.embedding_error := null;
  new.embedding_next_try_at := null;
  new.next_lyrics_embedding := null;
  new.next_embedding_model := null;
  new.embedding_status := case when new.lyrics is null then 'none' else 'pending' end;
  delete from next_track_passages where track_id = new.id;
  if new.lyrics is distinct from old.lyrics then
    new.lyrics_embedding := null;
    new.embedding_model := null;
    delete from track_passages where track_id = new.id;
  end if;
  return new;
end $$;
create trigger tracks_text_changed before update of lyrics, language on tracks for each row
  when (old.lyrics is distinct from new.lyrics or (old.language is distinct from new.language and new.lyrics is not null))
  execute function track_text_changed();

-- So is the vector of an analysis.
create function analysis_data_changed() returns trigger language plpgsql as $$
begin
  new.analysis_embedding := null;
  new.embedding_model := null;
  new.next_analysis_embedding := null;
  new.next_embedding_model := null;
  return new;
end $$;
create trigger analysis_results_data_changed before update of analysis_data on analysis_results for each row
  when (old.analysis_data is distinct from new.analysis_data) execute function analysis_data_changed();

-- Vectors that outlived their text, or are of another model than the one in use, are made anew.
update tracks set lyrics_embedding = null, embedding_model = null, embedding_status = 'pending'
where lyrics is not null and embedding_model <> (select model from embedding_models);
update tracks set embedding_status = 'pending'
where lyrics is not null and embedding_status = 'done' and lyrics_embedding is null;
update analysis_results set analysis_embedding = null, embedding_model = null
where embedding_model <> (select model from embedding_models);

-- What the vectors of this model still lack: texts, and analyses that stand for one.
create function missing_next_embeddings(next_model text) returns table (tracks integer, analyses integer)
language plpgsql stable as $$
begin
  return query select
    (select count(*)::int from tracks t where t.lyrics is not null and t.next_embedding_model is distinct from next_model),
    (select count(distinct a.id)::int from track_facets f join analysis_results a on a.id = f.analysis_id
      where a.next_embedding_model is distinct from next_model);
end $$;

-- Stops a change of the model (BL001) that would leave more than `tolerated` without a vector, or is not the one prepared.
create function check_next_embeddings(wanted text, tolerated integer) returns integer language plpgsql as $$
declare
  missing integer := (select m.tracks + m.analyses from missing_next_embeddings(wanted) m);
begin
  if missing > tolerated or (select next_model from embedding_models) is distinct from wanted then
    raise exception 'the next vectors are not complete' using errcode = 'BL001';
  end if;
  return missing;
end $$;
