import { embedAudioFeatures } from './audio-embedding.ts';
import type { SpotifyClient } from './client.ts';
import { type FeatureFlags, useFeature } from './feature-flags.ts';
import { isPlausibleTrack, matchTrack, scoreTrack, type TrackMatch, type TrackQuery } from './match-track.ts';
import type { AudioFeatures, TrackFacts } from './parse.ts';
import type { ReccoBeatsClient } from './reccobeats.ts';
import { readTrackTitle } from './track-title.ts';

export const AUDIO_FEATURES = 'spotify.audio_features';
export const SEARCH = 'spotify.search';

export interface SongToFind extends TrackQuery {
  /** From the media link of Genius. */
  spotifyTrackId?: string | null | undefined;
  isrc?: string | null | undefined;
}

export interface FoundTrack {
  track: TrackFacts;
  matchedBy: 'genius_media' | 'isrc' | 'search';
  /** 0 to 1, by the same measure for all three methods. */
  score: number;
}

export interface TrackSearch {
  found: FoundTrack | null;
  /** What was tried and why it was not chosen, to be stored with a miss. */
  attempts: string[];
}

export interface FoundFeatures {
  features: AudioFeatures;
  source: 'reccobeats' | 'spotify';
}

/** The interface to Spotify for services. Failures are `SourceError`s; a missing song is not a failure. */
export interface SpotifySource {
  findTrack(song: SongToFind): Promise<TrackSearch>;
  audioFeatures(spotifyId: string): Promise<FoundFeatures | null>;
  /** A unit vector of `AUDIO_DIMENSIONS`; null if too few features are known. */
  audioEmbedding(features: AudioFeatures): number[] | null;
  /** Why Spotify's own audio features are off, or null. */
  audioFeaturesOff(): Promise<string | null>;
  /** Why searches are off, so that only songs with a link are found; or null. */
  searchOff(): Promise<string | null>;
  /** Throws `SourceError` if the credentials are not accepted or there is no answer. */
  checkCredentials(): Promise<void>;
}

function describeMiss({ best, reason }: TrackMatch): string {
  if (best === null) return 'search: no candidates';
  const why = best.penalties.length > 0 ? ` (${best.penalties.join(', ')})` : '';
  return `search: ${reason}, best ${best.score.toFixed(2)}${why}`;
}

async function byLink(
  client: SpotifyClient,
  song: SongToFind,
  attempts: string[],
): Promise<FoundTrack | null> {
  if (!song.spotifyTrackId) return null;
  const track = await client.track(song.spotifyTrackId);
  if (track === null) attempts.push('genius_media: no such track');
  else if (!isPlausibleTrack(song, track)) attempts.push('genius_media: another song');
  else return { track, matchedBy: 'genius_media', score: scoreTrack(song, track).score };
  return null;
}

interface Search {
  attempts: string[];
  /** Null while Spotify refuses searches to this application. */
  ask(work: () => Promise<TrackFacts[]>): Promise<TrackFacts[] | null>;
}

async function byIsrc(
  client: SpotifyClient,
  song: SongToFind,
  { attempts, ask }: Search,
): Promise<FoundTrack | null> {
  const { isrc } = song;
  if (!isrc) return null;
  const tracks = await ask(() => client.tracksByIsrc(isrc));
  if (tracks === null) return null;
  const [best] = tracks
    .filter((track) => isPlausibleTrack(song, track))
    .map((track) => scoreTrack(song, track))
    .sort((a, b) => b.rank - a.rank);
  if (best) return { track: best.track, matchedBy: 'isrc', score: best.score };
  attempts.push(tracks.length === 0 ? 'isrc: no such recording' : 'isrc: another song');
  return null;
}

async function bySearch(
  client: SpotifyClient,
  song: SongToFind,
  { attempts, ask }: Search,
): Promise<FoundTrack | null> {
  const artist = song.artists[0];
  if (!artist) return null;
  // Brackets with features and versions in the query prevent hits; the matcher distinguishes versions.
  const title = readTrackTitle(song.title).plain;
  const candidates = await ask(() => client.searchTracks({ title, artist }));
  if (candidates === null) {
    attempts.push('search: refused to this application');
    return null;
  }
  const result = matchTrack(song, candidates);
  if (result.match) return { track: result.match.track, matchedBy: 'search', score: result.match.score };
  attempts.push(describeMiss(result));
  return null;
}

/** Link, then ISRC, then a scored search; audio features from Spotify, then from ReccoBeats. */
export function createSpotifySource(options: {
  client: SpotifyClient;
  reccoBeats: ReccoBeatsClient;
  flags: FeatureFlags;
  checkCredentials(): Promise<void>;
}): SpotifySource {
  const { client, reccoBeats, flags } = options;
  return {
    checkCredentials: options.checkCredentials,
    async findTrack(song) {
      const attempts: string[] = [];
      const search: Search = { attempts, ask: (work) => useFeature(flags, SEARCH, work) };
      const found =
        (await byLink(client, song, attempts)) ??
        (await byIsrc(client, song, search)) ??
        (await bySearch(client, song, search));
      return { found, attempts };
    },
    async audioFeatures(spotifyId) {
      const own = await useFeature(flags, AUDIO_FEATURES, () => client.audioFeatures(spotifyId));
      if (own !== null) return { features: own, source: 'spotify' };
      const other = await reccoBeats.audioFeatures(spotifyId);
      return other === null ? null : { features: other, source: 'reccobeats' };
    },
    audioEmbedding: embedAudioFeatures,
    audioFeaturesOff: () => flags.offReason(AUDIO_FEATURES),
    searchOff: () => flags.offReason(SEARCH),
  };
}
