import type { ServiceContext } from '../../context.ts';
import { storeDeadLetter } from '../../db/queries/dead-letters.ts';
import type { FailureCause } from '../../lib/failure-cause.ts';

/** Stores a message that will not be handled, unchanged, with the cause. */
export async function storeDeadMessage(
  ctx: Pick<ServiceContext, 'sql' | 'log'>,
  input: {
    queue: string;
    message: { id: string; body: unknown; attempts: number };
    type: string | null;
    cause: FailureCause;
  },
): Promise<void> {
  const { queue, message, type, cause } = input;
  ctx.log.error('dead letter', { queue, message_id: message.id, type, cause });
  await storeDeadLetter(ctx.sql, {
    queue,
    messageId: message.id,
    messageType: type,
    body: message.body,
    cause,
    error: cause.message,
    attempts: cause.attempts,
  });
}
