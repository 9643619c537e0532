import { findMissingExtensions } from '../../src/db/queries/restore-target.ts';
import { systemClock } from '../../src/lib/clock.ts';
import type { BackupFiles } from '../../src/services/backup/restore/backup-files.ts';
import type { RestoreReport, Say } from '../../src/services/backup/restore/report.ts';
import { restoreBackup } from '../../src/services/backup/restore/restore-backup.ts';
import { CommandError } from '../explain.ts';
import { migrate } from '../migrate.ts';
import { knownMigrations, neededExtensions } from './known-migrations.ts';
import { openRestoreDatabase, type RestoreDatabase } from './open-database.ts';

/** Restores into the empty database at `url`. Throws CommandError and AppError, whose sentences are for the operator. */
export async function restore(url: string, files: BackupFiles, say: Say): Promise<RestoreReport> {
  const database = await openRestoreDatabase(url);
  try {
    await assertExtensions(database);
    return await restoreBackup({
      db: database.sql,
      files,
      clock: systemClock,
      say,
      migrations: {
        known: await knownMigrations(),
        apply: (count) => database.without(() => migrate(url, count === undefined ? {} : { count })),
      },
    });
  } finally {
    await database.close();
  }
}

async function assertExtensions({ sql }: RestoreDatabase): Promise<void> {
  const missing = await findMissingExtensions(sql, await neededExtensions());
  if (missing.length === 0) return;
  throw new CommandError(
    `The server lacks the extensions ${missing.join(', ')} of Postgres. Neon has them; elsewhere install them first, for example ` +
      'the package postgresql-17-pgvector for vector. Nothing was changed.',
  );
}
