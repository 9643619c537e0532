import type { ServiceContext } from '../../context.ts';
import { listTracks as queryTracks, type TrackRow } from '../../db/queries/tracks.ts';
import { decodeCursor, idKey, listName } from '../../lib/cursor.ts';
import { type Page, toPage } from '../../lib/page.ts';
import type { TrackFilterInput } from '../search/filters.ts';

/** A page of songs, the last stored first. A cursor is valid only for the same filters. Throws INVALID_CURSOR. */
export async function listTracks(
  ctx: Pick<ServiceContext, 'sql'>,
  input: { limit: number; cursor: string | null; ids: readonly number[] | null; filters: TrackFilterInput },
): Promise<Page<TrackRow>> {
  const list = await listName('tracks', { ...input.filters, ...(input.ids !== null && { ids: input.ids }) });
  const key = input.cursor === null ? null : decodeCursor(list, input.cursor, idKey);
  const rows = await queryTracks(ctx.sql, {
    filters: input.filters,
    ids: input.ids,
    limit: input.limit + 1,
    beforeId: key?.[0] ?? null,
  });
  return toPage(rows, input.limit, list, (row) => [row.id]);
}
