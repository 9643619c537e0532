-- The form in which artists' names are compared: without case, accents, and the kinds of hyphens, quotes and spaces. Signs
-- stay, because they can be the whole name ("¥$").
create function artist_key(name text) returns text language sql immutable parallel safe as $$
  select coalesce(nullif(trim(regexp_replace(translate(
    lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')),
    '‐‑‒–—―−‘’ʼ‛`′“”„«»', '-------''''''''''''"""""'), '\s+', ' ', 'g')), ''), lower(name))
$$;

-- Rows without a Genius id that are another spelling of an artist, and the row that stays: the one with a Genius id, or
-- the oldest. Two artists with different Genius ids stay two.
create temporary table merged_artists on commit drop as
with keyed as (select id, genius_id, artist_key(name) as key from artists),
homes as (select distinct on (key) key, id as home_id from keyed order by key, genius_id nulls last, id)
select keyed.id as old_id, homes.home_id from keyed join homes using (key)
where keyed.genius_id is null and keyed.id <> homes.home_id;

-- An artist has one open run; of several, the oldest goes on.
with open_runs as (
  select r.id, row_number() over (partition by coalesce(m.home_id, r.artist_id) order by r.id) as place
  from ingest_runs r left join merged_artists m on m.old_id = r.artist_id
  where r.artist_id is not null and r.status in ('listing', 'running', 'parked'))
update ingest_runs r set status = 'failed', finished_at = now(), updated_at = now(), next_try_at = null,
  reason = 'Another spelling of an artist whose own run is open.'
from open_runs o where o.id = r.id and o.place > 1;

-- An alias leads to one artist; of two spellings of one alias, the older stays.
delete from artist_aliases a using artist_aliases b
where artist_key(a.name) = artist_key(b.name) and (b.created_at, b.ctid) < (a.created_at, a.ctid);

update ingest_runs r set artist_id = m.home_id from merged_artists m where r.artist_id = m.old_id;
update tracks t set artist_id = m.home_id from merged_artists m where t.artist_id = m.old_id;
update albums a set artist_id = m.home_id from merged_artists m where a.artist_id = m.old_id;
update artist_aliases a set artist_id = m.home_id from merged_artists m where a.artist_id = m.old_id;

create temporary table gone_artists on commit drop as
select m.home_id, a.* from merged_artists m join artists a on a.id = m.old_id;
delete from artists a using merged_artists m where a.id = m.old_id;
update artists a set watched = a.watched or g.watched,
  priority = case when not g.watched then a.priority when not a.watched then g.priority else least(a.priority, g.priority) end,
  next_scrape_at = least(a.next_scrape_at, g.next_scrape_at),
  spotify_id = coalesce(a.spotify_id, g.spotify_id), url = coalesce(a.url, g.url),
  image_url = coalesce(a.image_url, g.image_url), updated_at = now()
from (
  select home_id, bool_or(watched) as watched, min(priority) filter (where watched) as priority,
    min(next_scrape_at) as next_scrape_at, min(spotify_id) as spotify_id, min(url) as url, min(image_url) as image_url
  from gone_artists group by home_id) g
where a.id = g.home_id;

drop index artists_name_key;
drop index artists_name_idx;
drop index artist_aliases_name_key;
create unique index artists_name_key on artists (artist_key(name)) where genius_id is null;
create index artists_name_idx on artists (artist_key(name));
create unique index artist_aliases_name_key on artist_aliases (artist_key(name));
