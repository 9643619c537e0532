import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { type ArtistRow, findArtist, scheduleNextScrape, setScrapeCursor } from '../../db/queries/artists.ts';
import { addRunItems, countRunSongs, findQueuedItems } from '../../db/queries/run-items.ts';
import { findRun, markRunListed, noteRejected, type RunRow, setRunStatus } from '../../db/queries/runs.ts';
import { SourceError } from '../../lib/source-error.ts';
import { judgeFailure, MAX_ODD_TRIES } from '../../lib/source-failure.ts';
import { enqueueSongs } from './enqueue-songs.ts';
import { failListing } from './fail-listing.ts';
import { finishRun } from './finish-run.ts';
import { parkRun } from './park-run.ts';
import { resolveAgain, resolveArtist } from './resolve-artist.ts';
import { SCRAPE_EVERY_HOURS } from './watch-artist.ts';

const CACHE_SECONDS = 3600;
/** More pages than any artist has. */
const MAX_SONGS = 20_000;

type Context = Pick<ServiceContext, 'sql' | 'cache' | 'genius' | 'queues' | 'clock' | 'log' | 'config'>;
/** One page of an artist's songs, as it is cached. */
const SongListSchema = z.object({
  songs: z.array(z.object({ geniusId: z.int(), title: z.string(), lyricsUpdatedAt: z.number().nullable() })),
  nextPage: z.int().nullable(),
  rejected: z.int(),
});
type SongList = z.infer<typeof SongListSchema>;

/**
 * Lists one page of a run's artist, sends its songs to be scraped, and requests the next page. `attempt` counts the
 * deliveries of the message, from 1.
 */
export async function listArtistSongs(
  ctx: Context,
  input: { runId: number; attempt?: number },
): Promise<void> {
  const { attempt = 1 } = input;
  const run = await findRun(ctx.sql, input.runId);
  if (run === null) return;
  if (run.listed && attempt > 1) return enqueueLeft(ctx, run);
  // The listing of a parked run continues when the run is resumed.
  if (run.status !== 'listing' || run.listed) return;
  const artist = await findArtist(ctx.sql, run.artist_id);
  if (artist === null) return;
  try {
    await listPage(ctx, run, artist, attempt);
  } catch (error) {
    const failure = judgeFailure(error, { nowMs: ctx.clock.now(), attempt });
    if (failure.action === 'retry') throw failure.error;
    if (failure.action === 'park') await parkRun(ctx, { runId: run.id, ...failure });
    else await failListing(ctx, { runId: run.id, reason: failure.reason });
  }
}

async function listPage(ctx: Context, run: RunRow, named: ArtistRow, attempt: number): Promise<void> {
  const { artist, rejected } = await resolveArtist(ctx, named);
  // A row for another spelling was merged into its artist together with its run, unless that artist has its own run.
  if (artist !== null && artist.id !== named.id && (await findRun(ctx.sql, run.id))?.status !== 'listing')
    return;
  const page = artist?.scrape_cursor ?? 1;
  const found = artist === null ? null : await findPage(ctx, artist, page);
  if (found === null) {
    const unread = rejected === 0 ? '' : ` ${rejected} hits of the search could not be read.`;
    const reason = `Genius knows no artist "${named.name}".${unread}`;
    await setRunStatus(ctx.sql, { id: run.id, status: 'failed', reason });
    await scheduleNextScrape(ctx.sql, { id: artist?.id ?? named.id, afterHours: SCRAPE_EVERY_HOURS });
    return;
  }
  await takePage(ctx, run, { ...found, page, attempt });
}

/** A page of the artist's songs; if Genius no longer knows the artist's id, of the id that it has now. */
async function findPage(
  ctx: Context,
  artist: ArtistRow,
  page: number,
): Promise<{ artist: ArtistRow; list: SongList } | null> {
  if (artist.genius_id === null) return null;
  const list = await cachedPage(ctx, artist.genius_id, page);
  if (list !== null) return { artist, list };
  const renewed = await resolveAgain(ctx, artist);
  const again = renewed?.genius_id == null ? null : await cachedPage(ctx, renewed.genius_id, page);
  return renewed === null || again === null ? null : { artist: renewed, list: again };
}

async function takePage(
  ctx: Context,
  run: RunRow,
  found: { artist: ArtistRow; list: SongList; page: number; attempt: number },
): Promise<void> {
  const { artist, list, page, attempt } = found;
  if (list.rejected > 0 && attempt < MAX_ODD_TRIES) {
    throw new SourceError('bad_reply', `${list.rejected} songs of page ${page} could not be read`);
  }
  if (list.rejected > 0) await noteRejected(ctx.sql, { runId: run.id, page, count: list.rejected });
  const songs = list.songs.map((song) => ({
    geniusId: song.geniusId,
    lyricsUpdatedAt: song.lyricsUpdatedAt === null ? null : new Date(song.lyricsUpdatedAt * 1000),
  }));
  const added = await addRunItems(ctx.sql, { runId: run.id, songs, limit: run.song_limit });
  const queued = attempt > 1 ? await findLeft(ctx, run) : added;
  const full = run.song_limit !== null && (await countRunSongs(ctx.sql, run.id)) >= run.song_limit;
  if (list.nextPage !== null && !full) {
    await setScrapeCursor(ctx.sql, { id: artist.id, page: list.nextPage });
    // Sent before this page's songs, so that the queue is not empty between two pages.
    await ctx.queues.ingest.send([{ type: 'artist.list', run_id: run.id }]);
    await enqueueSongs(ctx, run.id, queued);
    return;
  }
  await scheduleNextScrape(ctx.sql, { id: artist.id, afterHours: SCRAPE_EVERY_HOURS });
  await markRunListed(ctx.sql, run.id);
  await enqueueSongs(ctx, run.id, queued);
  await finishRun(ctx, run.id);
}

/**
 * Sends every song of the run that is still to be scraped. For a repeated message: the earlier delivery may have moved
 * the cursor without sending its page. A song that is sent twice is scraped once.
 */
function findLeft(ctx: Context, run: RunRow): Promise<number[]> {
  return findQueuedItems(ctx.sql, { runId: run.id, limit: MAX_SONGS });
}

async function enqueueLeft(ctx: Context, run: RunRow): Promise<void> {
  if (run.status !== 'running' && run.status !== 'listing') return;
  await enqueueSongs(ctx, run.id, await findLeft(ctx, run));
  await finishRun(ctx, run.id);
}

async function cachedPage(ctx: Context, geniusId: number, page: number): Promise<SongList | null> {
  const key = `${geniusId}:${page}`;
  const cached = await ctx.cache.get('artist-songs', key, SongListSchema);
  if (cached !== null) return cached;
  const list = await ctx.genius.listSongs(geniusId, page);
  // A list with unreadable songs is requested again.
  if (list?.rejected === 0) await ctx.cache.set('artist-songs', key, list, CACHE_SECONDS);
  return list;
}
