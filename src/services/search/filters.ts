import type { TrackFilters } from '../../db/queries/track-filters.ts';

/** The filters of searches and lists, as given by a caller. */
export type TrackFilterInput = TrackFilters;
