import type { ServiceContext } from '../../context.ts';
import { cancelOpenItems } from '../../db/queries/batches.ts';
import { type BatchDto, toBatchDto } from './batch-dto.ts';
import { noSuchBatch } from './get-batch-status.ts';

/**
 * Cancels every item that has not started; running items finish normally. A finished batch is not changed. Throws
 * NOT_FOUND.
 */
export async function cancelBatch(ctx: Pick<ServiceContext, 'sql'>, batchId: string): Promise<BatchDto> {
  const batch = await cancelOpenItems(ctx.sql, batchId);
  if (batch === null) throw noSuchBatch();
  return toBatchDto(batch);
}
