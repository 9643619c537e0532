create table artists (
  id integer generated always as identity primary key,
  name text not null check (length(name) between 1 and 300),
  genius_id integer unique,
  spotify_id text unique,
  url text,
  image_url text,
  watched boolean not null default false,
  priority smallint not null default 5 check (priority between 1 and 9),
  -- the next page of a listing under way; null when none is
  scrape_cursor integer,
  next_scrape_at timestamptz,
  last_scraped_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- An artist first met in an import has no Genius id yet and is found by name.
create unique index artists_name_key on artists (lower(name)) where genius_id is null;
create index artists_name_idx on artists (lower(name));
create index artists_due_idx on artists (next_scrape_at, priority) where watched;
