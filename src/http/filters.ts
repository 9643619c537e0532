import type { TrackFilterInput } from '../services/search/filters.ts';

interface FilterQueryValues {
  artist?: string | undefined;
  from_year?: number | undefined;
  to_year?: number | undefined;
  language?: string | undefined;
  explicit?: boolean | undefined;
  theme?: string | undefined;
  sentiment?: string | undefined;
}

/** The filters of a query string as the services take them. */
export function toFilters(q: FilterQueryValues): TrackFilterInput {
  return {
    artist: q.artist ?? null,
    fromYear: q.from_year ?? null,
    toYear: q.to_year ?? null,
    language: q.language ?? null,
    explicit: q.explicit ?? null,
    theme: q.theme ?? null,
    sentiment: q.sentiment ?? null,
  };
}
