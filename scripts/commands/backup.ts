import type { Command } from 'commander';
import type { BackupDto, BackupList } from '../../src/services/backup/list-backups.ts';
import type { BackupStep } from '../../src/services/backup/make-backup.ts';
import { filledText, type TargetChoice, withTarget } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { openWorkerApi } from '../operator-context.ts';
import { createProgress } from '../progress.ts';
import type { WorkerApi } from '../worker-api.ts';

interface Options extends TargetChoice {
  now?: boolean;
  to?: string;
  backup: string;
  json?: boolean;
}

/** Until another invocation that works on the backup is asked about again. */
const WAIT_MS = 5000;

export function addBackup(command: Command): void {
  withTarget(command)
    .option('--now', 'make one now, or go on with the one that runs')
    .option('--to <folder>', 'copy one and all takedowns into a folder, for restore', filledText(1000))
    .option('--backup <id>', 'the one to copy; else the newest that is complete', filledText(100), 'latest')
    .option('--json', 'print as one JSON object')
    .action(async (options: Options) => {
      const api = await openWorkerApi(options, { start: true });
      try {
        if (options.now) await makeNow(api, options);
        if (options.to !== undefined) await copyTo(api, options.to, options);
        if (!options.now && options.to === undefined) await showList(api, options);
      } finally {
        await api.close();
      }
    });
}

/** Asks for step after step until the backup is complete. */
async function makeNow(api: WorkerApi, { json }: Options): Promise<void> {
  const progress = createProgress('backup');
  let step: BackupStep;
  try {
    do {
      step = await api.post<BackupStep>('/admin/backups', { now: true });
      const [latest] = (await api.get<BackupList>('/admin/backups')).items;
      if (latest !== undefined)
        progress.update(latest.tables_done ?? 0, latest.tables ?? 0, describeSize(latest));
      if (step.state === 'busy') await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    } while (step.state === 'running' || step.state === 'busy');
  } finally {
    progress.stop();
  }
  const found = (await api.get<BackupList>('/admin/backups')).items.find(({ id }) => id === step.id);
  if (step.state !== 'complete' || found === undefined)
    throw new CommandError(`The backup failed${found?.failure ? `: ${found.failure.message}` : '.'}`);
  console.log(json ? JSON.stringify(found) : describeBackup(found));
}

async function copyTo(api: WorkerApi, to: string, { backup, json }: Options): Promise<void> {
  const { fetchBackup } = await import('../fetch-backup.ts');
  const progress = createProgress('copy');
  try {
    const onFile = (done: number, total: number, file: string) => progress.update(done, total, file);
    const { manifest, folder, takedowns } = await fetchBackup(api, { to, backup, onFile });
    const { id, rows, bytes } = manifest;
    console.log(
      json
        ? JSON.stringify({ id, folder, rows, bytes, takedowns })
        : `${folder}: ${rows} rows, ${bytes} bytes, checked; ${takedowns} takedowns`,
    );
  } finally {
    progress.stop();
  }
}

async function showList(api: WorkerApi, { json }: Options): Promise<void> {
  const list = await api.get<BackupList>('/admin/backups');
  if (json) return console.log(JSON.stringify(list));
  console.log(list.items.length === 0 ? 'none' : list.items.map(describeBackup).join('\n'));
  if (!list.database_answers)
    console.error('The database does not answer: only complete backups are listed.');
}

const describeSize = ({ rows, bytes }: BackupDto): string =>
  `${rows ?? '?'} rows, ${((bytes ?? 0) / 1e6).toFixed(1)} MB`;

function describeBackup(one: BackupDto): string {
  const tables =
    one.status === 'running' ? `${one.tables_done} of ${one.tables} tables` : `${one.tables} tables`;
  const why = one.failure === null ? '' : `  ${one.failure.code}: ${one.failure.message}`;
  return `${one.id}  ${one.status}  ${tables}, ${describeSize(one)}${why}`;
}
