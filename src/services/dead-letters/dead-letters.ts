import type { ServiceContext } from '../../context.ts';
import {
  claimDeadLetter,
  claimDeadLetters,
  type DeadLetterGroup,
  type DeadLetterRow,
  findOpenDeadLetter,
  groupDeadLetters,
  listDeadLetters as queryDeadLetters,
  releaseDeadLetters,
} from '../../db/queries/dead-letters.ts';
import { decodeCursor, idKey, listName } from '../../lib/cursor.ts';
import { AppError } from '../../lib/errors.ts';
import { type FailureCause, FailureCauseSchema } from '../../lib/failure-cause.ts';
import { JobSchema, QUEUE_OF } from '../../lib/jobs.ts';
import { toPage } from '../../lib/page.ts';
import { requireScope } from '../../lib/rbac.ts';

/** Upper limit on the number of groups. */
const MAX_GROUPS = 200;

export interface DeadLetter extends Omit<DeadLetterRow, 'cause' | 'created_at' | 'replayed_at'> {
  cause: FailureCause | null;
  created_at: string;
  replayed_at: string | null;
}

function toDto(row: DeadLetterRow): DeadLetter {
  return {
    ...row,
    cause: FailureCauseSchema.nullable().catch(null).parse(row.cause),
    created_at: row.created_at.toISOString(),
    replayed_at: row.replayed_at?.toISOString() ?? null,
  };
}

/** A page of messages that failed permanently, the latest first. Throws INVALID_CURSOR. */
export async function listDeadLetters(
  ctx: Pick<ServiceContext, 'sql' | 'actor'>,
  input: { limit: number; cursor: string | null; open: boolean } & DeadLetterGroup,
) {
  requireScope(ctx.actor, 'operations:read');
  const list = await listName('dead-letters', input.open);
  const key = input.cursor === null ? null : decodeCursor(list, input.cursor, idKey);
  const { type, code, upstream, open } = input;
  const rows = await queryDeadLetters(ctx.sql, {
    ...{ type, code, upstream, open },
    limit: input.limit + 1,
    beforeId: key?.[0] ?? null,
  });
  return toPage(rows.map(toDto), input.limit, list, (row) => [row.id]);
}

/** Sends a dead letter to its queue again, once. Throws NOT_FOUND, or CONFLICT if the message is not a job. */
export async function replayDeadLetter(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'actor'>,
  id: number,
): Promise<DeadLetter> {
  requireScope(ctx.actor, 'operations:write');
  const missing = () => new AppError('NOT_FOUND', `There is no dead letter ${id} left to replay.`);
  const letter = await findOpenDeadLetter(ctx.sql, id);
  if (letter === null) throw missing();
  const job = JobSchema.safeParse(letter.body);
  if (!job.success) throw new AppError('CONFLICT', 'The message is not a job and would only fail again.');
  const claimed = await claimDeadLetter(ctx.sql, id);
  if (claimed === null) throw missing();
  try {
    await ctx.queues[QUEUE_OF[job.data.type]].send([job.data]);
  } catch (error) {
    await releaseDeadLetters(ctx.sql, [id]);
    throw error;
  }
  return toDto(claimed);
}

/** Letters that were not replayed, grouped by type, code and upstream, the largest group first. */
export async function listDeadLetterGroups(ctx: Pick<ServiceContext, 'sql' | 'actor'>) {
  requireScope(ctx.actor, 'operations:read');
  const groups = await groupDeadLetters(ctx.sql, MAX_GROUPS);
  return {
    items: groups.map((group) => ({
      ...group,
      first_at: group.first_at.toISOString(),
      last_at: group.last_at.toISOString(),
    })),
  };
}

/**
 * Sends the letters of a group again, oldest first and each once, at most `limit` of them; returns how many. Letters
 * that the queue does not accept stay unreplayed. Messages that are not jobs are skipped.
 */
export async function replayDeadLetterGroup(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'actor'>,
  input: DeadLetterGroup & { limit: number },
): Promise<{ replayed: number }> {
  requireScope(ctx.actor, 'operations:write');
  const claimed = await claimDeadLetters(ctx.sql, input);
  const letters = claimed.map(({ id, body }) => ({ id, job: JobSchema.safeParse(body).data }));
  const waiting = new Set(claimed.map(({ id }) => id));
  try {
    for (const queue of ['ingest', 'analysis'] as const) {
      const mine = letters.flatMap(({ id, job }) =>
        job !== undefined && QUEUE_OF[job.type] === queue ? [{ id, job }] : [],
      );
      await ctx.queues[queue].send(mine.map(({ job }) => job));
      for (const { id } of mine) waiting.delete(id);
    }
  } finally {
    if (waiting.size > 0) await releaseDeadLetters(ctx.sql, [...waiting]);
  }
  return { replayed: claimed.length - waiting.size };
}
