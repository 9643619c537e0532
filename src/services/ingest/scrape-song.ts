import type { ServiceContext } from '../../context.ts';
import { upsertArtist } from '../../db/queries/artist-identity.ts';
import { findWaitingWork } from '../../db/queries/embeddings.ts';
import { noteRunItem, type SkippedScrape, skipRunItem, startRunItem } from '../../db/queries/run-items.ts';
import { failRunItem, type ScrapeFailure } from '../../db/queries/scrape-failures.ts';
import { storeScrapedSong } from '../../db/queries/store-song.ts';
import { isTakenDown } from '../../lib/database-refusal.ts';
import { BLOCKED_PAUSE_MS, SourceError } from '../../lib/source-error.ts';
import { judgeFailure, MAX_ODD_TRIES } from '../../lib/source-failure.ts';
import type { ScrapedSong } from '../../sources/genius/source.ts';
import { enqueueTrackWork } from '../analysis/enqueue-track-work.ts';
import { linkVersions } from '../songs/find-duplicate.ts';
import { findImported } from '../songs/find-imported.ts';
import { toTrackWrite } from '../songs/to-track-write.ts';
import { finishRun } from './finish-run.ts';
import { parkRun } from './park-run.ts';
import { stopHopelessRun } from './stop-hopeless-run.ts';

type Context = Pick<
  ServiceContext,
  'sql' | 'genius' | 'songHashes' | 'queues' | 'clock' | 'log' | 'metrics' | 'config'
>;
interface Song {
  runId: number;
  geniusId: number;
  /** Deliveries of the message, from 1. */
  attempt?: number;
}

/**
 * Scrapes one song of a run and stores the result together with the end of its run item in one transaction: if the
 * Worker is killed at any point, the work is repeated without duplicates. If a page cannot be read, no longer exists
 * or has lost its words, the stored text and everything made from it stay, and the reason is stored next to it.
 */
export async function scrapeSong(ctx: Context, song: Song): Promise<void> {
  const item = await startRunItem(ctx.sql, song);
  if (item === null) return;
  if (item.status === 'queued') await scrapeQueued(ctx, song);
  // An earlier delivery may have stored the song without sending the follow-up messages.
  else if ((song.attempt ?? 1) > 1)
    await enqueueTrackWork(ctx, await findWaitingWork(ctx.sql, song.geniusId));
  await finishRun(ctx, song.runId);
}

async function scrapeQueued(ctx: Context, song: Song): Promise<void> {
  try {
    const scraped = await ctx.genius.fetchSong(song.geniusId);
    if (scraped === null) return await fail(ctx, song, 'not_found', 'Genius knows no such song.');
    if (scraped.page.outcome === 'blocked') {
      return await parkRun(ctx, {
        runId: song.runId,
        reason: scraped.page.evidence,
        waitMs: BLOCKED_PAUSE_MS,
      });
    }
    if (scraped.page.outcome === 'parse_error' && (song.attempt ?? 1) < MAX_ODD_TRIES) {
      throw new SourceError('bad_reply', scraped.page.evidence);
    }
    await storeSong(ctx, song, scraped);
  } catch (error) {
    if (isTakenDown(error)) return await skip(ctx, song, 'taken_down');
    const failure = judgeFailure(error, { nowMs: ctx.clock.now(), attempt: song.attempt ?? 1 });
    if (failure.action === 'retry') {
      await noteRunItem(ctx.sql, { ...song, error: failure.error.message });
      throw failure.error;
    }
    if (failure.action === 'park') await parkRun(ctx, { runId: song.runId, ...failure });
    else await fail(ctx, song, 'parse_error', failure.reason);
  }
}

async function storeSong(ctx: Context, song: Song, { facts, page }: ScrapedSong): Promise<void> {
  const primary = facts.artist;
  if (primary === null) return await fail(ctx, song, 'parse_error', 'The song names no artist.');
  const artist = await upsertArtist(ctx.sql, { name: primary.name, geniusId: primary.geniusId });
  const track = await toTrackWrite(ctx, { artistId: artist.id, facts, page });
  const adoptId = await findImported(ctx, track);
  const stored = await storeScrapedSong(ctx.sql, { runId: song.runId, track, facts, adoptId });
  ctx.metrics.count('barline_songs_total', { outcome: stored.failure ?? page.outcome });
  if (page.agreed === false) ctx.metrics.count('barline_parse_differences_total', {});
  const { lyricsHash, sketch, bands, geniusId, sourceKey } = track;
  const settled = stored.failure !== null || stored.duplicateOf !== null;
  if (!settled && lyricsHash !== null && sketch !== null && bands !== null) {
    await linkVersions(ctx, { lyricsHash, sketch, bands }, { id: stored.id, geniusId, sourceKey });
  }
  if (stored.failure !== null || page.outcome === 'parse_error') await stopHopelessRun(ctx, song);
  await enqueueTrackWork(ctx, [{ id: stored.id, embed: stored.embed, analyze: stored.analyze }]);
}

/** Ends the song's item without a failure: nothing of it may be stored. */
async function skip(ctx: Context, song: Song, outcome: SkippedScrape): Promise<void> {
  ctx.metrics.count('barline_songs_total', { outcome });
  await skipRunItem(ctx.sql, { ...song, outcome });
}

async function fail(ctx: Context, song: Song, outcome: ScrapeFailure, error: string): Promise<void> {
  ctx.metrics.count('barline_songs_total', { outcome });
  await failRunItem(ctx.sql, { ...song, outcome, error });
  await stopHopelessRun(ctx, song);
}
