import type { ServiceContext } from '../../context.ts';
import {
  claimDeadLetter,
  type DeadLetterRow,
  findOpenDeadLetter,
  listDeadLetters as queryDeadLetters,
  releaseDeadLetter,
} from '../../db/queries/dead-letters.ts';
import { JobSchema, QUEUE_OF } from '../../jobs/messages.ts';
import { decodeCursor, idKey, listName } from '../../lib/cursor.ts';
import { AppError } from '../../lib/errors.ts';
import { toPage } from '../../lib/page.ts';
import { requireAdmin } from '../../lib/rbac.ts';

function toDto(row: DeadLetterRow) {
  return {
    ...row,
    created_at: row.created_at.toISOString(),
    replayed_at: row.replayed_at?.toISOString() ?? null,
  };
}

/** A page of messages that failed for good, the latest first. Throws INVALID_CURSOR. */
export async function listDeadLetters(
  ctx: Pick<ServiceContext, 'sql' | 'actor'>,
  input: { limit: number; cursor: string | null; open: boolean },
) {
  requireAdmin(ctx.actor);
  const list = await listName('dead-letters', input.open);
  const key = input.cursor === null ? null : decodeCursor(list, input.cursor, idKey);
  const rows = await queryDeadLetters(ctx.sql, {
    limit: input.limit + 1,
    beforeId: key?.[0] ?? null,
    open: input.open,
  });
  return toPage(rows.map(toDto), input.limit, list, (row) => [row.id]);
}

/** Sends a dead letter to its queue again, once. Throws NOT_FOUND, CONFLICT for a message that is no job. */
export async function replayDeadLetter(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'actor'>,
  id: number,
): Promise<ReturnType<typeof toDto>> {
  requireAdmin(ctx.actor);
  const missing = () => new AppError('NOT_FOUND', `There is no dead letter ${id} that waits to be replayed.`);
  const letter = await findOpenDeadLetter(ctx.sql, id);
  if (letter === null) throw missing();
  const job = JobSchema.safeParse(letter.body);
  if (!job.success) throw new AppError('CONFLICT', 'The message is not a job and would only fail again.');
  const claimed = await claimDeadLetter(ctx.sql, id);
  if (claimed === null) throw missing();
  try {
    await ctx.queues[QUEUE_OF[job.data.type]].send([job.data]);
  } catch (error) {
    await releaseDeadLetter(ctx.sql, id);
    throw error;
  }
  return toDto(claimed);
}
