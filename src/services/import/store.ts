import { type ImportWrite, storeImports, upsertArtists } from '../../db/queries/import.ts';
import type { TrackChange } from '../../db/queries/track-writes.ts';
import { TAKEN_DOWN } from '../../lib/database-refusal.ts';
import { AppError } from '../../lib/errors.ts';
import type { Decision } from './decide.ts';
import { keyText } from './key.ts';
import { persist, planBatch, type StoreContext } from './plan.ts';
import { type ImportSong, toTrackWrite } from './song.ts';
import type { SongOutcome } from './tally.ts';

type Stored = { id: number; change: TrackChange } | { refused: string };

interface Planned {
  song: ImportSong;
  decision: Extract<Decision, { action: 'store' | 'fill' }>;
}

/** Stores a batch in which no song depends on another; adds the keys to `seen` and returns the outcome of each song. */
export async function storeBatch(
  ctx: StoreContext,
  songs: readonly ImportSong[],
  seen: Set<string>,
): Promise<SongOutcome[]> {
  const plan = await planBatch(ctx, songs, seen);
  const writes = plan.flatMap(({ song, decision }): Planned[] =>
    decision.action === 'store' || decision.action === 'fill' ? [{ song, decision }] : [],
  );
  const results = await storeAll(ctx, writes);
  const stored = new Map(writes.map(({ song }, i) => [song, results[i] ?? NOT_STORED]));
  for (const { song, decision } of writes) {
    if (!isRefused(stored.get(song))) seen.add(keyText(decision.key)).add(keyText(song.key));
  }
  await feedSongHashes(ctx, writes, results);
  return plan.map(({ song, decision }) => toOutcome(song, decision, stored.get(song)));
}

const NOT_STORED: Stored = { refused: 'it was not stored' };
const isRefused = (stored: Stored | undefined) => stored === undefined || 'refused' in stored;

async function storeAll(ctx: StoreContext, planned: readonly Planned[]): Promise<Stored[]> {
  if (planned.length === 0) return [];
  const names = [...new Set(planned.map(({ song }) => song.row.artist))];
  const ids = await persist(ctx, () => upsertArtists(ctx.sql, names));
  const artistIds = new Map(names.map((name, i) => [name, ids[i] ?? 0]));
  const writes = planned.map(({ song, decision }): ImportWrite => {
    const place = { ...decision, artistId: artistIds.get(song.row.artist) ?? 0 };
    return { kind: decision.action, track: toTrackWrite(song, place) };
  });
  try {
    return await persist(ctx, () => storeImports(ctx.sql, writes));
  } catch (error) {
    if (error instanceof AppError) throw error;
    return storeOneByOne(ctx, writes);
  }
}

/** The transaction of a batch fails as a whole, so each song is retried alone to find the one at fault. */
async function storeOneByOne(ctx: StoreContext, writes: readonly ImportWrite[]): Promise<Stored[]> {
  const results: Stored[] = [];
  for (const write of writes) {
    try {
      results.push(...(await persist(ctx, () => storeImports(ctx.sql, [write]))));
    } catch (error) {
      if (error instanceof AppError) throw error;
      results.push({ refused: describeRefusal(error) });
    }
  }
  return results;
}

const REASONS: Record<string, string> = {
  HTTP_413: 'it is too large to be stored',
  '54000': 'it holds more than can be indexed',
  [TAKEN_DOWN]: 'it was taken down',
};

// The message may quote the song; the error code does not.
function describeRefusal(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (typeof code !== 'string') return 'the database refused it';
  return REASONS[code] ?? `the database refused it (${code})`;
}

/** Only originals: a duplicate must be linked to the first of them. */
async function feedSongHashes(
  ctx: StoreContext,
  planned: readonly Planned[],
  results: readonly Stored[],
): Promise<void> {
  const entries = planned.flatMap(({ song, decision }, i) => {
    const result = results[i];
    if (result === undefined || 'refused' in result) return [];
    if (song.text === null || decision.action === 'fill' || decision.duplicateOf !== null) return [];
    return [{ hash: song.text.lyricsHash, trackId: result.id }];
  });
  await ctx.songHashes.add(entries);
}

function toOutcome(song: ImportSong, decision: Decision, stored: Stored = NOT_STORED): SongOutcome {
  const told = {
    line: song.line,
    key: keyText(song.key),
    trackId: null,
    duplicateOf: null,
    changes: song.changes,
    dropped: song.row.dropped,
    hasWords: song.text !== null,
    reason: null,
    field: null,
  };
  if (decision.action === 'reject') return { ...told, outcome: 'rejected', reason: decision.reason };
  if (decision.action === 'duplicate') return { ...told, outcome: 'duplicate', trackId: decision.trackId };
  if ('refused' in stored) return { ...told, outcome: 'rejected', reason: stored.refused };
  const reason = decision.keepsWords ? 'it has no words; those of the stored song were kept' : null;
  return { ...told, outcome: stored.change, trackId: stored.id, duplicateOf: decision.duplicateOf, reason };
}
