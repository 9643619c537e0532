import { type Sql, type Statement, sql } from '../client.ts';
import { named, written } from '../names.ts';

/**
 * How far a restore is: `preparing` until indexes and foreign keys are set aside, `loading` until every row is stored and
 * compared, `mending` until they are back, `migrating` until later migrations and takedowns are applied.
 */
export type RestorePhase = 'preparing' | 'loading' | 'mending' | 'migrating';

export interface RestoreState {
  backup_id: string;
  manifest_sha256: string;
  phase: RestorePhase;
}

/** Something that would slow loading down or refuse rows in it, and is put back afterwards. */
export interface SetAside {
  place: number;
  kind: 'unique' | 'index' | 'foreign_key' | 'triggers';
  table_name: string;
  name: string;
  /** The statement that puts it back. */
  definition: string;
  /** What makes rows equal to a unique index, and for which rows it holds. */
  keys: string[] | null;
  predicate: string | null;
  /** Of a foreign key: its columns, and what it refers to. */
  columns: string[] | null;
  parent: string | null;
  parent_columns: string[] | null;
  /** What becomes of a row without its parent. */
  orphans: 'delete' | 'set_null' | null;
}

/** The restore that was begun in this database and has not ended; null: none. */
export async function findRestore(db: Sql): Promise<RestoreState | null> {
  const [found] = await db.query<{ exists: boolean }>(
    sql`select to_regclass('barline_restore.state') is not null as exists`,
  );
  if (found?.exists !== true) return null;
  const rows = await db.query<RestoreState>(
    sql`select backup_id, manifest_sha256, phase from barline_restore.state`,
  );
  return rows[0] ?? null;
}

const INDEXES = sql`
  select case when i.indisunique then 'unique' else 'index' end, t.relname, c.relname,
    case when con.oid is null then pg_get_indexdef(c.oid)
      else format('alter table %I add constraint %I %s', t.relname, con.conname, pg_get_constraintdef(con.oid)) end,
    case when i.indisunique then (
      select array_agg(pg_get_indexdef(c.oid, n, true) order by n) from generate_series(1, i.indnkeyatts) n) end,
    pg_get_expr(i.indpred, i.indrelid, true), null::text[], null, null::text[], null
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
  left join pg_constraint con on con.conindid = c.oid and con.conrelid = t.oid and con.contype in ('u', 'x')
  where t.relnamespace = current_schema()::regnamespace and t.relname = any (select name from restored)
    and not i.indisprimary`;

const columnsOf = (table: Statement, numbers: Statement): Statement => sql`
  (select array_agg(a.attname::text order by k.n) from unnest(${numbers}) with ordinality k (number, n)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = k.number)`;

// Where the live database would have refused to remove the parent, the child is kept if it can be without one.
const FOREIGN_KEYS = sql`
  select 'foreign_key', t.relname, f.conname,
    format('alter table %I add constraint %I %s', t.relname, f.conname, pg_get_constraintdef(f.oid)),
    null::text[], null, ${columnsOf(sql`f.conrelid`, sql`f.conkey`)}, p.relname,
    ${columnsOf(sql`f.confrelid`, sql`f.confkey`)},
    case when f.confdeltype = 'c' or exists (
      select 1 from pg_attribute a where a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attnotnull)
      then 'delete' else 'set_null' end
  from pg_constraint f join pg_class t on t.oid = f.conrelid join pg_class p on p.oid = f.confrelid
  where f.contype = 'f' and t.relnamespace = current_schema()::regnamespace
    and t.relname = any (select name from restored)`;

const TRIGGERS = sql`
  select distinct 'triggers', t.relname, t.relname, format('alter table %I enable trigger user', t.relname),
    null::text[], null, null::text[], null, null::text[], null
  from pg_trigger g join pg_class t on t.oid = g.tgrelid
  where not g.tgisinternal and g.tgenabled = 'O' and t.relnamespace = current_schema()::regnamespace
    and t.relname = any (select name from restored)`;

