import { type Sql, sql } from '../client.ts';

export interface TablePlanRow {
  table: string;
  columns: { name: string; type: string; encoding: 'text' | 'base64' }[];
  key_columns: string[];
  /** Tables that its foreign keys refer to, other than itself. */
  parents: string[];
}

/**
 * Every table of the schema, as the catalogue of Postgres has it: columns that are stored (generated ones are computed
 * again), the primary key and the tables that it refers to. Tables of extensions and partitions of others are left out.
 */
export function findTablePlans(db: Sql): Promise<TablePlanRow[]> {
  return db.query<TablePlanRow>(sql`
    select c.relname as "table", coalesce(columns.list, '[]') as columns, coalesce(keys.list, '[]') as key_columns,
      coalesce((select json_agg(distinct p.relname) from pg_constraint f join pg_class p on p.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '[]') as parents
    from pg_class c
    cross join lateral (
      select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'encoding', case when t.typname in ('vector', 'halfvec') then 'base64' else 'text' end) order by a.attnum) as list
      from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') columns
    cross join lateral (
      select json_agg(a.attname order by k.place) as list
      from pg_index i, unnest(i.indkey::int[]) with ordinality k (attnum, place)
      join pg_attribute a on a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and k.place <= i.indnkeyatts) keys
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relpersistence <> 't'
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname`);
}

/** The last migration that was applied, and by which text is ordered. */
export async function findSchemaState(db: Sql): Promise<{ last_migration: string; collation: string }> {
  const rows = await db.query<{ last_migration: string; collation: string }>(sql`
    select (select name from schema_migrations order by id desc limit 1) as last_migration,
      (select case when datcollate in ('C', 'POSIX', 'C.UTF-8', 'C.utf8') then 'C' else datcollate end
       from pg_database where datname = current_database()) as collation`);
  return rows[0] ?? { last_migration: '', collation: 'C' };
}

export interface SequenceRow {
  table: string;
  column: string;
  last_value: string | null;
}

/** What the sequences of identity and serial columns gave last. */
export function findSequences(db: Sql): Promise<SequenceRow[]> {
  return db.query<SequenceRow>(sql`
    select c.relname as "table", a.attname as "column", pg_sequence_last_value(s.oid)::text as last_value
    from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
    join pg_class c on c.oid = d.refobjid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and c.relnamespace = current_schema()::regnamespace
    order by 1, 2`);
}
