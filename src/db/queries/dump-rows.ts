import { constant, join, type Sql, type Statement, sql } from '../client.ts';
import { firstOf } from '../rows.ts';

/** What is read of a table, as `findTablePlans` describes it. */
export interface DumpedTable {
  table: string;
  columns: readonly { name: string; type: string; encoding: 'text' | 'base64' }[];
  /** Empty: the table has no primary key. */
  key_columns: readonly string[];
}

export interface DumpRange {
  /** The key that the rows come after; null: from the first row. */
  after: readonly string[] | null;
  /** The key of the last row; absent: to the end of the table. */
  until?: readonly string[];
  rows: number;
  /** At least one row, and no further one once these bytes of NDJSON are reached. */
  bytes: number;
  /** Absent: the schema of the connection. */
  schema?: string;
  /** By which keys of text are ordered; absent: as the database does, by the index. */
  collation?: string;
}

export interface DumpedPage {
  rows: number;
  /** A row and a line feed each. */
  ndjson: string;
  first: readonly string[] | null;
  last: readonly string[] | null;
}

interface PageRow {
  rows: number;
  ndjson: string;
  first: string[] | null;
  last: string[] | null;
}

/** The same value is the same text, whatever the database was set to. */
const SETTINGS = sql`
  select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
    set_config('IntervalStyle', 'postgres', true), set_config('extra_float_digits', '1', true),
    set_config('bytea_output', 'hex', true), set_config('xmloption', 'content', true)`;

const NOTHING: DumpedPage = { rows: 0, ndjson: '', first: null, last: null };

const raw = (text: string): Statement => ({ text, params: [] });

/** A name of the catalogue as an identifier. A dollar is escaped, because `$1` would be taken for a parameter. */
const name = (text: string): Statement =>
  raw(`U&"${text.replaceAll('\\', '\\\\').replaceAll('"', '""').replaceAll('$', '\\0024')}"`);

const list = (parts: readonly Statement[]): Statement => join(parts, ', ');

function textOf({ name: column, type, encoding }: DumpedTable['columns'][number]): Statement {
  const own = sql`t.${name(column)}`;
  if (encoding === 'text') return sql`${own}::text as ${name(column)}`;
  const send = raw(type.startsWith('halfvec') ? 'halfvec_send' : 'vector_send');
  return sql`translate(encode(${send}(${own}), 'base64'), E'\\n', '') as ${name(column)}`;
}

/** A row of `t` as one JSON object, whose values are texts or null. */
const line = (table: DumpedTable): Statement =>
  sql`(select row_to_json(v.*)::text from (select ${list(table.columns.map(textOf))}) v)`;

/** `line` and `key` of rows in the order of the primary key. */
function byKey(table: DumpedTable, from: Statement, p: DumpRange): Statement {
  const typeOf = new Map(table.columns.map((column) => [column.name, column.type]));
  const collated = (part: Statement): Statement =>
    p.collation === undefined ? part : sql`${part} collate ${name(p.collation)}`;
  const isText = (column: string): boolean =>
    /^(?:text|character|name|citext)/.test(typeOf.get(column) ?? '');
  const own = table.key_columns.map((column) => sql`t.${name(column)}`);
  const keys = table.key_columns.map((column) => {
    const part = sql`t.${name(column)}`;
    return isText(column) ? collated(part) : part;
  });
  const values = (key: readonly string[]): Statement =>
    list(
      table.key_columns.map(
        (column, i) => sql`${key[i] ?? null}::text::${raw(typeOf.get(column) ?? 'text')}`,
      ),
    );
  const row = list(keys);
  const bounds = [
    ...(p.after === null ? [] : [sql`(${row}) > (${values(p.after)})`]),
    ...(p.until === undefined ? [] : [sql`(${row}) <= (${values(p.until)})`]),
  ];
  const where = bounds.length === 0 ? sql`` : sql`where ${join(bounds, ' and ')}`;
  return sql`
    select ${line(table)} as line, json_build_array(${list(own.map((part) => sql`${part}::text`))}) as key
    from ${from} t ${where} order by ${row} limit ${constant(p.rows)}`;
}

/** Of a table without a key: every row is read for a page, which suits small tables. */
function byHash(table: DumpedTable, from: Statement, p: DumpRange): Statement {
  const bound = (key: readonly string[]): Statement =>
    sql`(${key[0] ?? ''}::text, ${key[1] ?? '0'}::text::bigint)`;
  const bounds = [
    ...(p.after === null ? [] : [sql`(hash, copy) > ${bound(p.after)}`]),
    ...(p.until === undefined ? [] : [sql`(hash, copy) <= ${bound(p.until)}`]),
  ];
  const where = bounds.length === 0 ? sql`` : sql`where ${join(bounds, ' and ')}`;
  return sql`
    select line, json_build_array(hash, copy::text) as key
    from (select line, hash, row_number() over (partition by hash order by line collate "C") as copy
      from (select line, md5(line) collate "C" as hash from (select ${line(table)} as line from ${from} t) l) h) c
    ${where} order by hash, copy limit ${constant(p.rows)}`;
}

/**
 * The next rows of a table as NDJSON in the order of its key, in one statement: the same rows are the same text in every
 * database. Nothing is read beyond `rows`, and at least one row is returned if there is one.
 */
export async function dumpRows(db: Sql, table: DumpedTable, p: DumpRange): Promise<DumpedPage> {
  const from = p.schema === undefined ? name(table.table) : sql`${name(p.schema)}.${name(table.table)}`;
  const rows = table.key_columns.length > 0 ? byKey(table, from, p) : byHash(table, from, p);
  const results = await db.batch(
    [
      SETTINGS,
      sql`
        select count(*)::int as rows, coalesce(string_agg(line || E'\\n', '' order by n), '') as ndjson,
          (array_agg(key order by n))[1] as first, (array_agg(key order by n desc))[1] as last
        from (
          select n, line, key, sum(octet_length(line) + 1) over (order by n) - octet_length(line) - 1 as before
          from (select row_number() over () as n, line, key from (${rows}) page) numbered) measured
        where before < ${constant(p.bytes)}`,
    ],
    { readOnly: true },
  );
  return firstOf<PageRow>(results[1]) ?? NOTHING;
}
