import type { ServiceContext } from '../../context.ts';
import { listRuns, type RunCounts, type RunRow } from '../../db/queries/runs.ts';
import { decodeCursor, idKey } from '../../lib/cursor.ts';
import { toPage } from '../../lib/page.ts';
import { toRunDto } from './run-dto.ts';

const LIST = 'runs';

/** Songs handled per second, from the start of the run to its end or last change; null before the first song. */
function songsPerSecond(run: RunRow, counts: RunCounts): number | null {
  const seconds = ((run.finished_at ?? run.updated_at).getTime() - run.started_at.getTime()) / 1000;
  const handled = counts.added + counts.updated + counts.unchanged + counts.failed;
  return handled > 0 && seconds > 0 ? handled / seconds : null;
}

/** A page of runs with the results of their songs, the latest first. Throws INVALID_CURSOR. */
export async function listIngestRuns(
  ctx: Pick<ServiceContext, 'sql'>,
  input: { limit: number; cursor: string | null },
) {
  const key = input.cursor === null ? null : decodeCursor(LIST, input.cursor, idKey);
  const rows = await listRuns(ctx.sql, {
    limit: input.limit + 1,
    beforeId: key?.[0] ?? null,
  });
  const { items, next_cursor } = toPage(rows, input.limit, LIST, (row) => [row.id]);
  return {
    items: items.map((row) => ({
      ...toRunDto(row),
      counts: row.counts,
      songs_per_second: songsPerSecond(row, row.counts),
    })),
    next_cursor,
  };
}