const COLUMNS = sql`kind, table_name, name, definition, keys, predicate, columns, parent, parent_columns, orphans`;

/**
 * Notes what would hinder loading, in the order in which it is put back, and begins the restore: nothing of it is set
 * aside yet.
 */
export async function beginRestore(
  db: Sql,
  p: { backupId: string; manifestSha256: string; tables: readonly string[] },
): Promise<void> {
  await db.batch([
    sql`create schema barline_restore`,
    sql`
      create table barline_restore.state (
        backup_id text not null, manifest_sha256 text not null, phase text not null, started_at timestamptz not null default now())`,
    sql`
      create table barline_restore.dropped (table_name text not null, rule text not null, dropped text not null, rows integer not null)`,
    sql`create table barline_restore.parts (table_name text, part integer, primary key (table_name, part))`,
    sql`
      create table barline_restore.set_aside (place integer generated always as identity primary key, kind text not null,
        table_name text not null, name text not null, definition text not null, keys text[], predicate text, columns text[],
        parent text, parent_columns text[], orphans text)`,
    sql`
      with restored as (select unnest(${p.tables}::text[]) as name),
        found (kind, table_name, name, definition, keys, predicate, columns, parent, parent_columns, orphans) as (
          ${INDEXES} union all ${FOREIGN_KEYS} union all ${TRIGGERS})
      insert into barline_restore.set_aside (${COLUMNS})
      select ${COLUMNS} from found
      order by array_position(array['unique', 'index', 'foreign_key', 'triggers'], kind), table_name, name`,
    sql`
      insert into barline_restore.state (backup_id, manifest_sha256, phase)
      values (${p.backupId}::text, ${p.manifestSha256}::text, 'preparing')`,
  ]);
}

/** What was set aside and is not back, in the order in which it is put back. */
export function listSetAside(db: Sql): Promise<SetAside[]> {
  return db.query<SetAside>(sql`select place, ${COLUMNS} from barline_restore.set_aside order by place`);
}

function removal({ kind, table_name, name, definition }: SetAside): Statement {
  const table = named(table_name);
  if (kind === 'triggers') return sql`alter table ${table} disable trigger user`;
  if (definition.startsWith('alter table')) return sql`alter table ${table} drop constraint ${named(name)}`;
  return sql`drop index ${named(name)}`;
}

/** Takes away what was noted and empties the tables, in one transaction, after which the restore is `loading`. */
export async function setAside(
  db: Sql,
  p: { found: readonly SetAside[]; tables: readonly string[] },
): Promise<void> {
  // What refers to an index goes before it.
  const removals = [...p.found].reverse().map(removal);
  const emptied = p.tables.map((name) => sql`truncate ${named(name)}`);
  await db.batch([...removals, ...emptied, phaseIs('loading')]);
}

/** Puts one thing back and forgets it. */
export async function putBack(db: Sql, one: SetAside): Promise<void> {
  await db.batch([
    written(one.definition),
    sql`delete from barline_restore.set_aside where place = ${one.place}::int`,
  ]);
}

const phaseIs = (phase: RestorePhase): Statement =>
  sql`update barline_restore.state set phase = ${phase}::text`;

export async function enterPhase(db: Sql, phase: RestorePhase): Promise<void> {
  await db.query(phaseIs(phase));
}

/** Parts that are stored completely, by table. */
export async function listLoadedParts(db: Sql): Promise<{ table_name: string; part: number }[]> {
  return await db.query(sql`select table_name, part from barline_restore.parts`);
}

/** Only the state itself is left out. */
export async function endRestore(db: Sql): Promise<void> {
  await db.query(sql`drop schema barline_restore cascade`);
}

/** The lock keeps two restores of one database apart while the connection is open. Whether it was free. */
export async function lockRestore(db: Sql): Promise<boolean> {
  const rows = await db.query<{ free: boolean }>(sql`select pg_try_advisory_lock(4811, 1) as free`);
  return rows[0]?.free === true;
}
