import type { ServiceContext } from '../../context.ts';
import { listTracks as queryTracks, type TrackRow } from '../../db/queries/tracks.ts';
import { decodeCursor, idKey, listName } from '../../lib/cursor.ts';
import { type Page, toPage } from '../../lib/page.ts';
import type { TrackFilterInput } from '../search/filters.ts';

export interface ListTracksInput {
  limit: number;
  cursor: string | null;
  ids: readonly number[] | null;
  /** A part of artist and title; null for all songs. */
  name: string | null;
  filters: TrackFilterInput;
}

/** A page of songs, the last stored first. A cursor is valid only for the same filters. Throws INVALID_CURSOR. */
export async function listTracks(
  ctx: Pick<ServiceContext, 'sql'>,
  input: ListTracksInput,
): Promise<Page<TrackRow>> {
  const { ids, name, filters } = input;
  const asked = { ...filters, ...(ids !== null && { ids }), ...(name !== null && { name }) };
  const list = await listName('tracks', asked);
  const key = input.cursor === null ? null : decodeCursor(list, input.cursor, idKey);
  const rows = await queryTracks(ctx.sql, {
    filters,
    ids,
    name,
    limit: input.limit + 1,
    beforeId: key?.[0] ?? null,
  });
  return toPage(rows, input.limit, list, (row) => [row.id]);
}
