import type { ServiceContext } from '../../../context.ts';
import { revokeKey as revokeStoredKey } from '../../../db/queries/api-keys.ts';
import { AppError } from '../../../lib/errors.ts';
import { requireScope } from '../../../lib/rbac.ts';
import { type KeyDto, toKeyDto } from './key-dto.ts';

/**
 * Revokes a key for good: at once in this isolate, and in every other one when its copy is `KEY_COPY_MS` old. Revoking
 * it again changes nothing. Throws NOT_FOUND.
 */
export async function revokeKey(
  ctx: Pick<ServiceContext, 'sql' | 'actor' | 'clock' | 'knownKeys'>,
  id: string,
): Promise<KeyDto> {
  requireScope(ctx.actor, 'keys:admin');
  const row = await revokeStoredKey(ctx.sql, id);
  if (row === null) throw new AppError('NOT_FOUND', 'There is no key of this id.');
  ctx.knownKeys.set(id, { row });
  return toKeyDto(row, ctx);
}
