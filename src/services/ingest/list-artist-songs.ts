import type { ServiceContext } from '../../context.ts';
import {
  type ArtistRow,
  findArtist,
  scheduleNextScrape,
  setArtistGeniusId,
  setScrapeCursor,
} from '../../db/queries/artists.ts';
import { addRunItems, countRunItems, findQueuedItems } from '../../db/queries/run-items.ts';
import { findRun, markRunListed, noteRejected, type RunRow, setRunStatus } from '../../db/queries/runs.ts';
import { SourceError } from '../../lib/source-error.ts';
import { enqueueSongs } from './enqueue-songs.ts';
import { finishRun } from './finish-run.ts';
import { parkRun } from './park-run.ts';
import { SCRAPE_EVERY_HOURS } from './scrape-every.ts';
import { judgeFailure, MAX_ODD_TRIES } from './source-failure.ts';

const CACHE_SECONDS = 3600;
/** More than any artist has. */
const MAX_SONGS = 20_000;

type Context = Pick<ServiceContext, 'sql' | 'cache' | 'genius' | 'queues' | 'clock' | 'log' | 'config'>;
type SongList = Awaited<ReturnType<ServiceContext['genius']['listSongs']>>;

/**
 * Lists one page of a run's artist, sends its songs to be scraped, and asks for the next page. `attempt` counts
 * the deliveries of the message, from 1.
 */
export async function listArtistSongs(
  ctx: Context,
  input: { runId: number; attempt?: number },
): Promise<void> {
  const { attempt = 1 } = input;
  const run = await findRun(ctx.sql, input.runId);
  if (run === null) return;
  if (run.listed && attempt > 1) return enqueueLeft(ctx, run);
  // A parked run is listed on when it is woken.
  if (run.status !== 'listing' || run.listed) return;
  const artist = await findArtist(ctx.sql, run.artist_id);
  if (artist === null) return;
  try {
    await listPage(ctx, run, artist, attempt);
  } catch (error) {
    const failure = judgeFailure(error, { nowMs: ctx.clock.now(), attempt });
    if (failure.action === 'retry') throw failure.error;
    if (failure.action === 'park') await parkRun(ctx, { runId: run.id, ...failure });
    else await setRunStatus(ctx.sql, { id: run.id, status: 'failed', reason: failure.reason });
  }
}

async function listPage(ctx: Context, run: RunRow, artist: ArtistRow, attempt: number): Promise<void> {
  const { geniusId, rejected } = await resolveArtist(ctx, artist);
  const page = artist.scrape_cursor ?? 1;
  const list = geniusId === null ? null : await cachedPage(ctx, geniusId, page);
  if (list === null) {
    const unread = rejected === 0 ? '' : ` ${rejected} hits of the search could not be read.`;
    const reason = `Genius knows no artist "${artist.name}".${unread}`;
    await setRunStatus(ctx.sql, { id: run.id, status: 'failed', reason });
    await scheduleNextScrape(ctx.sql, { id: artist.id, afterHours: SCRAPE_EVERY_HOURS });
    return;
  }
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
  const full = run.song_limit !== null && (await countRunItems(ctx.sql, run.id)) >= run.song_limit;
  if (list.nextPage !== null && !full) {
    await setScrapeCursor(ctx.sql, { id: artist.id, page: list.nextPage });
    // Sent before this page's songs, so that the queue never runs dry between two pages.
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
 * Every song of the run that is still to be scraped, for a message that comes again: the delivery before may have moved
 * the cursor on and not come to send its page. A song that is sent twice is scraped once.
 */
function findLeft(ctx: Context, run: RunRow): Promise<number[]> {
  return findQueuedItems(ctx.sql, { runId: run.id, limit: MAX_SONGS });
}

async function enqueueLeft(ctx: Context, run: RunRow): Promise<void> {
  if (run.status !== 'running' && run.status !== 'listing') return;
  await enqueueSongs(ctx, run.id, await findLeft(ctx, run));
  await finishRun(ctx, run.id);
}

async function resolveArtist(
  ctx: Context,
  { id, name, genius_id }: ArtistRow,
): Promise<{ geniusId: number | null; rejected: number }> {
  if (genius_id !== null) return { geniusId: genius_id, rejected: 0 };
  const { artist, rejected } = await ctx.genius.findArtist(name);
  if (artist !== null) await setArtistGeniusId(ctx.sql, { id, geniusId: artist.geniusId });
  return { geniusId: artist?.geniusId ?? null, rejected };
}

async function cachedPage(ctx: Context, geniusId: number, page: number): Promise<SongList> {
  const key = `${geniusId}:${page}`;
  const cached = await ctx.cache.get<NonNullable<SongList>>('artist-songs', key);
  if (cached !== null) return cached;
  const list = await ctx.genius.listSongs(geniusId, page);
  // One with songs that could not be read is asked for again.
  if (list?.rejected === 0) await ctx.cache.set('artist-songs', key, list, CACHE_SECONDS);
  return list;
}
