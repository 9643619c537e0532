import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

/**
 * A file lock of SQLite, because Node has none: the operating system grants it to one process and releases it when that
 * process ends for any reason, so a stale lock cannot remain. Null: another process holds it. `close` gives it back.
 */
export function takeLock(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
}
