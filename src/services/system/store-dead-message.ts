import type { ServiceContext } from '../../context.ts';
import { storeDeadLetter } from '../../db/queries/dead-letters.ts';

/** Keeps a message that will not be handled, as it came. */
export async function storeDeadMessage(
  ctx: Pick<ServiceContext, 'sql' | 'log'>,
  input: {
    queue: string;
    message: { id: string; body: unknown; attempts: number };
    type: string | null;
    error: string;
  },
): Promise<void> {
  const { queue, message, type, error } = input;
  ctx.log.error('dead letter', { queue, message_id: message.id, type, error });
  await storeDeadLetter(ctx.sql, {
    queue,
    messageId: message.id,
    messageType: type,
    body: message.body,
    error,
    attempts: message.attempts,
  });
}
