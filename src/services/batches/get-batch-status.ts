import type { ServiceContext } from '../../context.ts';
import { findBatch } from '../../db/queries/batches.ts';
import { AppError } from '../../lib/errors.ts';
import { type BatchDto, toBatchDto } from './batch-dto.ts';

/** Anyone who knows the id may read the batch: it is random, and no endpoint lists it. */
export const noSuchBatch = () => new AppError('NOT_FOUND', 'There is no batch of this id.');

/** The state of a batch, counted from its items now. Throws NOT_FOUND. */
export async function getBatchStatus(ctx: Pick<ServiceContext, 'sql'>, batchId: string): Promise<BatchDto> {
  const batch = await findBatch(ctx.sql, batchId);
  if (batch === null) throw noSuchBatch();
  return toBatchDto(batch);
}
