import { AppError } from '../lib/errors.ts';
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

/**
 * Combines a decade with a range of years (both must hold); null if neither is given. Throws VALIDATION_FAILED if no year
 * is in both.
 */
function yearsOf(q: FilterQueryValues, place: string): { fromYear: number | null; toYear: number | null } {
  const { decade } = q;
  const from = [q.from_year, decade].filter((year) => year !== undefined);
  const to = [q.to_year, decade === undefined ? undefined : decade + 9].filter((year) => year !== undefined);
  const fromYear = from.length === 0 ? null : Math.max(...from);
  const toYear = to.length === 0 ? null : Math.min(...to);
  if (fromYear !== null && toYear !== null && fromYear > toYear) {
    const rule = `from_year must not be after to_year${decade === undefined ? '' : ', nor outside the decade'}`;
    const message = `There is no year from ${fromYear} to ${toYear}: ${rule}.`;
    const path = `${place}.${q.from_year === undefined ? 'to_year' : 'from_year'}`;
    throw new AppError('VALIDATION_FAILED', message, { errors: [{ path, code: 'CUSTOM', message }] });
  }
  return { fromYear, toYear };
}

/** The filters of a request, given at `place`, in the form that the services expect. Throws VALIDATION_FAILED. */
export function toFilters(q: FilterQueryValues, place = 'query'): TrackFilterInput {
  return {
    artist: q.artist ?? null,
    featured: q.featured ?? null,
    album: q.album ?? null,
    ...yearsOf(q, place),
    language: q.language ?? null,
    explicit: q.explicit ?? null,
    theme: q.theme ?? null,
    sentiment: q.sentiment ?? null,
    hasAudio: q.has_audio ?? null,
    minRhymeDensity: q.min_rhyme_density ?? null,
    mood: q.mood ?? null,
  };
}
