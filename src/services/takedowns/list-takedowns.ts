import type { ServiceContext } from '../../context.ts';
import { listTakedowns as queryTakedowns } from '../../db/queries/takedowns.ts';
import { decodeCursor, idKey } from '../../lib/cursor.ts';
import { type Page, toPage } from '../../lib/page.ts';
import { requireScope } from '../../lib/rbac.ts';
import { type TakedownDto, toTakedownDto } from './takedown-dto.ts';

const LIST = 'takedowns';

/** A page of takedowns, the latest first. Throws INVALID_CURSOR. */
export async function listTakedowns(
  ctx: Pick<ServiceContext, 'sql' | 'actor'>,
  { limit, cursor }: { limit: number; cursor: string | null },
): Promise<Page<TakedownDto>> {
  requireScope(ctx.actor, 'operations:read');
  const key = cursor === null ? null : decodeCursor(LIST, cursor, idKey);
  const rows = await queryTakedowns(ctx.sql, { limit: limit + 1, beforeId: key?.[0] ?? null });
  return toPage(rows.map(toTakedownDto), limit, LIST, (row) => [row.id]);
}
