import { type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { type SearchQuery, type SearchRow, searchBatch, searchHits } from './search.ts';

/** A line as its words, lower case, in letters, digits and apostrophes. */
export interface LineWords {
  words: readonly string[];
}

export interface WholeLineRow {
  /** Place of the line in the question. */
  line: number;
  track_id: number;
}

/** Songs that hold the words of a line one after another, of which so many are looked at. */
const LOOKED_AT = 200;
const BETWEEN = '[^[:alnum:]\\n]+';
const AROUND = '[^[:alnum:]\\n]*';

/** A pattern for the words as a whole line, however it is punctuated. */
function patternOf({ words }: LineWords): string {
  const spelt = words.map((word) => word.replaceAll(/[^\p{L}\p{N}']/gu, '').replaceAll("'", "['’]?"));
  return `(^|\\n)${AROUND}${spelt.join(BETWEEN)}${AROUND}(\\n|$)`;
}

const wholeLines = (lines: readonly LineWords[]): Statement => sql`
  select (asked.n - 1)::int as line, found.id as track_id
  from unnest(${lines.map(({ words }) => words.join(' '))}::text[], ${lines.map(patternOf)}::text[])
    with ordinality as asked (words, pattern, n)
  cross join lateral (
    select id from (
      select id, lyrics from tracks
      where search_vector @@ phraseto_tsquery('english', fold_text(asked.words)) limit ${LOOKED_AT}::int
    ) t where t.lyrics ~* asked.pattern limit 1
  ) found`;

/**
 * Which lines are whole lines of a song of the catalogue, and the songs that a search finds: one round trip. Lines of
 * stop words alone are in no index and are not found.
 */
export async function findLineCopies(
  db: Sql,
  q: { lines: readonly LineWords[]; search: SearchQuery | null },
): Promise<{ whole: WholeLineRow[]; near: SearchRow[] }> {
  const search = q.search === null ? [] : searchBatch(q.search);
  const [whole, , near] = await db.batch([wholeLines(q.lines), ...search], { readOnly: true });
  return { whole: rowsOf<WholeLineRow>(whole), near: searchHits(near) };
}
