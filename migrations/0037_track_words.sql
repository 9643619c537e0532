-- Which words songs sing, and in how many songs of each quarter: what the use of words over the years is read from. A song
-- whose text or date changes is only noted; the schedule counts the noted songs, some at a time.

-- The words of a text, each between two blanks of its own, so that ' on  my  mind ' is found as often as it is sung: letters and
-- digits, folded. Scripts without blanks count by characters, so that a word of them is found as a phrase.
create function plain_terms(content text) returns text language sql immutable parallel safe as $$
  select case when words ~ '[^ ]' then ' ' || btrim(words, ' ') || ' ' else '' end
  from (
    select regexp_replace(case when folded ~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]'
      then regexp_replace(folded, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])', ' \1 ', 'g')
      else folded end,
      '[\s!-/:-@[-`{-~\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u3004\u3007-\u303f\ufe00-\ufe0f\uff00-\uff0f\U0001f000-\U0001faff]+', '  ', 'g') as words
    from (select fold_text(content) as folded) text
  ) parts
$$;

-- The sung lines of a stored text: those of its sections; of a text without sections all but header lines.
create function sung_lines(lyrics text, sections jsonb) returns text language sql immutable parallel safe as $$
  select case when jsonb_array_length(sections) > 0 then (
      select string_agg(array_to_string(lines[(section ->> 'start_line')::int + 1 : (section ->> 'end_line')::int], E'\n'), E'\n'
        order by place)
      from (select string_to_array(lyrics, E'\n') as lines) text,
        jsonb_array_elements(sections) with ordinality part(section, place))
    else regexp_replace(lyrics, '^\[[^\]\n]*\]$', '', 'ng') end
$$;

-- Year times 5, plus the quarter, or 0 if only the year is known; 0: no date.
create function song_period(release_date date, release_date_precision text) returns integer language sql immutable parallel safe as $$
  select case when release_date is null or extract(year from release_date) not between 1 and 9999 then 0
    else extract(year from release_date)::int * 5
      + case when release_date_precision = 'year' then 0 else extract(quarter from release_date)::int end end
$$;

-- What is counted of each song; the row stays until the counts are corrected.
create table track_words (
  track_id integer primary key,
  period integer not null,
  word_count integer not null,
  -- as of `plain_terms`
  words text not null
);

create table word_periods (
  word text collate "C" not null,
  period integer not null,
  uses integer not null,
  songs integer not null,
  -- the songs that hold it, in no order
  song_ids integer[] not null,
  primary key (word, period)
);
-- Arrays are rewritten often, and ids do not compress.
alter table word_periods alter column song_ids set storage external;

-- All songs and words of a period.
create table period_words (
  period integer primary key,
  songs integer not null,
  words bigint not null
);

-- When songs were last counted. One row, which a count locks.
create table word_counts (
  id boolean primary key default true check (id),
  counted_at timestamptz
);
insert into word_counts default values;

-- Songs whose words have to be counted again, and how often they changed since.
create table track_words_due (
  track_id integer primary key,
  changes integer not null default 1
);

create function track_words_changed() returns trigger language plpgsql as $$
begin
  insert into track_words_due as due (track_id) values (case when tg_op = 'DELETE' then old.id else new.id end)
  on conflict (track_id) do update set changes = due.changes + 1;
  return null;
end $$;
create trigger tracks_words_added after insert on tracks for each row
  when (new.lyrics is not null and new.duplicate_of is null) execute function track_words_changed();
create trigger tracks_words_changed
  after update of lyrics, sections, release_date, release_date_precision, duplicate_of on tracks for each row
  when (old.lyrics is distinct from new.lyrics or old.sections is distinct from new.sections
    or old.release_date is distinct from new.release_date
    or old.release_date_precision is distinct from new.release_date_precision
    or (old.duplicate_of is null) <> (new.duplicate_of is null))
  execute function track_words_changed();
create trigger tracks_words_removed after delete on tracks for each row
  when (old.lyrics is not null and old.duplicate_of is null) execute function track_words_changed();

insert into track_words_due (track_id) select id from tracks where lyrics is not null and duplicate_of is null;
