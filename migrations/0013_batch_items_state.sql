-- What state a batch is in, and since when, follows from its items; a stored state could only contradict them.
alter table batches
  drop column status,
  drop column finished_at,
  add column analyzer text,
  add column temperature real,
  add column request_hash text,
  -- null while its items are being stored
  add column accepted_at timestamptz,
  add column cancelled_at timestamptz;
update batches set accepted_at = created_at;

alter table batch_items
  -- the result where the analysis is a row of its own; else a copy stands in result
  add column analysis_id integer references analysis_results (id) on delete set null,
  -- who works on the item; and until when nobody else may, or, of one that waits, when it may be taken again
  add column lease uuid,
  add column leased_until timestamptz,
  add constraint batch_items_lease_check check ((status = 'running') = (lease is not null and leased_until is not null)) not valid;
create index batch_items_analysis_idx on batch_items (analysis_id) where analysis_id is not null;
