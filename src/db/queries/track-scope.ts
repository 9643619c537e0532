import { join, type Statement, sql } from '../client.ts';
import { PHRASES_CAPPED, phraseTables } from './phrases.ts';
import type { TextLanguage } from './text-languages.ts';
import { filterConditions, type TrackFilters } from './track-filters.ts';

/** Which tracks a ranking may see. */
export interface TrackScope {
  filters: TrackFilters;
  /** Texts that stand in the song word for word, in one of the languages. */
  phrases: readonly string[];
  /** Words and phrases that no hit of a search holds, in any of the languages; none if absent. */
  unwanted?: readonly string[];
  /** Of the phrases and of what is unwanted; English if absent. */
  languages?: readonly TextLanguage[];
  /** Nothing stored after the track of this id, so that a later page is of the same list. Null: everything. */
  lastId: number | null;
  /** Further conditions on `tracks t`, of a kind that leave most tracks in. */
  others?: readonly Statement[];
  /** Up to so many tracks a filter is followed to each of them; beyond, it is asked along the index of the ranking. */
  selective?: number;
}

const SELECTIVE = 4000;
const ENGLISH: readonly TextLanguage[] = ['english'];

const TRUE = sql`true`;
const allOf = (conditions: readonly Statement[]): Statement =>
  conditions.length === 0 ? TRUE : join(conditions, ' and ');

/** What of a scope, but for its filters and phrases, is asked of `tracks t` wherever its rows are read. */
export function trackConditions(scope: TrackScope): Statement {
  const { lastId } = scope;
  // The sum keeps the planner from walking all ids instead of the index that a ranking needs.
  const known = lastId === null ? [] : [sql`t.id + 0 <= ${lastId}::int`];
  return allOf([...known, ...(scope.others ?? [])]);
}

/** The text search query of a text that holds something unwanted; null where nothing is. */
export function unwantedQuery({ unwanted = [], languages = ENGLISH }: TrackScope): Statement | null {
  if (unwanted.length === 0) return null;
  const stems = unwanted.flatMap((text) =>
    [...languages, 'simple'].map((name) => sql`phraseto_tsquery(${name}::regconfig, ${text}::text)`),
  );
  return join(stems, ' || ');
}

/** Whether `tracks t` holds nothing unwanted. Unpacks its words: only for few tracks. */
export function holdsNothingUnwanted(scope: TrackScope): Statement {
  const unwanted = unwantedQuery(scope);
  return unwanted === null ? TRUE : sql`not (t.search_vector @@ (${unwanted}))`;
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

/** Ids of the tracks in a narrowed scope, `limit` of them at most; null for all. Phrases are followed to each track beforehand. */
export function idsInScope(scope: TrackScope, limit: number | null): Statement {
  const cut = limit === null ? sql`` : sql`limit ${limit}::int`;
  const conditions = filterConditions(scope.filters);
  if (scope.phrases.length > 0) return sql`select id from few ${cut}`;
  return sql`select f.track_id as id from track_facets f where ${allOf(conditions)} ${cut}`;
}

/**
 * The common tables of a narrowed scope: `few`, its ids up to one more than a selective filter has, and `plan`: whether those are
 * all of them (`selective`), and whether a limit left some out (`capped`). Counting so far is what tells a selective filter from a
 * broad one: exactly, and in the same statement. Phrases always select, since each song has to be looked into for them.
 */
export function scopeTables(scope: TrackScope): Statement {
  if (!isNarrowed(scope)) return sql`plan as materialized (select false as selective, false as capped)`;
  const { phrases, languages = ENGLISH } = scope;
  if (phrases.length > 0) {
    const condition = sql`${trackConditions(scope)} and ${passesFilters(scope)}`;
    return sql`${phraseTables({ phrases, languages, condition })},
      plan as materialized (select true as selective, ${PHRASES_CAPPED} as capped)`;
  }
  const most = scope.selective ?? SELECTIVE;
  return sql`few as materialized (${idsInScope(scope, most + 1)}),
    plan as materialized (select count(*) <= ${most}::int as selective, false as capped from few)`;
}
