import type { R2Bucket } from '@cloudflare/workers-types';
import { AppError } from '../../../lib/errors.ts';
import { askR2 } from '../bucket.ts';
import { backupPrefix, manifestKey } from '../format/object-keys.ts';
import type { BackupFiles } from '../restore/backup-files.ts';

/** The files of a backup in the bucket. */
export function bucketFiles(
  bucket: R2Bucket,
  id: string,
): Pick<BackupFiles, 'place' | 'id' | 'manifest' | 'read'> {
  const readObject = async (key: string, range?: { offset: number; length: number }): Promise<Uint8Array> => {
    const bytes = await askR2(`give ${key}`, async () => {
      const object = await bucket.get(key, range === undefined ? {} : { range });
      return object === null ? null : new Uint8Array(await object.arrayBuffer());
    });
    if (bytes === null) throw new AppError('NOT_FOUND', `${key} is missing in the bucket of backups.`);
    return bytes;
  };
  return {
    place: 'the bucket',
    id,
    manifest: () => readObject(manifestKey(id)),
    read: (file, range) => readObject(`${backupPrefix(id)}${file}`, range),
  };
}
