-- What series over the years, percentiles and their filters are computed from: one narrow row for each song that counts,
-- so that no answer unpacks the jsonb of a song. The triggers of track_facets keep it, from the same analysis.

-- A number of a stored analysis; null for anything else, and for numbers that no measure can have.
create function json_real(value jsonb) returns real language sql immutable parallel safe as $$
  select case when jsonb_typeof(value) = 'number' and abs(value::numeric) < 1e9 then round(value::numeric, 6)::real end
$$;

-- The themes in the order of their bits in theme_bits; a new theme is appended.
create function theme_names() returns text[] language sql immutable parallel safe as $$
  select array['wealth', 'hustle', 'street_life', 'violence', 'drug_trade', 'substance_use', 'love', 'sex',
    'loyalty_family', 'faith', 'loss_grief', 'mental_health', 'social_justice', 'boast', 'battle', 'party', 'fame',
    'hip_hop', 'place']
$$;

-- A measure in two bytes: times its scale, limited to 32,767 either way; -32,768 for null.
create function pack_measure(value real, scale integer) returns bytea language sql immutable parallel safe as $$
  select int2send((case when value is null then -32768
    else least(greatest(round(value * scale), -32767), 32767) end)::smallint)
$$;

-- A row for each song that counts: it has lyrics, an analysis stands for it, and it repeats no other song. The units of the
-- measures are in src/ml/trends/measures.ts.
create table track_measures (
  track_id integer primary key references tracks (id) on delete cascade,
  artist_id integer not null,
  language text,
  released date,
  released_precision text,
  -- one bit a theme, in the order of theme_names(); null, as the feelings are: the language is not judged
  theme_bits integer,
  words real,
  tokens real,
  types real,
  mattr real,
  mtld real,
  mean_word_length real,
  rhyme_density real,
  rhymed_ends real,
  malmi real,
  multisyllabic_rhymes real,
  internal_rhymes real,
  syllables_per_line real,
  regularity real,
  repeated_lines real,
  explicit real,
  strong_words real,
  sentiment_score real,
  complexity_score real,
  quality_score real,
  joy real,
  sadness real,
  anger real,
  fear real,
  love real,
  pride real,
  hope real,
  disgust real,
  changed_at timestamptz not null default now(),
  -- the row in 72 bytes, for readers of many: src/ml/trends/packed-songs.ts knows the layout. Null without a date.
  packed bytea generated always as (
    int4send(track_id) || int4send(artist_id) || int4send(released - date '2000-01-01')
    || int2send((case released_precision when 'month' then 1 when 'year' then 2 else 0 end)::smallint)
    || int4send(coalesce(theme_bits, -1))
    || pack_measure(words, 1) || pack_measure(tokens, 1) || pack_measure(types, 1)
    || pack_measure(mattr, 10000) || pack_measure(mtld, 20) || pack_measure(mean_word_length, 1000)
    || pack_measure(rhyme_density, 10000) || pack_measure(rhymed_ends, 10000) || pack_measure(malmi, 1000)
    || pack_measure(multisyllabic_rhymes, 100) || pack_measure(internal_rhymes, 100)
    || pack_measure(syllables_per_line, 100) || pack_measure(regularity, 10000) || pack_measure(repeated_lines, 10000)
    || pack_measure(explicit, 10000) || pack_measure(strong_words, 100) || pack_measure(sentiment_score, 10000)
    || pack_measure(complexity_score, 1000) || pack_measure(quality_score, 10000)
    || pack_measure(joy, 10000) || pack_measure(sadness, 10000) || pack_measure(anger, 10000)
    || pack_measure(fear, 10000) || pack_measure(love, 10000) || pack_measure(pride, 10000)
    || pack_measure(hope, 10000) || pack_measure(disgust, 10000)) stored
);

-- 101 quantiles of each measure over the songs that have it, from the minimum to the maximum.
create table measure_quantiles (
  measure text primary key,
  quantiles real[] not null check (cardinality(quantiles) = 101),
  songs integer not null,
  built_at timestamptz not null
);

