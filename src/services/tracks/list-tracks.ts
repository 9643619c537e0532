import type { ServiceContext } from '../../context.ts';
import type { FacetCounts } from '../../db/queries/facet-counts.ts';
import { countTracks, listTracks as queryTracks, type TrackRow } from '../../db/queries/tracks.ts';
import { decodeCursor, idKey, listName } from '../../lib/cursor.ts';
import type { Facet } from '../../lib/facets.ts';
import { type Page, toPage } from '../../lib/page.ts';
import type { TrackFilterInput } from '../search/filters.ts';

export interface ListTracksInput {
  limit: number;
  cursor: string | null;
  ids: readonly number[] | null;
  /** A part of artist and title; null for all songs. */
  name: string | null;
  filters: TrackFilterInput;
  /** What all songs of the list are counted by; empty: they are not counted. */
  facets: readonly Facet[];
}

export interface TrackList extends Page<TrackRow> {
  /** Songs of all pages. */
  total: number | null;
  facets: FacetCounts | null;
}

/** A page of songs, the last stored first. A cursor is valid only for the same filters. Throws INVALID_CURSOR. */
export async function listTracks(
  ctx: Pick<ServiceContext, 'sql'>,
  input: ListTracksInput,
): Promise<TrackList> {
  const { ids, name, filters, facets } = input;
  const asked = { ...filters, ...(ids !== null && { ids }), ...(name !== null && { name }) };
  const list = await listName('tracks', asked);
  const key = input.cursor === null ? null : decodeCursor(list, input.cursor, idKey);
  const songs = { filters, ids, name };
  const [rows, counts] = await Promise.all([
    queryTracks(ctx.sql, { ...songs, limit: input.limit + 1, beforeId: key?.[0] ?? null }),
    facets.length === 0 ? { total: null, facets: null } : countTracks(ctx.sql, songs, facets),
  ]);
  return { ...toPage(rows, input.limit, list, (row) => [row.id]), ...counts };
}
