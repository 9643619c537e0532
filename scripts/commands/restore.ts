import { existsSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BackupFiles } from '../../src/services/backup/restore/backup-files.ts';
import type { RestoreReport, Say } from '../../src/services/backup/restore/report.ts';
import { filledText, httpUrl, postgresUrl } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { sayWhenInterrupted } from '../local/stop-signals.ts';
import { createProgress } from '../progress.ts';

interface RestoreOptions {
  from: string;
  backup?: string;
  token?: string;
  databaseUrl?: string;
  drill?: boolean;
  json?: boolean;
}

const isUrl = (from: string): boolean => /^https?:/i.test(from);

function source(text: string): string {
  if (isUrl(text)) return httpUrl(text);
  if (existsSync(text)) return text;
  throw new InvalidArgumentError(`Expected the address of a Worker or a folder; ${text} does not exist.`);
}

export function addRestore(command: Command): void {
  command
    .addOption(
      new Option('--from <place>', 'address of a Worker, or a folder with backups')
        .argParser(source)
        .makeOptionMandatory(),
    )
    .option('--backup <id>', 'else the newest that is complete', filledText(100))
    .addOption(new Option('--token <token>', 'key or admin token of the Worker').env('ADMIN_TOKEN'))
    .addOption(
      new Option('--database-url <url>', 'the empty database to fill, over TCP').argParser(postgresUrl),
    )
    .addOption(
      new Option('--drill', 'restore into an embedded Postgres that is thrown away').conflicts('databaseUrl'),
    )
    .option('--json', 'print the report as one JSON object')
    .action(async (options: RestoreOptions) => {
      const files = await openFiles(options);
      const report = options.drill ? await drill(files) : await fill(files, options.databaseUrl);
      console.log(options.json ? JSON.stringify(report) : describeRestore(report));
    });
}

async function openFiles({ from, backup, token }: RestoreOptions): Promise<BackupFiles> {
  if (isUrl(from)) {
    const { workerFiles } = await import('../restore/worker-files.ts');
    return await workerFiles(from, { token, id: backup });
  }
  const { findInFolder, folderFiles } = await import('../restore/folder-files.ts');
  return folderFiles(await findInFolder(from, backup));
}

async function fill(files: BackupFiles, url: string | undefined): Promise<RestoreReport> {
  if (url === undefined)
    throw new CommandError('Name the database to fill with --database-url, or try with --drill.');
  process.stderr.write(`restoring ${files.id} from ${files.place} into ${new URL(url).host}\n`);
  return await withProgress(files, url);
}

async function withProgress(files: BackupFiles, url: string): Promise<RestoreReport> {
  const { restore } = await import('../restore/restore.ts');
  if ((await files.readTakedowns()) === null) process.stderr.write(`${noTakedowns(files)}\n`);
  const withdraw = sayWhenInterrupted(
    () => 'Interrupted. Run the same command again: it goes on where it was.',
  );
  const progress = createProgress('restore');
  const say: Say = ({ what, done, total }) => progress.update(done, total, what);
  try {
    return await restore(url, files, say);
  } finally {
    progress.stop();
    withdraw();
  }
}

const noTakedowns = ({ place }: BackupFiles): string =>
  `There is no folder takedowns beside ${place}: songs that were taken down after the backup come back. Copy it from the bucket, too.`;

/** The whole way, into a database that nothing else uses. */
async function drill(files: BackupFiles): Promise<RestoreReport> {
  const [{ startPostgres }, { mkdtemp, rm }, { tmpdir }, { join }] = await Promise.all([
    import('../local/postgres/server.ts'),
    import('node:fs/promises'),
    import('node:os'),
    import('node:path'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'barline-drill-'));
  const server = await startPostgres({ dataDir: join(folder, 'postgres') });
  try {
    process.stderr.write(`restoring ${files.id} from ${files.place} into ${folder}\n`);
    return await withProgress(files, server.migrationUrl);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const count = (n: number, one: string): string => `${n.toLocaleString('en-US')} ${one}${n === 1 ? '' : 's'}`;

export function describeRestore(report: RestoreReport): string {
  const { backup, rows, bytes, tables, verified, dropped, takedowns, migrations, seconds } = report;
  const filled = tables.filter((table) => table.rows > 0);
  const width = Math.max(...filled.map(({ table }) => table.length), 0);
  return [
    `restored ${backup.id} (${backup.started_at} to ${backup.finished_at})${report.continued ? ', gone on with' : ''}`,
    ...filled.map((table) => `  ${table.table.padEnd(width)}  ${table.rows.toLocaleString('en-US')}`),
    `${count(rows, 'row')} of ${count(tables.length, 'table')}, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(0)} s; ` +
      `all of them compared with the backup, ${count(verified.parts, 'part')}`,
    ...dropped.map(
      (one) =>
        `${count(one.rows, one.dropped === 'row' ? 'row' : 'reference')} of ${one.table} dropped: ${one.rule} (the tables changed while they were read)`,
    ),
    `${count(takedowns.copies, 'takedown')} known, ${takedowns.applied} made after the backup; ${count(takedowns.tracks.length, 'song')} removed again`,
    migrations.length === 0
      ? `the schema is that of the backup, ${backup.last_migration}`
      : `migrated on from ${backup.last_migration}: ${migrations.join(', ')}`,
    'Keys that were revoked after the backup are valid again: revoke them once more. docs/backups.md has the next steps.',
  ].join('\n');
}
