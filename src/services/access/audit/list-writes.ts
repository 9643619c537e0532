import type { ServiceContext } from '../../../context.ts';
import { type AuditRow, listAuditRows } from '../../../db/queries/audit-log.ts';
import { decodeCursor, idKey, listName } from '../../../lib/cursor.ts';
import { type Page, toPage } from '../../../lib/page.ts';
import { requireScope } from '../../../lib/rbac.ts';

export interface AuditEntry extends Omit<AuditRow, 'created_at'> {
  created_at: string;
}

export interface ListWritesInput {
  limit: number;
  cursor: string | null;
  actor: string | null;
  action: string | null;
}

/** A page of the audit log, the latest first. Throws INVALID_CURSOR. */
export async function listWrites(
  ctx: Pick<ServiceContext, 'sql' | 'actor'>,
  { limit, cursor, actor, action }: ListWritesInput,
): Promise<Page<AuditEntry>> {
  requireScope(ctx.actor, 'audit:read');
  const list = await listName('audit', [actor, action]);
  const key = cursor === null ? null : decodeCursor(list, cursor, idKey);
  const rows = await listAuditRows(ctx.sql, { limit: limit + 1, beforeId: key?.[0] ?? null, actor, action });
  const { items, next_cursor } = toPage(rows, limit, list, (row) => [row.id]);
  return {
    items: items.map((row) => ({ ...row, created_at: row.created_at.toISOString() })),
    next_cursor,
  };
}
