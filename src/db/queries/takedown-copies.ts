import { type Sql, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';

export interface UncopiedTakedown {
  id: number;
  created_at: Date;
  lifted_at: Date | null;
}

/** Takedowns that R2 does not have as they are now, the oldest first. */
export function findUncopiedTakedowns(db: Sql, limit: number): Promise<UncopiedTakedown[]> {
  return db.query<UncopiedTakedown>(sql`
    select id, created_at, lifted_at from takedowns where copied_at is null order by id limit ${limit}::int`);
}

type TextRow = Record<string, string | null>;

export interface TakedownRows {
  takedowns: TextRow[];
  takedown_marks: TextRow[];
  takedown_texts: TextRow[];
  takedown_bands: TextRow[];
}

/** All that is stored of a takedown, each value as text. */
export async function readTakedownRows(db: Sql, id: number): Promise<TakedownRows> {
  const [takedowns, marks, texts, bands] = await db.batch(
    [
      sql`
        select id::text, kind, subject, reason, created_by, created_at::text, removed::text, lifted_at::text
        from takedowns where id = ${id}::int`,
      sql`
        select takedown_id::text, kind, value from takedown_marks where takedown_id = ${id}::int order by kind, value`,
      sql`
        select takedown_id::text, text_number::text, sketch::text from takedown_texts
        where takedown_id = ${id}::int order by text_number`,
      sql`
        select band::text, takedown_id::text, text_number::text from takedown_bands
        where takedown_id = ${id}::int order by text_number, band`,
    ],
    { readOnly: true },
  );
  return {
    takedowns: rowsOf<TextRow>(takedowns),
    takedown_marks: rowsOf<TextRow>(marks),
    takedown_texts: rowsOf<TextRow>(texts),
    takedown_bands: rowsOf<TextRow>(bands),
  };
}

/** Notes a copy, unless the takedown was lifted after it was read. */
export async function markCopied(db: Sql, p: { id: number; lifted: boolean }): Promise<void> {
  await db.query(sql`
    update takedowns set copied_at = now()
    where id = ${p.id}::int and (lifted_at is not null) = ${p.lifted}::boolean`);
}
