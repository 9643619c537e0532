-- Where the vectors of another model grow beside those in use, until they are complete and take their place.
alter table tracks add column next_lyrics_embedding vector(512), add column next_embedding_model text;
alter table analysis_results add column next_analysis_embedding vector(512), add column next_embedding_model text;
create table next_track_passages (
  track_id integer not null references tracks (id) on delete cascade,
  ordinal smallint not null,
  start_line integer not null,
  end_line integer not null check (end_line > start_line),
  embedding halfvec(512) not null,
  primary key (track_id, ordinal)
);
