-- What replicas are measured by: the primary writes its time here while replicas are configured, and a replica shows the
-- last time that it has applied.
create table replication_heartbeat (
  id boolean primary key default true check (id),
  beaten_at timestamptz not null
) with (fillfactor = 10);
