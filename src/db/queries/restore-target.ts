import { join, type Sql, sql } from '../client.ts';
import { named } from '../names.ts';

/** More rows than these are not counted, only told. */
const COUNTED = 1000;

export interface FilledTable {
  name: string;
  /** Up to 1,001. */
  rows: number;
}

/** Those of the tables that have rows. */
export async function findFilledTables(db: Sql, names: readonly string[]): Promise<FilledTable[]> {
  if (names.length === 0) return [];
  const counts = names.map(
    (name) => sql`
      select ${name}::text as name, count(*)::int as rows
      from (select 1 from ${named(name)} limit ${COUNTED + 1}::int) found`,
  );
  const rows = await db.query<FilledTable>(join(counts, ' union all '));
  return rows.filter((row) => row.rows > 0);
}

/** The extensions among these that the server cannot create, because its machine lacks their files. */
export async function findMissingExtensions(db: Sql, names: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ name: string }>(sql`
    select wanted.name from unnest(${names}::text[]) wanted (name)
    where not exists (select 1 from pg_available_extensions a where a.name = wanted.name)`);
  return rows.map(({ name }) => name);
}

/** Migrations that the database has had, in order; empty before the first. */
export async function listAppliedMigrations(db: Sql): Promise<string[]> {
  const [found] = await db.query<{ exists: boolean }>(
    sql`select to_regclass('schema_migrations') is not null as exists`,
  );
  if (found?.exists !== true) return [];
  const rows = await db.query<{ name: string }>(sql`select name from schema_migrations order by id`);
  return rows.map(({ name }) => name);
}
