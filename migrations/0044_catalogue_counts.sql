-- Rows of large tables by their state, as /metrics shows them: counting 57,718 songs and 269,646 analyses reads 280 MB,
-- too much to do at every scrape. The scrape that finds them old has them counted again.
create table catalogue_counts (
  subject text not null,
  state text not null,
  rows bigint not null,
  counted_at timestamptz not null default now(),
  primary key (subject, state)
);
