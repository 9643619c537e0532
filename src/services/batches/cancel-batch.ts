import type { ServiceContext } from '../../context.ts';
import { cancelOpenItems } from '../../db/queries/batches.ts';
import { type BatchDto, toBatchDto } from './batch-dto.ts';
import { noSuchBatch } from './get-batch-status.ts';

/**
 * Cancels every item that has not begun; those under way end as they would have. A batch that has ended stays as it
 * is. Throws NOT_FOUND.
 */
export async function cancelBatch(ctx: Pick<ServiceContext, 'sql'>, batchId: string): Promise<BatchDto> {
  const batch = await cancelOpenItems(ctx.sql, batchId);
  if (batch === null) throw noSuchBatch();
  return toBatchDto(batch);
}
