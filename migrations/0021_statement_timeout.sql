-- No query holds the database for longer than this, whatever was asked: the role or the database ends it, since Neon's
-- HTTP driver has no session that could set a limit. It is below the Worker's own limit of 8 s for an answer, so that a
-- slow query (57014) is told from a database that is away. Migrations and builds of indexes set their own (0: none).
-- A role that does not own the database can still set its own default in it.
do $$
begin
  execute format('alter database %I set statement_timeout = %L', current_database(), '7s');
exception when insufficient_privilege then
  execute format('alter role %I in database %I set statement_timeout = %L', current_user, current_database(), '7s');
end $$;
