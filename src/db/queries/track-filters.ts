import { join, type Statement, sql } from '../client.ts';

/** What searches and lists can be narrowed by. Null: not narrowed. */
export interface TrackFilters {
  artist: string | null;
  fromYear: number | null;
  toYear: number | null;
  language: string | null;
  explicit: boolean | null;
  theme: string | null;
  sentiment: string | null;
}

export const NO_FILTERS: TrackFilters = {
  artist: null,
  fromYear: null,
  toYear: null,
  language: null,
  explicit: null,
  theme: null,
  sentiment: null,
};

/** The conditions on `tracks t` that the filters ask for; none of them when nothing is asked. */
export function filterConditions(f: TrackFilters): Statement[] {
  const conditions: Statement[] = [];
  if (f.artist !== null) conditions.push(sql`lower(t.artist) = lower(${f.artist}::text)`);
  if (f.fromYear !== null) conditions.push(sql`t.release_date >= make_date(${f.fromYear}::int, 1, 1)`);
  if (f.toYear !== null) conditions.push(sql`t.release_date < make_date(${f.toYear}::int + 1, 1, 1)`);
  if (f.language !== null) conditions.push(sql`t.language = ${f.language}::text`);
  if (f.explicit !== null) conditions.push(sql`t.explicit = ${f.explicit}::boolean`);
  if (f.theme !== null) {
    conditions.push(sql`exists (select 1 from analysis_results a
      where a.text_hash = t.text_hash and a.status = 'done' and a.themes @> array[${f.theme}::text])`);
  }
  if (f.sentiment !== null) {
    conditions.push(sql`exists (select 1 from analysis_results a
      where a.text_hash = t.text_hash and a.status = 'done' and a.sentiment = ${f.sentiment}::text)`);
  }
  return conditions;
}

/** `where a and b`, or nothing. */
export function whereAll(conditions: readonly Statement[]): Statement {
  return conditions.length === 0 ? sql`` : sql`where ${join(conditions, ' and ')}`;
}
