-- What is analysed for the catalogue and what somebody sent are different rows. Whatever stands for a track is the
-- catalogue's; a text that was sent (`ad_hoc`) belongs to no track, has no vector, and may be deleted when it is old.
alter table analysis_results add column origin text not null default 'catalogue';

-- Until now both shared a row, and `track_id` says whose a row is: only the catalogue's work has ever set it. A row
-- without it was sent by somebody, or its track is gone. Where the catalogue met such a row it took it for its own answer
-- and made none, so that some of them are all that a track has. They are given to the catalogue as follows.

-- A model's answer under the catalogue's temperature, where the catalogue has no answer of a model for this text: the
-- question was the same, and asking again would be paid for again. Its vector is missing; the schedule has it made.
with taken_over as (
  select distinct on (a.text_hash) a.id from analysis_results a
  where a.track_id is null and a.status = 'done' and not a.degraded and a.analyzer_type = 'qwen'
    and a.temperature = 0.1::real
    and exists (select 1 from tracks t where t.text_hash = a.text_hash)
    and not exists (
      select 1 from analysis_results own where own.text_hash = a.text_hash and own.track_id is not null
        and own.status = 'done' and own.analyzer_type = 'qwen')
  order by a.text_hash, a.created_at desc, a.id desc)
update analysis_results a set track_id = (select min(id) from tracks t where t.text_hash = a.text_hash)
from taken_over where a.id = taken_over.id;

-- Any other answer, where the catalogue still has none at all: the one that stands today. Should it not be the catalogue's
-- analyser's, the schedule has that one's made, which then takes its place.
with standing as (
  select distinct on (a.text_hash) a.id from analysis_results a
  where a.track_id is null and a.status = 'done'
    and exists (select 1 from tracks t where t.text_hash = a.text_hash)
    and not exists (
      select 1 from analysis_results own where own.text_hash = a.text_hash and own.track_id is not null
        and own.status = 'done')
  order by a.text_hash, a.degraded, a.created_at desc, a.id desc)
update analysis_results a set track_id = (select min(id) from tracks t where t.text_hash = a.text_hash)
from standing where a.id = standing.id;

update analysis_results set origin = 'ad_hoc', analysis_embedding = null, embedding_model = null,
  next_analysis_embedding = null, next_embedding_model = null
where track_id is null;

alter table analysis_results
  alter column origin drop default,
  add constraint analysis_results_origin_check check (origin in ('catalogue', 'ad_hoc')),
  add constraint analysis_results_ad_hoc_check check (origin = 'catalogue' or track_id is null),
  drop constraint analysis_results_text_hash_analyzer_type_model_version_prom_key,
  add constraint analysis_results_key
    unique (text_hash, origin, analyzer_type, model_version, prompt_version, temperature);

-- What is old among the texts that were sent. A row that an item of a batch points to is that item's result.
create index analysis_results_ad_hoc_idx on analysis_results (updated_at) where origin = 'ad_hoc';

create or replace function refresh_track_facets(track_ids integer[]) returns void language sql as $$
  insert into track_facets (track_id, original_id, artist, featured, album, release_date, language, explicit,
    has_audio, analysis_id, themes, sentiment, rhyme_density, words_mood, music_mood)
  select t.id, coalesce(t.duplicate_of, t.id), lower(t.artist), array(select lower(name) from unnest(t.featured) name),
    lower(t.album), t.release_date, t.language, t.explicit, t.audio_features is not null, a.id,
    coalesce(a.themes, '{}'), a.sentiment, (a.analysis_data #>> '{rhyme,density}')::real,
    (a.analysis_data ->> 'sentiment_score')::real, (t.audio_features ->> 'valence')::real * 2 - 1
  from tracks t
  left join lateral (
    select id, themes, sentiment, analysis_data from analysis_results
    where text_hash = t.text_hash and origin = 'catalogue' and status = 'done'
    order by degraded, created_at desc, id desc limit 1
  ) a on true
  where t.id = any (track_ids)
  on conflict (track_id) do update set original_id = excluded.original_id, artist = excluded.artist,
    featured = excluded.featured, album = excluded.album, release_date = excluded.release_date,
    language = excluded.language, explicit = excluded.explicit, has_audio = excluded.has_audio,
    analysis_id = excluded.analysis_id, themes = excluded.themes, sentiment = excluded.sentiment,
    rhyme_density = excluded.rhyme_density, words_mood = excluded.words_mood, music_mood = excluded.music_mood
$$;

create or replace function analysis_changed() returns trigger language plpgsql as $$
declare
  changed analysis_results := case when tg_op = 'DELETE' then old else new end;
begin
  if changed.origin = 'catalogue' then
    perform refresh_track_facets(array(select id from tracks where text_hash = changed.text_hash));
  end if;
  return null;
end $$;

create or replace function track_changed() returns trigger language plpgsql as $$
begin
  -- An analysis belongs to the first track that has its text. One whose text no track has any more keeps its track.
  if new.text_hash is not null or tg_op = 'UPDATE' then
    update analysis_results a set track_id = t.id, artist = t.artist, title = t.title
    from tracks t
    where a.text_hash in (new.text_hash, old.text_hash) and a.origin = 'catalogue'
      and t.id = (select min(id) from tracks where text_hash = a.text_hash) and a.track_id is distinct from t.id;
  end if;
  perform refresh_track_facets(array[new.id]);
  return null;
end $$;

-- Analyses that were left with a track whose text is another now.
update analysis_results a set track_id = t.id, artist = t.artist, title = t.title
from tracks t, tracks former
where former.id = a.track_id and former.text_hash is distinct from a.text_hash
  and t.id = (select min(id) from tracks where text_hash = a.text_hash);

-- Of the rows that were given to the catalogue.
update analysis_results a set artist = coalesce(a.artist, t.artist), title = coalesce(a.title, t.title)
from tracks t where t.id = a.track_id and (a.artist is null or a.title is null);

select refresh_track_facets(array(
  select f.track_id from track_facets f join analysis_results a on a.id = f.analysis_id where a.origin = 'ad_hoc'));
