import type { ServiceContext } from '../../context.ts';
import {
  ANALYSIS_EXPORT_COLUMNS,
  findLastId,
  exportAnalyses as queryAnalyses,
} from '../../db/queries/export-rows.ts';
import type { TrackFilterInput } from '../search/filters.ts';
import { type ExportInput, streamRows } from './stream-rows.ts';

const PAGE_ROWS = 1000;

/**
 * All finished analyses of tracks that match the filters and existed at the start, by id: their counts and scores,
 * without the words they quote. `currentOnly` skips analyses that were replaced. Throws DATABASE_UNAVAILABLE before
 * the first row.
 */
export async function exportAnalyses(
  ctx: Pick<ServiceContext, 'sql'>,
  input: ExportInput & { filters: TrackFilterInput; analyzer: string | null; currentOnly: boolean },
): Promise<AsyncGenerator<string>> {
  const { filters, analyzer, currentOnly } = input;
  const upToId = await findLastId(ctx.sql, 'analysis_results');
  return streamRows(input, {
    columns: ANALYSIS_EXPORT_COLUMNS,
    pageRows: PAGE_ROWS,
    read: (afterId, limit) =>
      queryAnalyses(ctx.sql, { filters, afterId, upToId, limit, analyzer, currentOnly }),
  });
}
