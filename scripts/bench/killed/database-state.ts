import { type Sql, type Statement, sql } from '../../../src/db/client.ts';
import { quoteIdentifier } from '../../local/postgres/session.ts';
import { comparableRows } from './comparable-rows.ts';

/** Where the copies of all tables stand that were kept under a name. */
const copiesOf = (name: string): string => quoteIdentifier(`kept_${name}`);
/** What the runner of migrations and the schedule keep for themselves, what is counted anew every day, and what chance decides. */
const NOT_COMPARED = new Set([
  ...['schema_migrations', 'cron_runs'],
  ...['catalogue_words', 'catalogue_word_counts', 'trend_answers', 'measure_quantiles'],
  ...['reevaluations', 'drift_references', 'drift_measures'],
]);

export interface Column {
  table: string;
  column: string;
  type: string;
  generated: boolean;
  /** The table whose id a foreign key says it is. */
  references: string | null;
}

/** Every row of every table without times, tries and durations, as sorted lines by table. */
export type Rows = ReadonlyMap<string, readonly string[]>;

/** A database that can be put back to where it stood, made to have aged, and read as text. */
export interface DatabaseState {
  /** Remembers all rows and sequences under a name. */
  keep(as: string): Promise<void>;
  restore(kept: string): Promise<void>;
  /** Puts every stored time so many seconds further into the past. */
  age(seconds: number): Promise<void>;
  read(): Promise<Rows>;
}

const raw = (text: string): Statement => ({ text, params: [] });

/** Without triggers and foreign keys, because all tables change together. */
const unguarded = (texts: readonly string[]): Statement[] =>
  [`set local session_replication_role = 'replica'`, ...texts].map(raw);

export async function openDatabaseState(db: Sql): Promise<DatabaseState> {
  const columns = await readColumns(db);
  const tables = Map.groupBy(columns, ({ table }) => quoteIdentifier(table));
  const names = [...tables.keys()];
  const sequences = new Map<string, SequenceState[]>();
  return {
    async keep(as) {
      const schema = copiesOf(as);
      const copies = names.map((name) => `create table ${schema}.${name} as table public.${name}`);
      await db.batch(
        unguarded([`drop schema if exists ${schema} cascade`, `create schema ${schema}`, ...copies]),
      );
      sequences.set(as, await readSequences(db));
    },
    async restore(kept) {
      const emptied = names.map((name) => `delete from public.${name}`);
      const filled = [...tables].map(([name, own]) => copyBack(name, own, copiesOf(kept)));
      const counted = (sequences.get(kept) ?? []).map(setSequence);
      await db.batch([...unguarded([...emptied, ...filled]), ...counted]);
    },
    async age(seconds) {
      await db.batch(unguarded([...tables].flatMap(([name, own]) => aged(name, own, seconds))));
    },
    async read() {
      const read = columns.map(({ table }) => table).filter((table, i, all) => all.indexOf(table) === i);
      const compared = read.filter((table) => !NOT_COMPARED.has(table));
      const all = await db.batch(
        compared.map((table) => raw(`select to_jsonb(t) as row from public.${quoteIdentifier(table)} t`)),
      );
      const rows = compared.map((table, i) => [table, (all[i] ?? []).map(({ row }) => asRow(row))] as const);
      return comparableRows(new Map(rows), columns);
    },
  };
}

function readColumns(db: Sql): Promise<Column[]> {
  return db.query<Column>(sql`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
      a.attgenerated <> '' as generated, (
        select confrelid::regclass::text from pg_constraint
        where contype = 'f' and conrelid = c.oid and conkey = array[a.attnum] limit 1) as "references"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by c.relname, a.attnum`);
}

const asRow = (row: unknown): Record<string, unknown> => Object(row);

interface SequenceState {
  name: string;
  /** Null: no value was taken yet. */
  value: string | null;
}

function readSequences(db: Sql): Promise<SequenceState[]> {
  return db.query<SequenceState>(sql`
    select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public'`);
}

const setSequence = ({ name, value }: SequenceState): Statement => sql`
  select setval(${`public.${quoteIdentifier(name)}`}::text::regclass, ${value ?? '1'}::bigint, ${value !== null}::boolean)`;

function copyBack(name: string, columns: readonly Column[], schema: string): string {
  const own = columns.filter(({ generated }) => !generated).map(({ column }) => quoteIdentifier(column));
  return `insert into public.${name} (${own}) overriding system value select ${own} from ${schema}.${name}`;
}

function aged(name: string, columns: readonly Column[], seconds: number): string[] {
  const times = columns.filter(({ type, generated }) => type.startsWith('timestamp') && !generated);
  if (times.length === 0) return [];
  const changes = times.map(({ column }) => {
    const quoted = quoteIdentifier(column);
    return `${quoted} = ${quoted} - interval '${seconds} seconds'`;
  });
  return [`update public.${name} set ${changes.join(', ')}`];
}
