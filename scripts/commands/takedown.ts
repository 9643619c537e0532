import type { Command } from 'commander';
import type { TakedownDto } from '../../src/services/takedowns/takedown-dto.ts';
import { filledText, MAX_ID, type TargetChoice, wholeNumber, withTarget } from '../command-options.ts';
import { openWorkerApi, withOperator } from '../operator-context.ts';
import { recorded } from '../record-command.ts';

const SHOWN = 100;

interface Options extends TargetChoice {
  json?: boolean;
}

type Kind = TakedownDto['kind'];

export const addTakeDownTrack = (command: Command): void => addTakeDown(command, 'track');
export const addTakeDownArtist = (command: Command): void => addTakeDown(command, 'artist');

function addTakeDown(command: Command, kind: Kind): void {
  withTarget(command)
    .argument('<id>', `the id of the ${kind}`, wholeNumber(1, MAX_ID))
    .requiredOption('--reason <text>', 'who asked for it and why', filledText(500))
    .option('--json', 'print the response of the API')
    .action(async (id: number, options: Options & { reason: string }) => {
      const done = await takeDown({ kind, id, reason: options.reason }, options);
      const count = done.removed_tracks.length;
      const said = `${done.subject}: ${count} ${count === 1 ? 'song' : 'songs'} removed (takedown ${done.id})`;
      console.log(options.json ? JSON.stringify(done) : said);
    });
}

async function takeDown(
  input: { kind: Kind; id: number; reason: string },
  options: Options,
): Promise<TakedownDto> {
  if (options.url !== undefined)
    return (await openWorkerApi(options, { start: false })).post('/admin/takedowns', input);
  return withOperator(options, { mustHoldData: true }, async ({ ctx }) => {
    const { takeDown } = await import('../../src/services/takedowns/take-down.ts');
    return recorded(
      ctx,
      'takeDown',
      () => takeDown(ctx, input),
      () => `${input.kind} ${input.id}`,
    );
  });
}

export function addListTakedowns(command: Command): void {
  withTarget(command)
    .option('--json', 'print as one JSON array')
    .action(async (options: Options) => {
      const items = await readTakedowns(options);
      if (options.json) console.log(JSON.stringify(items));
      else console.log(items.length === 0 ? 'none' : items.map(describeTakedown).join('\n'));
    });
}

async function readTakedowns(options: Options): Promise<TakedownDto[]> {
  if (options.url !== undefined) {
    const api = await openWorkerApi(options, { start: false });
    return (await api.get<{ items: TakedownDto[] }>('/admin/takedowns', { limit: SHOWN })).items;
  }
  return withOperator(options, { mustHoldData: true }, async ({ ctx }) => {
    const { listTakedowns } = await import('../../src/services/takedowns/list-takedowns.ts');
    return (await listTakedowns(ctx, { limit: SHOWN, cursor: null })).items;
  });
}

export function addLiftTakedown(command: Command): void {
  withTarget(command)
    .argument('<id>', 'the id of the takedown', wholeNumber(1, MAX_ID))
    .option('--json', 'print the response of the API')
    .action(async (id: number, options: Options) => {
      const lifted = await lift(id, options);
      console.log(options.json ? JSON.stringify(lifted) : describeTakedown(lifted));
    });
}

async function lift(id: number, options: Options): Promise<TakedownDto> {
  if (options.url !== undefined)
    return (await openWorkerApi(options, { start: false })).remove(`/admin/takedowns/${id}`);
  return withOperator(options, { mustHoldData: true }, async ({ ctx }) => {
    const { liftTakedown } = await import('../../src/services/takedowns/lift-takedown.ts');
    return recorded(
      ctx,
      'liftTakedown',
      () => liftTakedown(ctx, id),
      () => String(id),
    );
  });
}

function describeTakedown(one: TakedownDto): string {
  const state = one.lifted_at === null ? '' : `  lifted ${one.lifted_at}`;
  return `${one.id}  ${one.created_at}  ${one.kind}  ${one.subject}  ${one.removed_tracks.length} songs  ${one.reason}${state}`;
}
