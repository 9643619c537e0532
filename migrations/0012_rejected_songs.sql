-- Entries of the artist's list that could not be read, by page: a page that is listed twice counts once.
alter table ingest_runs add column rejected jsonb not null default '{}';
