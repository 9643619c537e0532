import type { ServiceContext } from '../../context.ts';
import type { TrackWrite } from '../../db/queries/track-writes.ts';
import type { SongPage } from '../../sources/genius/parse-page.ts';
import type { SongFacts } from '../../sources/genius/parse-song.ts';
import { findDuplicate } from './find-duplicate.ts';
import { prepareLyrics } from './prepare-lyrics.ts';

const NO_TEXT = {
  lyrics: null,
  sections: [],
  textHash: null,
  lyricsHash: null,
  sketch: null,
  bands: null,
  duplicateOf: null,
};

/** A scraped song as a row: facts from the API and the content of its page. */
export async function toTrackWrite(
  ctx: Pick<ServiceContext, 'sql' | 'songHashes'>,
  song: { artistId: number; facts: SongFacts; page: SongPage },
): Promise<TrackWrite> {
  const { facts, page } = song;
  const text = page.outcome === 'ok' ? await prepareLyrics(page.lyrics, facts.language) : null;
  const identity = { geniusId: facts.geniusId, sourceKey: null };
  return {
    artistId: song.artistId,
    ...identity,
    source: 'genius',
    artist: facts.artist?.name ?? '',
    title: facts.title,
    album: facts.album?.name ?? null,
    featured: facts.silentOn.includes('featured') ? null : facts.featured.map((artist) => artist.name),
    releaseDate: facts.releaseDate?.date ?? null,
    releaseDatePrecision: facts.releaseDate?.precision ?? null,
    explicit: facts.explicit ?? page.song.explicit,
    url: facts.url,
    isrc: null,
    durationMs: null,
    lyricsState: page.outcome,
    lyricsEvidence: page.evidence,
    lyricsDifference: page.difference,
    lyricsUpdatedAt: facts.lyricsUpdatedAt === null ? null : new Date(facts.lyricsUpdatedAt * 1000),
    spotifyId: facts.spotifyTrackId,
    spotifyData: null,
    ...(text === null
      ? { ...NO_TEXT, language: facts.language }
      : { ...text, ...(await findDuplicate(ctx, text, identity)) }),
  };
}
