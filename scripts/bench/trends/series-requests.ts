import { type Sql, sql } from '../../../src/db/client.ts';
import { STORED_PERIODS } from '../../../src/services/trends/time-period.ts';
import type { TrendRequests } from './trend-requests.ts';

const STORED_GOAL = 150;
const FILTERED_GOAL = 500;
const TYPES = ['current', 'forecast', 'clusters'] as const;

type Filters = Readonly<Record<string, string>>;

/** Filters that leave few songs, and filters that leave most of them. */
async function readFilters(db: Sql): Promise<Filters[]> {
  const artists = await db.query<{ artist: string }>(
    sql`select name as artist from artists where id in (select artist_id from track_measures) order by hashint4(id) limit 12`,
  );
  const themes = await db.query<{ theme: string }>(
    sql`select theme from track_facets, unnest(themes) theme group by theme order by count(*) desc limit 6`,
  );
  return [
    ...artists.flatMap(({ artist }, i): Filters[] => [
      { artist },
      i % 3 === 0 ? { language: 'en' } : { artist },
    ]),
    ...themes.flatMap(({ theme }): Filters[] => [{ theme }, { theme, language: 'en' }]),
  ];
}

/** Every kind of trend, for the whole catalogue as the schedule stores it, and filtered as it is computed on request. */
export async function seriesRequests(db: Sql): Promise<TrendRequests[]> {
  const filters = await readFilters(db);
  const body = (type: (typeof TYPES)[number], i: number, more: Filters) => ({
    path: '/analyze-trends',
    body: { analysis_type: type, time_period: STORED_PERIODS[i % STORED_PERIODS.length], ...more },
  });
  return TYPES.flatMap((type): TrendRequests[] => [
    { name: type, goal: STORED_GOAL, request: (i) => body(type, i, {}) },
    {
      name: `${type}_filtered`,
      goal: FILTERED_GOAL,
      request: (i) => body(type, i, filters[i % filters.length] ?? {}),
    },
  ]);
}
