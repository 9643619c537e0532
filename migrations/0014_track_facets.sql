-- What a search filters and counts by: one narrow row a track, so that neither a filter nor a facet reads the wide rows
-- of tracks or chooses among a text's analyses. Triggers keep it, whoever writes.
create table track_facets (
  track_id integer primary key references tracks (id) on delete cascade,
  -- the track itself, or the one that it nearly repeats
  original_id integer not null,
  artist text not null,
  featured text[] not null,
  album text,
  release_date date,
  language text,
  explicit boolean,
  has_audio boolean not null,
  -- the analysis that stands for the text: one that is no stand-in before one that is, then the latest
  analysis_id integer,
  themes text[] not null,
  sentiment text,
  rhyme_density real,
  -- both from -1, dark, to 1, bright: the words' by their analysis, the music's by its valence
  words_mood real,
  music_mood real
);
create index track_facets_original_idx on track_facets (original_id);
create index track_facets_analysis_idx on track_facets (analysis_id);
create index track_facets_artist_idx on track_facets (artist);
create index track_facets_featured_idx on track_facets using gin (featured);
create index track_facets_album_idx on track_facets (album);
create index track_facets_release_idx on track_facets (release_date);
create index track_facets_language_idx on track_facets (language);
create index track_facets_themes_idx on track_facets using gin (themes);
create index track_facets_sentiment_idx on track_facets (sentiment);
create index track_facets_density_idx on track_facets (rhyme_density);

create function refresh_track_facets(track_ids integer[]) returns void language sql as $$
  insert into track_facets (track_id, original_id, artist, featured, album, release_date, language, explicit,
    has_audio, analysis_id, themes, sentiment, rhyme_density, words_mood, music_mood)
  select t.id, coalesce(t.duplicate_of, t.id), lower(t.artist), array(select lower(name) from unnest(t.featured) name),
    lower(t.album), t.release_date, t.language, t.explicit, t.audio_features is not null, a.id,
    coalesce(a.themes, '{}'), a.sentiment, (a.analysis_data #>> '{rhyme,density}')::real,
    (a.analysis_data ->> 'sentiment_score')::real, (t.audio_features ->> 'valence')::real * 2 - 1
  from tracks t
  left join lateral (
    select id, themes, sentiment, analysis_data from analysis_results
    where text_hash = t.text_hash and status = 'done'
    order by degraded, created_at desc, id desc limit 1
  ) a on true
  where t.id = any (track_ids)
  on conflict (track_id) do update set original_id = excluded.original_id, artist = excluded.artist,
    featured = excluded.featured, album = excluded.album, release_date = excluded.release_date,
    language = excluded.language, explicit = excluded.explicit, has_audio = excluded.has_audio,
    analysis_id = excluded.analysis_id, themes = excluded.themes, sentiment = excluded.sentiment,
    rhyme_density = excluded.rhyme_density, words_mood = excluded.words_mood, music_mood = excluded.music_mood
$$;

create function track_changed() returns trigger language plpgsql as $$
begin
  perform refresh_track_facets(array[new.id]);
  return null;
end $$;
create trigger tracks_facets after insert or update of duplicate_of, artist, featured, album, release_date, language,
  explicit, audio_features, text_hash on tracks for each row execute function track_changed();

create function analysis_changed() returns trigger language plpgsql as $$
declare
  changed text := case when tg_op = 'DELETE' then old.text_hash else new.text_hash end;
begin
  perform refresh_track_facets(array(select id from tracks where text_hash = changed));
  return null;
end $$;
create trigger analysis_results_facets after insert or delete or update of status, themes, sentiment, analysis_data,
  degraded on analysis_results for each row execute function analysis_changed();

select refresh_track_facets(array(select id from tracks));
