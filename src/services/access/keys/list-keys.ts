import type { ServiceContext } from '../../../context.ts';
import { listKeys as queryKeys } from '../../../db/queries/api-keys.ts';
import { decodeCursor, idKey, listName } from '../../../lib/cursor.ts';
import { type Page, toPage } from '../../../lib/page.ts';
import { requireScope } from '../../../lib/rbac.ts';
import { type KeyDto, toKeyDto } from './key-dto.ts';

export interface ListKeysInput {
  limit: number;
  cursor: string | null;
  /** Only keys that work and expire within so many days. */
  expiringInDays: number | null;
}

/** A page of keys, the latest first. Throws INVALID_CURSOR. */
export async function listKeys(
  ctx: Pick<ServiceContext, 'sql' | 'actor' | 'clock'>,
  { limit, cursor, expiringInDays }: ListKeysInput,
): Promise<Page<KeyDto>> {
  requireScope(ctx.actor, 'keys:admin');
  const list = await listName('keys', expiringInDays);
  const key = cursor === null ? null : decodeCursor(list, cursor, idKey);
  const rows = await queryKeys(ctx.sql, {
    limit: limit + 1,
    beforeNumber: key?.[0] ?? null,
    expiringInDays,
  });
  const { items, next_cursor } = toPage(rows, limit, list, (row) => [row.number]);
  return { items: items.map((row) => toKeyDto(row, ctx)), next_cursor };
}
