-- The passages whose mean is a track's embedding. They carry no vector index: they are only compared
-- within the few tracks that a search has already found, to say which lines matched.
create table track_passages (
  track_id integer not null references tracks (id) on delete cascade,
  ordinal smallint not null,
  start_line integer not null,
  end_line integer not null check (end_line > start_line),
  embedding halfvec(512) not null,
  primary key (track_id, ordinal)
);
