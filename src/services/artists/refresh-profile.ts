import type { ServiceContext } from '../../context.ts';
import { storeProfile } from '../../db/queries/artist-profiles.ts';
import { findArtistSongs, findLyrics } from '../../db/queries/artist-songs.ts';
import { buildProfile } from './build-profile.ts';
import { type ArtistVocabulary, VocabularyCounter } from './collect-vocabulary.ts';
import { readSongs } from './song-measures.ts';

/** More songs than nearly all artists have; for larger ones only the first are read, and the profile says so. */
const MAX_SONGS = 2000;
/** Texts read per query. */
const TEXTS = 50;

type Context = Pick<ServiceContext, 'sql' | 'log' | 'engineVersion'>;

async function readVocabulary(ctx: Context, ids: readonly number[]): Promise<ArtistVocabulary> {
  const counter = new VocabularyCounter();
  for (let at = 0; at < ids.length && !counter.isFull; at += TEXTS) {
    for (const lyrics of await findLyrics(ctx.sql, ids.slice(at, at + TEXTS))) counter.add(lyrics);
  }
  return counter.result();
}

/**
 * Computes an artist's profile from its current songs and stores it. Texts are read until there are enough tokens for
 * the vocabulary; everything else comes from the stored analyses. Does nothing if the artist no longer exists.
 */
export async function refreshProfile(ctx: Context, input: { artistId: number }): Promise<void> {
  const { artistId } = input;
  const { sourceHash, songs: found } = await findArtistSongs(ctx.sql, {
    artistId,
    engineVersion: ctx.engineVersion,
    limit: MAX_SONGS + 1,
  });
  const songs = readSongs(ctx, found.slice(0, MAX_SONGS));
  const ids = songs.map(({ id }) => id);
  const vocabulary = await readVocabulary(ctx, ids);
  const { profile, measures, analysed } = buildProfile(songs, vocabulary, {
    isPartial: found.length > MAX_SONGS,
  });
  await storeProfile(ctx.sql, {
    artistId,
    sourceHash,
    songs: analysed,
    trackIds: ids,
    measures,
    profile,
    words: vocabulary.words,
  });
}
