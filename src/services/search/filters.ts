import type { TrackFilters } from '../../db/queries/track-filters.ts';

/** What searches and lists can be narrowed by, as a caller gives it. */
export type TrackFilterInput = TrackFilters;
