-- What a search by words reads: names and lyrics as people spell them, and what a song is about. Accents, curly quotes,
-- apostrophes inside words and dropped g's fold; scripts without blanks are indexed by characters and pairs of them.

-- Lower-case letters without accents. Apostrophes inside words are dropped, so that y'all and yall are one word, and
-- runnin' is running.
create function fold_text(content text) returns text language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(
    case when content ~ '[^\x01-\x7f]' then
      translate(
        replace(replace(replace(
          normalize(regexp_replace(normalize(lower(content), nfkd), '([a-z])[\u0300-\u036f]+', '\1', 'g'), nfc),
          'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
        'øđłıð’‘ʼ`´', 'odlid''''''''''')
    else lower(content) end,
    '(\w\win)''(?!\w)', '\1g', 'g'), '(\w)''(?=\w)', '\1', 'g')
$$;

-- The folded forms of the words that folding changes.
create function respelt_words(content text) returns text language sql immutable parallel safe as $$
  select coalesce(fold_text(string_agg(word[1], ' ')), '')
  from regexp_matches(content, '\w*(?:\w[''’‘ʼ`´]\w|\win[''’‘ʼ`´]|[ªºß-öø-ɏḀ-ỿ])[\w''’‘ʼ`´]*', 'gi') word
$$;

-- Characters and pairs of neighbours of text in scripts that write no blanks between words, or add particles to them:
-- Han, kana, Thai, Lao, Khmer, Burmese, Hangul.
create function unspaced_pairs(content text) returns text language sql immutable parallel safe as $$
  select case when content ~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]' then coalesce((
    select string_agg(substr(run[1], place, size), ' ' order by place)
    from regexp_matches(content, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+', 'g') run,
      generate_series(1, 2) size, generate_series(1, length(run[1]) - size + 1) place), '')
  else '' end
$$;

-- A name without what people leave out: case, accents, punctuation, blanks, a leading "the". A name of symbols only is
-- itself.
create function name_key(name text) returns text language sql immutable parallel safe as $$
  select case when key = '' then lower(btrim(name)) else key end from (
    select regexp_replace(
      replace(regexp_replace(fold_text(name), '^\s*the\s+(?=\w)', ''), ' & ', ' and '),
      '[\s!-/:-@[-`{-~\u00a1-\u00bf\u00d7\u00f7\u2010-\u2bff\u3000-\u303f\uff00-\uff0f]+', '', 'g') as key
  ) folded
$$;

-- A name without what stands behind it in brackets or after a dash: featured artists, versions.
create function bare_name(name text) returns text language sql immutable parallel safe as $$
  select coalesce(nullif(regexp_replace(name,
    '(?:\s*[([][^()\[\]]*[)\]]|\s+[-–—]\s+.*|\s+(?:feat\.?|ft\.?|featuring)\s.*)+\s*$', '', 'i'), ''), name)
$$;

-- What a song is asked for by, as keys, from the most to the least exact: 1 to 5 artist and title, 6 title, 7 the title
-- without its version, 8 artist, then artists with those they feature, then the featured ones alone.
create function name_keys(artist text, title text, featured text[]) returns text[] language sql immutable parallel safe as $$
  select array[who || what, what || who, what || 'by' || who, who || plain, plain || who, what, plain, who]
    || array(select who || name_key(name) from unnest(featured) name) || array(select name_key(name) from unnest(featured) name)
  from (select name_key(artist) as who, name_key(title) as what, name_key(bare_name(title)) as plain) keys
$$;

-- Names have weight A, album and featured artists B, what the song is about C, its words D.
create function search_document(language text, artist text, title text, album text, featured text[], notes text, lyrics text)
returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('simple', fold_text(names)) || to_tsvector('english', fold_text(names))
      || to_tsvector(stemmer, fold_text(names)) || to_tsvector('simple', unspaced_pairs(names)), 'A')
    || setweight(to_tsvector('simple', fold_text(company)) || to_tsvector('english', fold_text(company))
      || to_tsvector('simple', unspaced_pairs(company)), 'B')
    || setweight(to_tsvector('english', notes), 'C')
    || setweight(to_tsvector(stemmer, words) || to_tsvector(stemmer, respelt_words(words))
      || to_tsvector('simple', unspaced_pairs(words)), 'D')
  from (
    select artist || ' ' || title as names, coalesce(album, '') || ' ' || array_to_string(featured, ' ') as company,
      coalesce(lyrics, '') as words,
      (case language when 'ru' then 'russian' when 'es' then 'spanish' when 'fr' then 'french' when 'de' then 'german'
        when 'it' then 'italian' when 'pt' then 'portuguese' else 'english' end)::regconfig as stemmer
  ) parts
$$;

alter table tracks add column search_notes text not null default '',
  add column name_keys text[] generated always as (name_keys(artist, title, featured)) stored;

-- Everyday words for what an analysis names, so that "heartbreak" finds what is analysed as loss.
create table search_meanings (
  kind text not null check (kind in ('theme', 'feeling', 'tone', 'sentiment')),
  name text not null,
  words text not null,
  primary key (kind, name)
);
insert into search_meanings (kind, name, words) values
  ('theme', 'wealth', 'wealth money riches rich luxury cash dollars fortune expensive jewellery cars success spending'),
  ('theme', 'hustle', 'hustle hustling grind grinding work working job labour business ambition hard work earning paying bills come up'),
  ('theme', 'street_life', 'street life streets hood ghetto gang gangs corner block crime criminal prison jail police survival'),
  ('theme', 'violence', 'violence violent shooting gun guns murder killing fight war weapons danger'),
  ('theme', 'drug_trade', 'drug trade dealing dealer drugs selling trapping trap smuggling'),
  ('theme', 'substance_use', 'substance use drinking drunk alcohol liquor drugs smoking weed high addiction sobriety getting high'),
  ('theme', 'love', 'love romance romantic relationship couple lovers affection love song heart dating marriage devotion'),
  ('theme', 'sex', 'sex sexual desire lust seduction bedroom body sensual'),
  ('theme', 'loyalty_family', 'loyalty loyal family mother father parents brother sister son daughter children friends friendship home childhood relatives'),
  ('theme', 'faith', 'faith god religion religious spiritual prayer praying church belief gospel heaven soul'),
  ('theme', 'loss_grief', 'loss grief grieving death dying mourning bereavement funeral missing someone goodbye heartbreak tribute memory of the dead'),
  ('theme', 'mental_health', 'mental health depression anxiety stress therapy loneliness pain struggle insomnia suicidal healing trauma'),
  ('theme', 'social_justice', 'social justice injustice racism inequality poverty politics political protest police brutality rights oppression community conscious'),
  ('theme', 'boast', 'boast boasting bragging braggadocio brag confidence swagger skill best rapper self praise showing off'),
  ('theme', 'battle', 'battle diss insults rivalry rivals haters enemies competition beef punchlines conflict'),
  ('theme', 'party', 'party partying club dance dancing celebration fun night out summer good time cookout'),
  ('theme', 'fame', 'fame famous celebrity stardom star spotlight stage touring success fans'),
  ('theme', 'hip_hop', 'hip hop rap rapping rhyme rhymes lyricism wordplay microphone dj beats writing culture craft'),
  ('theme', 'place', 'place hometown city town neighbourhood neighborhood country region roots local pride leaving home coming home'),
  ('feeling', 'joy', 'joy joyful happy happiness cheerful fun uplifting feel good celebration delight playful'),
  ('feeling', 'sadness', 'sadness sad unhappy sorrow melancholy heartbroken heartbreak crying tears lonely loneliness grief'),
  ('feeling', 'anger', 'anger angry mad furious rage frustrated frustration outrage resentment bitter'),
  ('feeling', 'fear', 'fear afraid scared anxious anxiety worry tense nervous dread suspense suspenseful'),
  ('feeling', 'love', 'love loving tender tenderness affection romantic warm devotion gentle'),
  ('feeling', 'pride', 'pride proud confident confidence boastful triumphant swagger triumph victory'),
  ('feeling', 'hope', 'hope hopeful optimistic encouraging inspiring uplifting perseverance grateful gratitude peace calm'),
  ('feeling', 'disgust', 'disgust disgusted contempt scorn bitter revulsion'),
  ('tone', 'aggressive', 'aggressive hard angry hostile confrontational intense'),
  ('tone', 'introspective', 'introspective thoughtful reflective personal honest quiet calm deep contemplative'),
  ('tone', 'confident', 'confident bold boastful swagger cocky braggadocio proud'),
  ('tone', 'melancholic', 'melancholic melancholy sad mournful wistful somber sombre nostalgic longing'),
  ('tone', 'playful', 'playful funny humour humor humorous comic silly witty jokes lighthearted'),
  ('sentiment', 'positive', 'positive happy bright'),
  ('sentiment', 'negative', 'negative dark bleak'),
  ('sentiment', 'mixed', 'mixed bittersweet'),
  ('sentiment', 'neutral', '');

-- What the tags and the standing analysis say that tracks are about, in words.
create function refresh_search_notes(track_ids integer[]) returns void language sql as $$
  update tracks t set search_notes = about.notes
  from (
    select f.track_id, concat_ws('. ',
      (select string_agg(replace(tag, '-', ' ') || ' ' || tag, ', ' order by tag) from track_tags where track_id = f.track_id),
      (select string_agg(m.words, ', ' order by kind, name) from search_meanings m
        where kind = 'theme' and name = any (f.themes)
          or kind = 'sentiment' and name = f.sentiment
          or kind = 'tone' and name = a.analysis_data #>> '{style,tone}'
          or kind = 'feeling' and (name = a.analysis_data #>> '{emotional_profile,dominant}'
            or (a.analysis_data #>> array['emotional_profile', 'scores', name])::real >= 0.3)),
      a.analysis_data #>> '{style,subgenre}', a.analysis_data #>> '{style,voice}', a.analysis_data #>> '{style,storytelling}',
      a.analysis_data #>> '{style,tone}', a.analysis_data ->> 'summary') as notes
    from track_facets f left join analysis_results a on a.id = f.analysis_id
    where f.track_id = any (track_ids)
  ) about
  where t.id = about.track_id and t.search_notes <> about.notes
$$;

create function facets_changed() returns trigger language plpgsql as $$
begin
  perform refresh_search_notes(array[new.track_id]);
  return null;
end $$;
create trigger track_facets_notes after insert or update on track_facets for each row execute function facets_changed();

create function tags_changed() returns trigger language plpgsql as $$
begin
  perform refresh_search_notes(array(select distinct track_id from changed));
  return null;
end $$;
create trigger track_tags_added after insert on track_tags referencing new table as changed
  for each statement execute function tags_changed();
create trigger track_tags_removed after delete on track_tags referencing old table as changed
  for each statement execute function tags_changed();

-- The notes of songs that are stored already are written by 0033.

-- The index of the former words goes with its column.
alter table tracks drop column search_vector;
alter table tracks add column search_vector tsvector
  generated always as (search_document(language, artist, title, album, featured, search_notes, lyrics)) stored;
-- Ranking by words reads this column of every match: unpacking it would take longer than ranking.
alter table tracks alter column search_vector set storage external;
create index tracks_search_idx on tracks using gin (search_vector);
create index tracks_name_keys_idx on tracks using gin (name_keys);
drop index tracks_name_trigram_idx;
create index tracks_name_trigram_idx on tracks using gin (fold_text(artist || ' ' || title) gin_trgm_ops);
