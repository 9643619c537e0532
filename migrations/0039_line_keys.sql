-- Whole lines of songs are found by a key, so that no written line repeats one. The index for search by words holds no
-- common words, and a line with one other word would be looked for in thousands of songs.

-- The lines of a text as they are compared: folded letters and digits, runnin as running, without headers and blank lines. A
-- line with an aside in brackets stands for two: with it and without it.
create function line_texts(lyrics text) returns text[] language sql immutable parallel safe cost 1000
set search_path from current as $$
  select array_remove(
    string_to_array(regexp_replace(whole, '[^[:alnum:]\n]+', '', 'g'), E'\n') || case when whole ~ '[({]' then
      string_to_array(regexp_replace(regexp_replace(whole, '\([^()\n]*\)|\{[^{}\n]*\}', '', 'g'), '[^[:alnum:]\n]+', '', 'g'), E'\n')
    end, '')
  from (
    select regexp_replace(regexp_replace(fold_text(lyrics), '\[[^][\n]*\]', '', 'g'), '(\w\win)(?!\w)', '\1g', 'g') as whole
  ) folded
$$;

-- 18 bits of each line: about a dozen of 57,000 songs share a key by chance, and the index stays small.
create function line_keys(lyrics text) returns int[] language sql immutable parallel safe cost 1000
set search_path from current as $$
  select array(select distinct hashtext(line) & 262143 from unnest(line_texts(lyrics)) line)
$$;

create index tracks_line_keys_idx on tracks using gin (line_keys(lyrics));
