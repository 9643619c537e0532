-- Filters by artist, featured artist and album forgive case, accents, punctuation and a leading "the", as a search does.
create function name_keys_of(names text[]) returns text[] language sql immutable parallel safe as $$
  select array(select name_key(name) from unnest(names) name)
$$;

-- Where indexes are built and dumps restored there is no search path: functions that call others keep theirs.
alter function name_key(text) set search_path from current;
alter function name_keys_of(text[]) set search_path from current;
alter function name_keys(text, text, text[]) set search_path from current;
alter function respelt_words(text) set search_path from current;
alter function search_document(text, text, text, text, text[], text, text) set search_path from current;

create index track_facets_artist_key_idx on track_facets (name_key(artist));
create index track_facets_featured_keys_idx on track_facets using gin (name_keys_of(featured));
create index track_facets_album_key_idx on track_facets (name_key(album));
drop index track_facets_artist_idx;
drop index track_facets_featured_idx;
drop index track_facets_album_idx;

-- A song without an analysis has no notes but its tags, which have triggers of their own.
drop trigger track_facets_notes on track_facets;
create trigger track_facets_notes_added after insert on track_facets for each row
  when (new.analysis_id is not null) execute function facets_changed();
create trigger track_facets_notes after update on track_facets for each row
  when (new.analysis_id is not null or old.analysis_id is not null) execute function facets_changed();
