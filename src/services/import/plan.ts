import type { ServiceContext } from '../../context.ts';
import { findImportMatches, type ImportMatches } from '../../db/queries/import.ts';
import { AppError } from '../../lib/errors.ts';
import { retry } from '../../lib/resilience/backoff.ts';
import { type Decision, decide } from './decide.ts';
import { type ImportKey, keyText, versionKey } from './key.ts';
import type { ImportSong } from './song.ts';

export type StoreContext = Pick<ServiceContext, 'sql' | 'songHashes' | 'clock' | 'random'>;

const PATIENCE = { attempts: 5, baseMs: 1000, maxMs: 10_000 };

/** Storing is idempotent, so a short database outage is handled by retrying. */
export function persist<T>(ctx: StoreContext, work: () => Promise<T>): Promise<T> {
  const isRetryable = (error: unknown) => error instanceof AppError && error.retryable;
  return retry(work, { ...PATIENCE, isRetryable }, ctx);
}

/** Decides on every song of a batch, after one query for what is stored. */
export async function planBatch(
  ctx: StoreContext,
  songs: readonly ImportSong[],
  seen: ReadonlySet<string>,
): Promise<{ song: ImportSong; decision: Decision }[]> {
  const versions = new Map<ImportSong, ImportKey>();
  for (const song of songs) {
    if (song.key.stated || !seen.has(keyText(song.key))) continue;
    versions.set(song, await versionKey(song.row, song.text?.lyricsHash ?? song.state));
  }
  const matches = await persist(ctx, () => findMatches(ctx, songs, [...versions.values()]));
  const earlier: ImportSong[] = [];
  return songs.map((song) => {
    const decision = decide(song, { matches, seen, earlier, version: versions.get(song) ?? null });
    if (decision.action === 'store' || decision.action === 'fill') earlier.push(song);
    return { song, decision };
  });
}

function findMatches(
  ctx: StoreContext,
  songs: readonly ImportSong[],
  versions: readonly ImportKey[],
): Promise<ImportMatches> {
  const keys = [...songs.map((song) => song.key), ...versions];
  const texts = songs.flatMap(({ text }) => text ?? []);
  return findImportMatches(ctx.sql, {
    geniusIds: keys.flatMap((key) => key.geniusId ?? []),
    sourceKeys: keys.flatMap((key) => key.sourceKey ?? []),
    lyricsHashes: [...new Set(texts.map((text) => text.lyricsHash))],
    bands: [...new Set(texts.flatMap((text) => text.bands))],
  });
}
