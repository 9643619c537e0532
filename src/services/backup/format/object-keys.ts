/** Where everything of a bucket of backups is. */

export const BACKUPS_PREFIX = 'backups/';
/** Copies of takedowns, never removed: a restore applies those that are younger than its backup. */
export const TAKEDOWNS_PREFIX = 'takedowns/';
export const MANIFEST = 'manifest.json';

/** UTC to the second, then letters and digits: ids sort as their times. */
export const BACKUP_ID = /^\d{8}T\d{6}Z-[a-z0-9]{6}$/;

/** `random` is six letters or digits that keep two backups of one second apart. */
export function backupId(startedAt: Date, random: string): string {
  const compact = startedAt.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `${compact}-${random}`;
}

export const backupPrefix = (id: string): string => `${BACKUPS_PREFIX}${id}/`;

export const manifestKey = (id: string): string => `${backupPrefix(id)}${MANIFEST}`;

/** The file of a table: bytes that are not plain in file names and addresses are written as `~` and two hex digits. */
export function tableFile(table: string): string {
  const bytes = new TextEncoder().encode(table);
  const name = Array.from(bytes, (byte) => {
    const letter = String.fromCharCode(byte);
    return /[A-Za-z0-9_-]/.test(letter) ? letter : `~${byte.toString(16).padStart(2, '0')}`;
  });
  return `${name.join('')}.ndjson.gz`;
}

/** Of a takedown made then: its id alone may be given again after a restore. */
export function takedownKey(id: number, createdAt: Date): string {
  return `${TAKEDOWNS_PREFIX}${createdAt.toISOString().replaceAll(/[-:.]/g, '')}-${id}.json`;
}
