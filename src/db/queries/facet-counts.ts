import type { Facet } from '../../lib/facets.ts';
import { join, type Statement, sql } from '../client.ts';

/** Values of a facet with their counts, the most common first: 20 at most, of years 200. */
export type FacetCounts = Partial<Record<Facet, { value: string; count: number }[]>>;

const MAX_VALUES = 20;
const MAX_YEARS = 200;

const VALUES: Record<Facet, Statement> = {
  artist: sql`select t.artist as value`,
  featured: sql`select unnest(t.featured) as value`,
  album: sql`select t.album as value`,
  decade: sql`select (extract(year from f.release_date)::int / 10 * 10)::text as value`,
  year: sql`select extract(year from f.release_date)::int::text as value`,
  language: sql`select f.language as value`,
  explicit: sql`select f.explicit::text as value`,
  theme: sql`select unnest(f.themes) as value`,
  sentiment: sql`select f.sentiment as value`,
  has_audio: sql`select f.has_audio::text as value`,
};

const WIDE: ReadonlySet<Facet> = new Set(['artist', 'featured', 'album']);

/** One jsonb value: for each facet the counts over the tracks whose ids are in `result`. */
export function facetCounts(facets: readonly Facet[], result: Statement): Statement {
  if (facets.length === 0) return sql`null::jsonb`;
  const parts = facets.map((facet) => {
    const wide = WIDE.has(facet) ? sql`join tracks t on t.id = f.track_id` : sql``;
    return sql`${facet}::text, (
      select coalesce(jsonb_agg(jsonb_build_object('value', value, 'count', count) order by count desc, value), '[]')
      from (
        select value, count(*)::int as count
        from ${result} r join track_facets f on f.track_id = r.id ${wide} cross join lateral (${VALUES[facet]}) one
        where value is not null group by value order by 2 desc, 1 limit ${facet === 'year' ? MAX_YEARS : MAX_VALUES}::int
      ) counts)`;
  });
  return sql`jsonb_build_object(${join(parts, ', ')})`;
}
