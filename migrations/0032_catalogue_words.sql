-- How many songs hold each word: what a search weighs words by, and what words that nobody uses are compared with. The
-- schedule counts all songs again once a day, some at a time, in the columns named next.
create table catalogue_words (
  -- as it is spelt, folded, or as songs are indexed: without its ending
  word text primary key,
  -- songs that are indexed by this form
  songs integer not null default 0,
  -- songs that spell it so; 0: only a form of the index
  spelt integer not null default 0,
  next_songs integer not null default 0,
  next_spelt integer not null default 0
) with (fillfactor = 60);
create index catalogue_words_trigram_idx on catalogue_words using gin (word gin_trgm_ops);

-- The songs behind the two counts. One row.
create table catalogue_word_counts (
  id boolean primary key default true check (id),
  songs integer not null default 0,
  next_songs integer not null default 0,
  -- the last song that was counted; null: no count is under way
  after_id integer,
  started_at timestamptz
);
insert into catalogue_word_counts default values;
