-- A step of the schedule has a row a slot: where it goes on next time, and why it failed.
-- A step that did not end leaves finished_at null and the cursor as it was.
alter table cron_runs
  add column cursor integer not null default 0,
  add column failure jsonb;
