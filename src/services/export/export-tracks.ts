import type { ServiceContext } from '../../context.ts';
import {
  findLastId,
  exportTracks as queryTracks,
  TRACK_EXPORT_COLUMNS,
} from '../../db/queries/export-rows.ts';
import { requireScope } from '../../lib/rbac.ts';
import { mayReadLyrics } from '../access/lyrics-policy.ts';
import type { TrackFilterInput } from '../search/filters.ts';
import { type ExportInput, streamRows } from './stream-rows.ts';

const PAGE_ROWS = 1000;
/** Rows with their texts are about four times as long. */
const PAGE_ROWS_WITH_LYRICS = 250;

type Context = Pick<ServiceContext, 'sql' | 'config' | 'actor'>;

/**
 * All tracks that match the filters and existed at the start, by id. Before the first row it throws UNAUTHENTICATED
 * or FORBIDDEN if lyrics are requested by an actor that may not read them, and DATABASE_UNAVAILABLE.
 */
export async function exportTracks(
  ctx: Context,
  input: ExportInput & { filters: TrackFilterInput; lyrics: boolean },
): Promise<AsyncGenerator<string>> {
  const { filters, lyrics } = input;
  if (lyrics && !mayReadLyrics(ctx)) requireScope(ctx.actor, 'lyrics:read');
  const upToId = await findLastId(ctx.sql, 'tracks');
  return streamRows(input, {
    columns: lyrics ? [...TRACK_EXPORT_COLUMNS, 'lyrics'] : TRACK_EXPORT_COLUMNS,
    pageRows: lyrics ? PAGE_ROWS_WITH_LYRICS : PAGE_ROWS,
    read: (afterId, limit) => queryTracks(ctx.sql, { filters, afterId, upToId, limit, lyrics }),
  });
}
