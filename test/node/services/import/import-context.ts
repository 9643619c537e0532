import type { Sql } from '../../../../src/db/client.ts';
import type { SongHashes } from '../../../../src/redis/song-hashes.ts';
import type { importTracks } from '../../../../src/services/import/import-tracks.ts';
import { startTestDatabase } from '../../../support/test-database.ts';

export type ImportContext = Parameters<typeof importTracks>[0];

/** A migrated database of its own, and the part of the service context that an import uses. */
export async function openImportContext(): Promise<{
  ctx: ImportContext;
  sql: Sql;
  hashes: Map<string, number>;
  close(): Promise<void>;
}> {
  const { db: sql, close } = await startTestDatabase();
  const hashes = new Map<string, number>();
  const songHashes: SongHashes = {
    find: async (hash) => hashes.get(hash) ?? null,
    add: async (entries) => {
      for (const { hash, trackId } of entries) hashes.set(hash, trackId);
    },
    remove: async (gone) => {
      for (const hash of gone) hashes.delete(hash);
    },
    clear: async () => hashes.clear(),
  };
  const clock = { now: () => Date.parse('2026-01-01T00:00:00Z'), sleep: async () => {} };
  const ctx = { sql, songHashes, actor: { type: 'operator' as const }, clock, random: () => 0 };
  return { ctx, sql, hashes, close };
}
