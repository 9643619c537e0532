import type { Command } from 'commander';
import { listDeadLetters } from '../../src/services/system/dead-letters.ts';
import { type OperatorContext, openOperatorContext } from '../operator-context.ts';

const SHOWN = 50;

export function registerDeadLetters(program: Command): void {
  program
    .command('dead-letters')
    .description('messages that failed for good and were not replayed')
    .option('--replay <id>', 'send this one to its queue again, through the running Worker', Number)
    .option('--json', 'print them as one JSON array')
    .action(async (options: { replay?: number; json?: boolean }) => {
      const operator = await openOperatorContext({ worker: options.replay !== undefined });
      try {
        if (options.replay === undefined) await list(operator, options.json ?? false);
        else await replay(operator, options.replay);
      } finally {
        await operator.close();
      }
    });
}

async function list({ ctx }: OperatorContext, json: boolean): Promise<void> {
  const { items } = await listDeadLetters(ctx, { limit: SHOWN, cursor: null, open: true });
  if (json) console.log(JSON.stringify(items));
  else if (items.length === 0) console.log('none');
  for (const item of json ? [] : items) {
    console.log(`${item.id}  ${item.created_at}  ${item.message_type ?? 'no job'}  ${item.error ?? ''}`);
  }
}

async function replay({ ctx, workerUrl }: OperatorContext, id: number): Promise<void> {
  const response = await fetch(`${workerUrl}/admin/dead-letters/${id}/replay`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ctx.config.adminToken}`, 'content-type': 'application/json' },
    body: '{}',
  });
  const answer = (await response.json()) as { detail?: string };
  if (!response.ok) throw new Error(answer.detail ?? `the Worker answered ${response.status}`);
  console.log(`sent ${id} again`);
}
