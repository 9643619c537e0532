import { join, type Sql, type Statement, sql } from '../client.ts';
import { listed, named, written } from '../names.ts';
import type { SetAside } from './restore-state.ts';

/** A column with its type as the catalogue of Postgres writes it: it becomes part of a statement. */
export interface TypedColumn {
  name: string;
  type: string;
}

export interface RowsOfTable {
  /** Absent: that of the connection. */
  schema?: string;
  table: string;
  columns: readonly TypedColumn[];
}

const placeOf = ({ schema, table }: Pick<RowsOfTable, 'schema' | 'table'>): Statement =>
  schema === undefined ? named(table) : sql`${named(schema)}.${named(table)}`;

/** Stores rows, given as a JSON list of objects whose values are the text of each value. */
export function storeRows(p: RowsOfTable & { json: string }): Statement {
  const fields = p.columns.map(({ name }) => sql`${named(name)} text`);
  const values = p.columns.map(({ name, type }) => sql`given.${named(name)}::${written(type)}`);
  return sql`
    insert into ${placeOf(p)} (${listed(p.columns.map(({ name }) => name))}) overriding system value
    select ${join(values, ', ')} from json_to_recordset(${p.json}::json) as given (${join(fields, ', ')})`;
}

/** Notes that a part is stored completely. */
export const notePart = (table: string, part: number): Statement => sql`
  insert into barline_restore.parts (table_name, part) values (${table}::text, ${part}::int)`;

export async function countRows(db: Sql, table: string): Promise<number> {
  const rows = await db.query<{ n: string }>(sql`select count(*) as n from ${named(table)}`);
  return Number(rows[0]?.n ?? 0);
}

/** Rows that were dropped because they contradict others, by the rule that refused them. */
export interface DroppedRows {
  table: string;
  /** The index or foreign key. */
  rule: string;
  /** `reference`: the row is kept without what it referred to. */
  dropped: 'row' | 'reference';
  rows: number;
}

export function listDropped(db: Sql): Promise<DroppedRows[]> {
  return db.query<DroppedRows>(sql`
    select table_name as "table", rule, dropped, sum(rows)::int as rows from barline_restore.dropped
    group by 1, 2, 3 order by 1, 2, 3`);
}

/** Makes a change and notes it, in one statement; returns how many rows it changed. */
async function counted(
  db: Sql,
  { table_name: table, name }: SetAside,
  change: { dropped: DroppedRows['dropped']; statement: Statement },
): Promise<number> {
  const rows = await db.query<{ n: number }>(sql`
    with changed as (${change.statement} returning 1), counted as (select count(*)::int as n from changed),
      noted as (
        insert into barline_restore.dropped (table_name, rule, dropped, rows)
        select ${table}::text, ${name}::text, ${change.dropped}::text, n from counted where n > 0)
    select n from counted`);
  return rows[0]?.n ?? 0;
}

/**
 * Removes rows that a unique index would refuse: tables were read while they changed, and of two rows with equal keys
 * the one with the higher primary key was read later. Returns how many.
 */
export function removeDuplicates(db: Sql, index: SetAside, primaryKey: readonly string[]): Promise<number> {
  const keys = (index.keys ?? []).map((key) => sql`(${written(key)})`);
  const predicate = index.predicate === null ? sql`true` : written(index.predicate);
  const order =
    primaryKey.length === 0 ? [sql`ctid desc`] : primaryKey.map((name) => sql`${named(name)} desc`);
  const present = keys.map((key) => sql`${key} is not null`);
  const statement = sql`
    delete from ${named(index.table_name)} where ctid in (
      select ctid from (
        select ctid, row_number() over (partition by ${join(keys, ', ')} order by ${join(order, ', ')}) as place
        from ${named(index.table_name)} where (${predicate}) and ${join(present, ' and ')}) ranked
      where place > 1)`;
  return counted(db, index, { dropped: 'row', statement });
}

/** Removes rows whose parent is missing, or their reference to it. Returns how many. */
export function mendOrphans(db: Sql, key: SetAside): Promise<number> {
  const columns = key.columns ?? [];
  const parents = key.parent_columns ?? [];
  const pairs = columns.map(
    (column, at) => sql`parent.${named(parents[at] ?? column)} = child.${named(column)}`,
  );
  const present = columns.map((column) => sql`child.${named(column)} is not null`);
  const orphaned = sql`
    ${join(present, ' and ')} and not exists (
      select 1 from ${named(key.parent ?? '')} parent where ${join(pairs, ' and ')})`;
  const table = named(key.table_name);
  const empty = columns.map((column) => sql`${named(column)} = null`);
  return key.orphans === 'delete'
    ? counted(db, key, { dropped: 'row', statement: sql`delete from ${table} child where ${orphaned}` })
    : counted(db, key, {
        dropped: 'reference',
        statement: sql`update ${table} child set ${join(empty, ', ')} where ${orphaned}`,
      });
}

export interface SequenceState {
  table: string;
  column: string;
  last_value: string | null;
}

/** Lets identity and serial columns go on after what they gave last, and after the highest value that is stored. */
export async function continueSequences(db: Sql, sequences: readonly SequenceState[]): Promise<void> {
  const statements = sequences.map(({ table, column, last_value }) => {
    const highest = sql`greatest(max(${named(column)})::bigint, ${last_value}::text::bigint)`;
    return sql`
      select setval(pg_get_serial_sequence(format('%I', ${table}::text), ${column}::text)::regclass,
        greatest(coalesce(${highest}, 1), 1), ${highest} is not null)
      from ${named(table)}`;
  });
  if (statements.length > 0) await db.batch(statements);
}

/** Fresh statistics, without which the first queries are planned as if the tables were empty. */
export async function analyzeTables(db: Sql, tables: readonly string[]): Promise<void> {
  for (const table of tables) await db.query(sql`analyze ${named(table)}`);
}
