import type { ServiceContext } from '../../context.ts';
import { liftTakedown as liftStoredTakedown } from '../../db/queries/takedowns.ts';
import { AppError } from '../../lib/errors.ts';
import { requireScope } from '../../lib/rbac.ts';
import { copyOrLeave } from './copy-takedowns.ts';
import { type TakedownDto, toTakedownDto } from './takedown-dto.ts';

/** Lets the songs of a takedown be stored again; nothing is restored. Lifting it again changes nothing. Throws NOT_FOUND. */
export async function liftTakedown(
  ctx: Pick<ServiceContext, 'sql' | 'actor' | 'backups' | 'log'>,
  id: number,
): Promise<TakedownDto> {
  requireScope(ctx.actor, 'takedowns:write');
  const row = await liftStoredTakedown(ctx.sql, id);
  if (row === null) throw new AppError('NOT_FOUND', `There is no takedown ${id}.`);
  await copyOrLeave(ctx);
  return toTakedownDto(row);
}
