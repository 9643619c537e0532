import { statfs } from 'node:fs/promises';

export interface WatchedPostgres {
  dataDir: string;
  /** Resolves when Postgres has answered a query. */
  ping(): Promise<void>;
  /** Absent: as the system says; null where it does not. */
  freeBytes?: (folder: string) => Promise<number | null>;
}

/** Postgres on a full disk can no longer be used: everything that it does not answer would be a 503 without a word. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';

  constructor(dataDir: string) {
    super(
      `The disk that holds ${dataDir} is full, and Postgres has stopped. Make room there and start again.`,
    );
  }
}

const CHECK_EVERY_MS = 5_000;
/** Postgres writes its log in pieces of 16 MB. */
const SEGMENT_BYTES = 16 * 2 ** 20;
const SCARCE_BYTES = 2 * SEGMENT_BYTES;
/** PGlite's panic on a full disk spins for ever; the longest statement that still succeeds there takes less. */
const SILENT_FOR_MS = 30_000;

/**
 * Warns once when the disk that holds the data runs out, and calls `onFull` when Postgres then stops answering.
 * Returns what ends the watch.
 */
export function watchDisk(postgres: WatchedPostgres, onFull: (error: DiskFullError) => void): () => void {
  let warned = false;
  let silentSince: number | null = null;
  const check = async () => {
    const free = await (postgres.freeBytes ?? freeBytes)(postgres.dataDir);
    if (free === null || free >= SCARCE_BYTES) {
      silentSince = null;
      return;
    }
    if (!warned) console.error(scarceMessage(postgres.dataDir, free));
    warned = true;
    if (silentSince === null) {
      silentSince = performance.now();
      void postgres.ping().then(() => {
        silentSince = null;
      });
    } else if (performance.now() - silentSince > SILENT_FOR_MS) {
      clearInterval(timer);
      onFull(new DiskFullError(postgres.dataDir));
    }
  };
  const timer = setInterval(() => void check(), CHECK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

function scarceMessage(dataDir: string, free: number): string {
  const megabytes = Math.floor(free / 2 ** 20);
  return `The disk that holds ${dataDir} is nearly full (${megabytes} MB left): what cannot be stored fails.`;
}
