import type { R2Bucket, R2Object } from '@cloudflare/workers-types';
import { z } from 'zod';
import { listObjects } from './bucket.ts';
import { BACKUP_ID, BACKUPS_PREFIX, manifestKey } from './format/object-keys.ts';

const SummarySchema = z.object({
  started_at: z.string(),
  finished_at: z.string(),
  rows: z.coerce.number(),
  bytes: z.coerce.number(),
  tables: z.coerce.number(),
});
export type BackupSummary = z.infer<typeof SummarySchema>;

export interface StoredBackup {
  id: string;
  /** Of all its objects. */
  keys: string[];
  /** Whether it has its manifest, which is written last. */
  complete: boolean;
  /** From the metadata of the manifest; null: not complete, or copied without metadata. */
  summary: BackupSummary | null;
}

const idOf = ({ key }: R2Object): string => key.slice(BACKUPS_PREFIX.length).split('/')[0] ?? '';

/** What the bucket holds, the latest first; the database is not asked. Throws UPSTREAM_UNAVAILABLE. */
export async function readBackups(bucket: R2Bucket): Promise<StoredBackup[]> {
  const objects = await listObjects(bucket, BACKUPS_PREFIX);
  const byId = Map.groupBy(objects, idOf);
  const ids = [...byId.keys()].filter((id) => BACKUP_ID.test(id)).sort();
  return ids.reverse().map((id) => {
    const own = byId.get(id) ?? [];
    const manifest = own.find(({ key }) => key === manifestKey(id));
    const summary = SummarySchema.safeParse(manifest?.customMetadata);
    return {
      id,
      keys: own.map(({ key }) => key),
      complete: manifest !== undefined,
      summary: summary.success ? summary.data : null,
    };
  });
}
