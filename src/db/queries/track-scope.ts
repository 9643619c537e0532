import { constant, join, type Statement, sql } from '../client.ts';
import { PHRASES_CAPPED, phraseTables } from './phrases.ts';
import type { TextLanguage } from './text-languages.ts';
import { filterConditions, type TrackFilters } from './track-filters.ts';

/** The tracks that a ranking considers. */
export interface TrackScope {
  filters: TrackFilters;
  /** Phrases that the song contains word for word, in one of the languages. */
  phrases: readonly string[];
  /** Words and phrases that no hit may contain, in any of the languages; none if absent. */
  unwanted?: readonly string[];
  /** The languages of the phrases and of the unwanted words. */
  languages: readonly TextLanguage[];
  /** Excludes tracks stored after this id, so that later pages belong to the same list. Null: no limit. */
  lastId: number | null;
  /** Further conditions on `tracks t` that exclude only few tracks. */
  others?: readonly Statement[];
  /**
   * Up to this many tracks, each track that passes a filter is examined; above it, the filter is applied while
   * scanning the ranking's index.
   */
  selective?: number;
}

const SELECTIVE = 4000;

const TRUE = sql`true`;
const allOf = (conditions: readonly Statement[]): Statement =>
  conditions.length === 0 ? TRUE : join(conditions, ' and ');

/** The conditions of a scope on `tracks t`, except its filters and phrases; applied wherever its rows are read. */
export function trackConditions(scope: TrackScope): Statement {
  const { lastId } = scope;
  // The sum keeps the planner from scanning all ids instead of the index that a ranking needs.
  const known = lastId === null ? [] : [sql`t.id + 0 <= ${lastId}::int`];
  return allOf([...known, ...(scope.others ?? [])]);
}

/** The text search query for a text that contains unwanted words; null if there are none. */
export function unwantedQuery({ unwanted = [], languages }: TrackScope): Statement | null {
  if (unwanted.length === 0) return null;
  const stems = unwanted.flatMap((text) => [
    ...[...languages, 'simple'].map(
      (name) => sql`phraseto_tsquery(${name}::regconfig, fold_text(${text}::text))`,
    ),
    sql`plainto_tsquery('simple', unspaced_pairs(${text}::text))`,
  ]);
  return join(stems, ' || ');
}

/** Whether `tracks t` contains no unwanted words. Unpacks its words: only for few tracks. */
export function holdsNothingUnwanted(scope: TrackScope): Statement {
  const unwanted = unwantedQuery(scope);
  return unwanted === null ? TRUE : sql`not (t.search_vector @@ (${unwanted}))`;
}

/** Whether `tracks t` passes the filters: reads one narrow row. */
export function passesFilters(scope: TrackScope): Statement {
  const conditions = filterConditions(scope.filters);
  if (conditions.length === 0) return TRUE;
  return sql`(select ${allOf(conditions)} from track_facets f where f.track_id = t.id)`;
}

/** True if the scope excludes tracks for more than their age. */
export const isNarrowed = (scope: TrackScope): boolean =>
  scope.phrases.length > 0 || filterConditions(scope.filters).length > 0;

/** Ids of the tracks in a narrowed scope, at most `limit`; null for all. Phrases are checked beforehand. */
export function idsInScope(scope: TrackScope, limit: number | null): Statement {
  const cut = limit === null ? sql`` : sql`limit ${constant(limit)}`;
  const conditions = filterConditions(scope.filters);
  if (scope.phrases.length > 0) return sql`select id from few ${cut}`;
  return sql`select f.track_id as id from track_facets f where ${allOf(conditions)} ${cut}`;
}

/**
 * The common tables of a narrowed scope: `few`, its ids up to one more than a selective filter has, and `plan`:
 * whether those are all of them (`selective`), and whether a limit excluded some (`capped`). Counting up to that limit
 * decides exactly, and in the same statement, whether a filter is selective. Phrases always count as selective,
 * because each song must be examined for them.
 */
export function scopeTables(scope: TrackScope): Statement {
  if (!isNarrowed(scope)) return sql`plan as materialized (select false as selective, false as capped)`;
  const { phrases, languages } = scope;
  if (phrases.length > 0) {
    const condition = sql`${trackConditions(scope)} and ${passesFilters(scope)}`;
    return sql`${phraseTables({ phrases, languages, condition })},
      plan as materialized (select true as selective, ${PHRASES_CAPPED} as capped)`;
  }
  const most = scope.selective ?? SELECTIVE;
  return sql`few as materialized (${idsInScope(scope, most + 1)}),
    plan as materialized (select count(*) <= ${constant(most)} as selective, false as capped from few)`;
}
