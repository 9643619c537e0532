import type { TrackFilterInput } from '../services/search/filters.ts';

interface FilterQueryValues {
  artist?: string | undefined;
  featured?: string | undefined;
  album?: string | undefined;
  decade?: number | undefined;
  from_year?: number | undefined;
  to_year?: number | undefined;
  language?: string | undefined;
  explicit?: boolean | undefined;
  theme?: string | undefined;
  sentiment?: string | undefined;
  has_audio?: boolean | undefined;
  min_rhyme_density?: number | undefined;
  mood?: 'agree' | 'contrast' | undefined;
}

/** Combines a decade with a range of years (both must hold); null if neither is given. */
function yearsOf(q: FilterQueryValues): { fromYear: number | null; toYear: number | null } {
  const { decade } = q;
  const from = [q.from_year, decade].filter((year) => year !== undefined);
  const to = [q.to_year, decade === undefined ? undefined : decade + 9].filter((year) => year !== undefined);
  return {
    fromYear: from.length === 0 ? null : Math.max(...from),
    toYear: to.length === 0 ? null : Math.min(...to),
  };
}

/** The filters of a query string in the form that the services expect. */
export function toFilters(q: FilterQueryValues): TrackFilterInput {
  return {
    artist: q.artist ?? null,
    featured: q.featured ?? null,
    album: q.album ?? null,
    ...yearsOf(q),
    language: q.language ?? null,
    explicit: q.explicit ?? null,
    theme: q.theme ?? null,
    sentiment: q.sentiment ?? null,
    hasAudio: q.has_audio ?? null,
    minRhymeDensity: q.min_rhyme_density ?? null,
    mood: q.mood ?? null,
  };
}