-- A track and what the analysis that stands for it says, for track_facets and track_measures. Unpacking the analysis is the
-- expensive part, so that each value of it is read once.
create view standing_songs as
select t.id as track_id, coalesce(t.duplicate_of, t.id) as original_id, t.artist_id, lower(t.artist) as artist,
  array(select lower(name) from unnest(t.featured) name) as featured, lower(t.album) as album, t.release_date,
  t.release_date_precision, t.language, t.explicit, t.audio_features is not null as has_audio,
  (t.audio_features ->> 'valence')::real * 2 - 1 as music_mood,
  t.duplicate_of is null and t.lyrics_state = 'ok' and a.id is not null as counts,
  a.id as analysis_id, coalesce(a.themes, '{}') as themes, a.sentiment, a.complexity_score, a.quality_score,
  case when a.sentiment is not null then coalesce(
    (select bit_or(1 << array_position(theme_names(), theme) - 1) from unnest(a.themes) theme), 0) end as theme_bits,
  json_real(d.sentiment_score) as sentiment_score,
  json_real(d.vocabulary #> '{as_sung,tokens}') as words, json_real(d.vocabulary -> 'tokens') as tokens,
  json_real(d.vocabulary -> 'types') as types, json_real(d.vocabulary -> 'mattr') as mattr,
  json_real(d.vocabulary -> 'mtld') as mtld, json_real(d.vocabulary -> 'mean_word_length') as mean_word_length,
  json_real(d.rhyme -> 'density') as rhyme_density,
  (select length(replace(ends, '-', ''))::real / nullif(length(ends), 0) from (
    select string_agg(section ->> 'scheme', '') as ends from jsonb_array_elements(
      case when jsonb_typeof(d.rhyme -> 'schemes') = 'array' then d.rhyme -> 'schemes' else '[]' end) section) letters
  ) as rhymed_ends,
  json_real(d.rhyme -> 'malmi') as malmi,
  100 * json_real(d.rhyme #> '{counts,multisyllabic}') / nullif(json_real(d.rhyme -> 'syllables'), 0)
    as multisyllabic_rhymes,
  (json_real(d.rhyme #> '{counts,internal}') + json_real(d.rhyme #> '{counts,chain}')) / nullif(
    case when jsonb_typeof(d.flow -> 'lines') = 'array' then jsonb_array_length(d.flow -> 'lines') end, 0)
    as internal_rhymes,
  json_real(d.flow #> '{syllables_per_line,mean}') as syllables_per_line,
  json_real(d.flow -> 'regularity') as regularity, json_real(d.flow -> 'repeated_lines') as repeated_lines,
  case d.explicit ->> 'rating' when 'explicit' then 1 when 'mild' then 0 when 'clean' then 0 end::real as is_explicit,
  case when d.explicit ->> 'rating' <> 'unknown' then json_real(d.explicit -> 'per_100_words') end as strong_words,
  felt.*
from tracks t
left join lateral (
  select id, themes, sentiment, complexity_score, quality_score, analysis_data from analysis_results
  where text_hash = t.text_hash and origin = 'catalogue' and status = 'done'
  order by degraded, created_at desc, id desc limit 1
) a on true
left join lateral jsonb_to_record(case when jsonb_typeof(a.analysis_data) = 'object' then a.analysis_data else '{}' end)
  as d(sentiment_score jsonb, emotional_profile jsonb, rhyme jsonb, flow jsonb, vocabulary jsonb, explicit jsonb) on true
left join lateral (
  select json_real(s.joy) as joy, json_real(s.sadness) as sadness, json_real(s.anger) as anger, json_real(s.fear) as fear,
    json_real(s.love) as love, json_real(s.pride) as pride, json_real(s.hope) as hope, json_real(s.disgust) as disgust
  from jsonb_to_record(case
    when a.sentiment is not null and jsonb_typeof(d.emotional_profile -> 'scores') = 'object'
    then d.emotional_profile -> 'scores' else '{}' end)
    as s(joy jsonb, sadness jsonb, anger jsonb, fear jsonb, love jsonb, pride jsonb, hope jsonb, disgust jsonb)
) felt on true;

-- The plan is kept: planning so many expressions takes longer than storing a song's values.
create or replace function refresh_track_facets(track_ids integer[]) returns void language plpgsql
  set plan_cache_mode = force_generic_plan as $$
begin
  with song as materialized (select * from standing_songs where track_id = any (track_ids)),
  facets as (
    insert into track_facets (track_id, original_id, artist, featured, album, release_date, language, explicit,
      has_audio, analysis_id, themes, sentiment, rhyme_density, words_mood, music_mood)
    select track_id, original_id, artist, featured, album, release_date, language, explicit, has_audio, analysis_id,
      themes, sentiment, rhyme_density, sentiment_score, music_mood
    from song
    on conflict (track_id) do update set original_id = excluded.original_id, artist = excluded.artist,
      featured = excluded.featured, album = excluded.album, release_date = excluded.release_date,
      language = excluded.language, explicit = excluded.explicit, has_audio = excluded.has_audio,
      analysis_id = excluded.analysis_id, themes = excluded.themes, sentiment = excluded.sentiment,
      rhyme_density = excluded.rhyme_density, words_mood = excluded.words_mood, music_mood = excluded.music_mood),
  no_more as (delete from track_measures m using song s where m.track_id = s.track_id and not s.counts)
  insert into track_measures (
    track_id, artist_id, language, released, released_precision, theme_bits, words, tokens, types, mattr, mtld,
    mean_word_length, rhyme_density, rhymed_ends, malmi, multisyllabic_rhymes, internal_rhymes, syllables_per_line,
    regularity, repeated_lines, explicit, strong_words, sentiment_score, complexity_score, quality_score, joy,
    sadness, anger, fear, love, pride, hope, disgust)
  select
      track_id, artist_id, language, release_date, release_date_precision, theme_bits, words, tokens, types, mattr,
      mtld, mean_word_length, rhyme_density, rhymed_ends, malmi, multisyllabic_rhymes, internal_rhymes,
      syllables_per_line, regularity, repeated_lines, is_explicit, strong_words, sentiment_score, complexity_score,
      quality_score, joy, sadness, anger, fear, love, pride, hope, disgust
  from song where counts
  on conflict (track_id) do update set (
      artist_id, language, released, released_precision, theme_bits, words, tokens, types, mattr, mtld,
      mean_word_length, rhyme_density, rhymed_ends, malmi, multisyllabic_rhymes, internal_rhymes, syllables_per_line,
      regularity, repeated_lines, explicit, strong_words, sentiment_score, complexity_score, quality_score, joy,
      sadness, anger, fear, love, pride, hope, disgust, changed_at)
    = (
      excluded.artist_id, excluded.language, excluded.released, excluded.released_precision, excluded.theme_bits,
      excluded.words, excluded.tokens, excluded.types, excluded.mattr, excluded.mtld, excluded.mean_word_length,
      excluded.rhyme_density, excluded.rhymed_ends, excluded.malmi, excluded.multisyllabic_rhymes,
      excluded.internal_rhymes, excluded.syllables_per_line, excluded.regularity, excluded.repeated_lines,
      excluded.explicit, excluded.strong_words, excluded.sentiment_score, excluded.complexity_score,
      excluded.quality_score, excluded.joy, excluded.sadness, excluded.anger, excluded.fear, excluded.love,
      excluded.pride, excluded.hope, excluded.disgust, now());
end $$;

drop trigger tracks_facets on tracks;
create trigger tracks_facets after insert or update of duplicate_of, artist, artist_id, featured, album, release_date,
  release_date_precision, language, explicit, audio_features, text_hash, lyrics_state
  on tracks for each row execute function track_changed();

insert into track_measures (
    track_id, artist_id, language, released, released_precision, theme_bits, words, tokens, types, mattr, mtld,
    mean_word_length, rhyme_density, rhymed_ends, malmi, multisyllabic_rhymes, internal_rhymes, syllables_per_line,
    regularity, repeated_lines, explicit, strong_words, sentiment_score, complexity_score, quality_score, joy,
    sadness, anger, fear, love, pride, hope, disgust)
select
  track_id, artist_id, language, release_date, release_date_precision, theme_bits, words, tokens, types, mattr, mtld,
  mean_word_length, rhyme_density, rhymed_ends, malmi, multisyllabic_rhymes, internal_rhymes, syllables_per_line,
  regularity, repeated_lines, is_explicit, strong_words, sentiment_score, complexity_score, quality_score, joy,
  sadness, anger, fear, love, pride, hope, disgust
from standing_songs where counts;
