import { type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { type SearchQuery, type SearchRow, searchBatch, searchHits } from './search.ts';

export interface WholeLineRow {
  /** Place of the line in the question. */
  line: number;
  track_id: number;
}

/** Songs that hold a line as a whole line, however it is spelt and punctuated: by its key, then by its letters. */
const wholeLines = (lines: readonly string[]): Statement => sql`
  select asked.line, found.id as track_id
  from (
    select (n - 1)::int as line, line_texts(text) as texts, line_keys(text) as keys
    from unnest(${lines}::text[]) with ordinality as one (text, n)
  ) asked
  cross join lateral (
    select id from tracks t
    where line_keys(t.lyrics) && asked.keys and line_texts(t.lyrics) && asked.texts limit 1
  ) found
  where asked.keys <> '{}'`;

/** Which lines are whole lines of a song of the catalogue, and the songs that a search finds: one round trip. */
export async function findLineCopies(
  db: Sql,
  q: { lines: readonly string[]; search: SearchQuery | null },
): Promise<{ whole: WholeLineRow[]; near: SearchRow[] }> {
  const search = q.search === null ? [] : searchBatch(q.search);
  const [whole, , near] = await db.batch([wholeLines(q.lines), ...search], { readOnly: true });
  return { whole: rowsOf<WholeLineRow>(whole), near: searchHits(near) };
}
