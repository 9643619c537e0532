import type { Command } from 'commander';
import { listDeadLetterGroups, listDeadLetters } from '../../src/services/dead-letters/dead-letters.ts';
import { type OperatorContext, openOperatorContext } from '../operator-context.ts';

const SHOWN = 50;

interface Options {
  type?: string;
  code?: string;
  upstream?: string;
  all?: boolean;
  replay?: number;
  replayGroup?: boolean;
  limit: number;
  json?: boolean;
}

export function registerDeadLetters(program: Command): void {
  program
    .command('dead-letters')
    .description('messages that failed for good and were not replayed: by cause, or those of one cause')
    .option('--type <job>', 'only those of this type of job, such as track.embed')
    .option('--code <code>', 'only those of this code, such as UPSTREAM_REJECTED')
    .option('--upstream <name>', 'only those of this upstream')
    .option('--all', 'list the letters of every cause')
    .option('--replay <id>', 'send this one to its queue again, through the running Worker', Number)
    .option('--replay-group', 'send those of the cause that is named again, the oldest first')
    .option('--limit <n>', 'of a group, at most so many, 1-1000', Number, 100)
    .option('--json', 'print as one JSON array')
    .action(async (options: Options) => {
      const { type, code, upstream } = options;
      const named = [type, code, upstream].some((part) => part !== undefined);
      if (options.replayGroup && code === undefined) throw new Error('--replay-group needs --code');
      const replays = options.replay !== undefined || options.replayGroup === true;
      const operator = await openOperatorContext({ worker: replays });
      try {
        if (options.replay !== undefined) await replay(operator, options.replay);
        else if (options.replayGroup) await replayGroup(operator, options);
        else if (named || options.all) await list(operator, options);
        else await listGroups(operator, options.json ?? false);
      } finally {
        await operator.close();
      }
    });
}

async function listGroups({ ctx }: OperatorContext, json: boolean): Promise<void> {
  const { items } = await listDeadLetterGroups(ctx);
  if (json) console.log(JSON.stringify(items));
  else if (items.length === 0) console.log('none');
  for (const one of json ? [] : items) {
    console.log(`${one.count}  ${one.type}  ${one.code}  ${one.upstream}`);
    console.log(`    ${one.message ?? ''}`);
    console.log(`    ${one.first_at} to ${one.last_at}, such as ${one.example_ids.join(', ')}`);
  }
}

async function list({ ctx }: OperatorContext, options: Options): Promise<void> {
  const { type = null, code = null, upstream = null, json = false } = options;
  const page = { limit: SHOWN, cursor: null, open: true };
  const { items } = await listDeadLetters(ctx, { ...page, type, code, upstream });
  if (json) console.log(JSON.stringify(items));
  else if (items.length === 0) console.log('none');
  for (const item of json ? [] : items) {
    const cause = [item.cause?.code, item.error].filter((part) => part !== undefined).join(': ');
    console.log(`${item.id}  ${item.created_at}  ${item.message_type ?? 'no job'}  ${cause}`);
  }
}

async function replay(operator: OperatorContext, id: number): Promise<void> {
  await send(operator, `/admin/dead-letters/${id}/replay`, {});
  console.log(`sent ${id} again`);
}

async function replayGroup(operator: OperatorContext, options: Options): Promise<void> {
  const { type, code, upstream, limit } = options;
  const { replayed } = await send(operator, '/admin/dead-letters/replay', { type, code, upstream, limit });
  console.log(`sent ${replayed} again`);
}

async function send(
  { ctx, workerUrl }: OperatorContext,
  path: string,
  body: object,
): Promise<{ replayed?: number }> {
  const response = await fetch(`${workerUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ctx.config.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { detail?: string; replayed?: number };
  if (!response.ok) throw new Error(answer.detail ?? `the Worker answered ${response.status}`);
  return answer;
}
