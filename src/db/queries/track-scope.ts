import { join, type Statement, sql } from '../client.ts';
import type { TextLanguage } from './text-languages.ts';
import { filterConditions, type TrackFilters } from './track-filters.ts';

/** Which tracks a ranking may see. */
export interface TrackScope {
  filters: TrackFilters;
  /** Texts that stand in the song word for word, in one of the languages. */
  phrases: readonly string[];
  /** Of the phrases; English if absent. */
  languages?: readonly TextLanguage[];
  /** Nothing stored after the track of this id, so that a later page is of the same list. Null: everything. */
  lastId: number | null;
  /** Further conditions on `tracks t`, of a kind that leave most tracks in. */
  others?: readonly Statement[];
  /** Up to so many tracks a filter is followed to each of them; beyond, it is asked along the index of the ranking. */
  selective?: number;
}

const SELECTIVE = 4000;

const TRUE = sql`true`;
const allOf = (conditions: readonly Statement[]): Statement =>
  conditions.length === 0 ? TRUE : join(conditions, ' and ');

function phraseConditions({ phrases, languages = ['english'] }: TrackScope): Statement[] {
  const stemmed = (phrase: string): Statement =>
    join(
      languages.map((name) => sql`phraseto_tsquery(${name}::regconfig, ${phrase}::text)`),
      ' || ',
    );
  // The index finds the stems in a row, the text itself says whether they are these very words.
  return phrases.flatMap((phrase) => [
    sql`t.search_vector @@ (${stemmed(phrase)})`,
    sql`position(plain_words(${phrase}::text) in plain_words(t.lyrics)) > 0`,
  ]);
}

/** What of a scope is asked of `tracks t` wherever its rows are read. */
export function trackConditions(scope: TrackScope): Statement {
  const { lastId } = scope;
  // The sum keeps the planner from walking all ids instead of the index that a ranking needs.
  const known = lastId === null ? [] : [sql`t.id + 0 <= ${lastId}::int`];
  return allOf([...known, ...phraseConditions(scope), ...(scope.others ?? [])]);
}

/** Whether `tracks t` passes the filters: one look at its narrow row. */
export function passesFilters(scope: TrackScope): Statement {
  const conditions = filterConditions(scope.filters);
  if (conditions.length === 0) return TRUE;
  return sql`(select ${allOf(conditions)} from track_facets f where f.track_id = t.id)`;
}

/** True when the scope leaves tracks out by more than their age. */
export const isNarrowed = (scope: TrackScope): boolean =>
  scope.phrases.length > 0 || filterConditions(scope.filters).length > 0;

/** Ids of the tracks in a narrowed scope, `limit` of them at most; null for all. */
export function idsInScope(scope: TrackScope, limit: number | null): Statement {
  const cut = limit === null ? sql`` : sql`limit ${limit}::int`;
  const conditions = filterConditions(scope.filters);
  if (scope.phrases.length === 0) {
    return sql`select f.track_id as id from track_facets f where ${allOf(conditions)} ${cut}`;
  }
  return sql`select t.id from tracks t where ${trackConditions(scope)} and ${passesFilters(scope)} ${cut}`;
}

/**
 * The common tables of a narrowed scope: `few`, its ids up to one more than a selective filter has, and `plan`, whether those are
 * all of them. Counting so far is what tells a selective filter from a broad one: exactly, and in the same statement.
 */
export function scopeTables(scope: TrackScope): Statement {
  if (!isNarrowed(scope)) return sql`plan as materialized (select false as selective)`;
  const most = scope.selective ?? SELECTIVE;
  return sql`few as materialized (${idsInScope(scope, most + 1)}),
    plan as materialized (select count(*) <= ${most}::int as selective from few)`;
}
