import type { Command } from 'commander';
import type { listDeadLetterGroups, listDeadLetters } from '../../src/services/dead-letters/dead-letters.ts';
import { filledText, MAX_ID, type TargetChoice, wholeNumber, withTarget } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { openWorkerApi, withOperator } from '../operator-context.ts';
import type { WorkerApi } from '../worker-api.ts';

const SHOWN = 50;

interface Options extends TargetChoice {
  type?: string;
  code?: string;
  upstream?: string;
  all?: boolean;
  replay?: number;
  replayGroup?: boolean;
  limit: number;
  json?: boolean;
}

type Groups = Awaited<ReturnType<typeof listDeadLetterGroups>>;
type Letters = Awaited<ReturnType<typeof listDeadLetters>>;

export function addDeadLetters(command: Command): void {
  withTarget(command)
    .option('--type <job>', 'only those of this type of job, such as track.embed', filledText(100))
    .option('--code <code>', 'only those of this code, such as UPSTREAM_REJECTED', filledText(100))
    .option('--upstream <name>', 'only those of this upstream', filledText(100))
    .option('--all', 'list the letters of every cause')
    .option('--replay <id>', 'send this one to its queue again through the Worker', wholeNumber(1, MAX_ID))
    .option('--replay-group', 'send those of the given cause again, oldest first')
    .option('--limit <n>', 'maximum number in a group, 1-1000', wholeNumber(1, 1000), 100)
    .option('--json', 'print as one JSON array')
    .action(async (options: Options) => {
      const { type, code, upstream, replay, replayGroup } = options;
      if (replayGroup && code === undefined) throw new CommandError('--replay-group needs --code.');
      if (replay !== undefined || replayGroup) return replayLetters(options);
      const isNamed = [type, code, upstream].some((part) => part !== undefined);
      return isNamed || options.all ? showLetters(options) : showGroups(options);
    });
}

async function readGroups(options: Options): Promise<Groups> {
  if (options.url !== undefined) {
    const api = await openWorkerApi(options, { start: false });
    return api.get<Groups>('/admin/dead-letters/groups');
  }
  return withOperator(options, { mustHoldData: true }, async ({ ctx }) => {
    const { listDeadLetterGroups } = await import('../../src/services/dead-letters/dead-letters.ts');
    return listDeadLetterGroups(ctx);
  });
}

async function showGroups(options: Options): Promise<void> {
  const { items } = await readGroups(options);
  if (options.json) console.log(JSON.stringify(items));
  else if (items.length === 0) console.log('none');
  for (const one of options.json ? [] : items) {
    console.log(`${one.count}  ${one.type}  ${one.code}  ${one.upstream}`);
    console.log(`    ${one.message ?? ''}`);
    console.log(`    ${one.first_at} to ${one.last_at}, such as ${one.example_ids.join(', ')}`);
  }
}

async function readLetters(options: Options): Promise<Letters> {
  const { type, code, upstream } = options;
  if (options.url !== undefined) {
    const api = await openWorkerApi(options, { start: false });
    return api.get<Letters>('/admin/dead-letters', { type, code, upstream, limit: SHOWN });
  }
  const group = { type: type ?? null, code: code ?? null, upstream: upstream ?? null };
  return withOperator(options, { mustHoldData: true }, async ({ ctx }) => {
    const { listDeadLetters } = await import('../../src/services/dead-letters/dead-letters.ts');
    return listDeadLetters(ctx, { limit: SHOWN, cursor: null, open: true, ...group });
  });
}

async function showLetters(options: Options): Promise<void> {
  const { items } = await readLetters(options);
  if (options.json) console.log(JSON.stringify(items));
  else if (items.length === 0) console.log('none');
  for (const item of options.json ? [] : items) {
    const cause = [item.cause?.code, item.error].filter((part) => part != null).join(': ');
    console.log(`${item.id}  ${item.created_at}  ${item.message_type ?? 'no job'}  ${cause}`);
  }
}

async function replayLetters(options: Options): Promise<void> {
  const api = await openWorkerApi(options, { start: true });
  try {
    console.log(`sent ${await send(api, options)} again`);
  } finally {
    await api.close();
  }
}

/** The id of the one letter, or how many of the group. */
async function send(api: WorkerApi, { replay, type, code, upstream, limit }: Options): Promise<number> {
  if (replay !== undefined) {
    await api.post(`/admin/dead-letters/${replay}/replay`, {});
    return replay;
  }
  const body = { type, code, upstream, limit };
  const { replayed } = await api.post<{ replayed: number }>('/admin/dead-letters/replay', body);
  return replayed;
}
