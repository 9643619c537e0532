import { AppError, describeError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import type { RedisClient } from './client.ts';
import { keys } from './keys.ts';

/**
 * The first track with each text: the O(1) duplicate check. It is only an optimisation: Postgres is asked when it has
 * no answer, and it can be rebuilt from Postgres.
 */
export interface SongHashes {
  find(hash: string): Promise<number | null>;
  add(entries: readonly { hash: string; trackId: number }[]): Promise<void>;
  remove(hashes: readonly string[]): Promise<void>;
  /** Throws UPSTREAM_UNAVAILABLE if Redis does not answer. */
  clear(): Promise<void>;
}

/** Song hashes as one Redis hash: lyrics_hash → track id. */
export function createSongHashes(redis: RedisClient, log: Logger): SongHashes {
  const warn = (error: unknown) => log.warn('song hashes unavailable', { error: describeError(error) });
  return {
    find: async (hash) => {
      try {
        const id = await redis.hget<string>(keys.songHashes, hash);
        return id === null ? null : Number(id);
      } catch (error) {
        warn(error);
        return null;
      }
    },
    add: async (entries) => {
      if (entries.length === 0) return;
      try {
        await redis.hset(
          keys.songHashes,
          Object.fromEntries(entries.map((e) => [e.hash, String(e.trackId)])),
        );
      } catch (error) {
        warn(error);
      }
    },
    remove: async (hashes) => {
      if (hashes.length === 0) return;
      try {
        await redis.hdel(keys.songHashes, ...hashes);
      } catch (error) {
        warn(error);
      }
    },
    clear: async () => {
      try {
        await redis.del(keys.songHashes);
      } catch (cause) {
        throw new AppError('UPSTREAM_UNAVAILABLE', 'Redis does not answer.', { cause });
      }
    },
  };
}

export const noSongHashes: SongHashes = {
  find: async () => null,
  add: async () => {},
  remove: async () => {},
  clear: async () => {},
};
