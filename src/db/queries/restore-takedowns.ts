import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { storeRows, type TypedColumn } from './restore-rows.ts';
import { collect, FORGET_WORDS, LOCK, REMOVE } from './takedowns.ts';

/** A takedown and what its songs are recognised by, each value as its text. */
export interface CopiedTakedown {
  id: number;
  created_at: string;
  lifted_at: string | null;
  rows: Readonly<Record<string, readonly Record<string, string | null>[]>>;
}

/** The columns of the tables of takedowns, as the database has them. */
export type TakedownTables = ReadonlyMap<string, readonly TypedColumn[]>;

interface Known {
  /** Of the same takedown. */
  same: number | null;
  /** Of any. */
  highest: number;
}

async function findTakedown(db: Sql, copy: CopiedTakedown): Promise<Known> {
  const rows = await db.query<Known>(sql`
    select max(id) filter (where created_at = ${copy.rows.takedowns?.[0]?.created_at}::timestamptz) as same,
      coalesce(max(id), 0) as highest
    from takedowns`);
  return rows[0] ?? { same: null, highest: 0 };
}

/**
 * Stores a takedown in force, also one that was lifted since, under another id than it had if that is another takedown's by
 * now. False: it is stored already.
 */
export async function storeTakedown(
  db: Sql,
  p: { copy: CopiedTakedown; json: (rows: readonly object[]) => string; tables: TakedownTables },
): Promise<boolean> {
  const known = await findTakedown(db, p.copy);
  if (known.same !== null) return false;
  const id = known.highest < p.copy.id ? p.copy.id : known.highest + 1;
  const statements = [];
  for (const [table, columns] of p.tables) {
    const rows = p.copy.rows[table] ?? [];
    const changed =
      table === 'takedowns'
        ? rows.map((row) => ({ ...row, id: String(id), lifted_at: null }))
        : rows.map((row) => ({ ...row, takedown_id: String(id) }));
    if (changed.length === 0) continue;
    // What a column added since has to be is its default.
    const given = columns.filter(({ name }) => changed[0] !== undefined && name in changed[0]);
    statements.push(storeRows({ table, columns: given, json: p.json(changed) }));
  }
  await db.batch(statements);
  return true;
}

/** Notes that a takedown was lifted later. */
export async function noteLifted(db: Sql, copy: CopiedTakedown): Promise<void> {
  const { same } = await findTakedown(db, copy);
  await db.query(sql`
    update takedowns set lifted_at = coalesce(lifted_at, ${copy.lifted_at}::timestamptz) where id = ${same}::int`);
}

const TAKEN_ARTISTS = sql`(select id from artists where artist_taken_down(artists))`;
const fallingUnder = (removedIds: readonly number[]): Statement =>
  sql`id = any (${[...removedIds]}::int[]) or takedown_of(tracks) is not null`;

/** Whether there is a song that falls under a takedown in force or had one of the ids, or a watched artist that does. */
export async function hasTakenDown(db: Sql, removedIds: readonly number[]): Promise<boolean> {
  const rows = await db.query<{ found: boolean }>(sql`
    select exists (select 1 from tracks where ${fallingUnder(removedIds)})
      or exists (select 1 from artists where watched and id in ${TAKEN_ARTISTS}) as found`);
  return rows[0]?.found === true;
}

/**
 * Removes every song that falls under a takedown in force, or had one of the ids that one removed, with its analyses, and
 * stops watching artists that were taken down. Returns the ids of the songs.
 */
export async function applyTakedowns(db: Sql, removedIds: readonly number[]): Promise<number[]> {
  const head = [
    LOCK,
    sql`
      update artists set watched = false, next_scrape_at = null, scrape_cursor = null, updated_at = now()
      where watched and id in ${TAKEN_ARTISTS}`,
    sql`
      update ingest_runs set status = 'failed', finished_at = now(), updated_at = now(), next_try_at = null,
        reason = 'The artist was taken down.'
      where artist_id in ${TAKEN_ARTISTS} and status in ('listing', 'running', 'parked')`,
    ...collect(fallingUnder(removedIds)),
    ...FORGET_WORDS,
  ];
  const results = await db.batch([
    ...head,
    sql`select coalesce(array_agg(id order by id), '{}') as ids from removed_tracks`,
    ...REMOVE,
  ]);
  return firstOf<{ ids: number[] }>(results[head.length])?.ids ?? [];
}

/**
 * Removes analyses of songs that a takedown removed while the backup was made: the songs are not in it, and their analyses,
 * which were read before, quote them.
 */
export async function removeOrphanedAnalyses(db: Sql, removedIds: readonly number[]): Promise<number> {
  const rows = await db.query<{ n: number }>(sql`
    with gone as (
      delete from analysis_results where track_id in (
        select unnest(${[...removedIds]}::int[])
        union select (t #>> '{}')::int from takedowns, jsonb_array_elements(removed -> 'tracks') t)
        and not exists (select 1 from tracks where id = analysis_results.track_id)
      returning 1)
    select count(*)::int as n from gone`);
  return rowsOf<{ n: number }>(rows)[0]?.n ?? 0;
}
