import { type DatePrecision, dateFromText, type ReleaseDate } from '../../lib/release-date.ts';
import type { SpotifyAlbum, SpotifyTrack } from './types.ts';
import { AudioFeaturesSchema } from './types.ts';

export interface TrackArtist {
  spotifyId: string | null;
  name: string;
}

export interface AlbumFacts {
  spotifyId: string | null;
  name: string;
  /** `album`, `single`, `compilation`. */
  type: string | null;
  releaseDate: ReleaseDate | null;
  imageUrl: string | null;
}

/** A Spotify track in our types; null for values that the reply lacks. */
export interface TrackFacts {
  spotifyId: string;
  name: string;
  artists: TrackArtist[];
  album: AlbumFacts | null;
  durationMs: number | null;
  explicit: boolean | null;
  trackNumber: number | null;
  discNumber: number | null;
  popularity: number | null;
  isrc: string | null;
  /** The link that Spotify's terms require next to its data. */
  externalUrl: string;
}

export interface AudioFeatures {
  acousticness: number | null;
  danceability: number | null;
  energy: number | null;
  instrumentalness: number | null;
  liveness: number | null;
  speechiness: number | null;
  valence: number | null;
  loudness: number | null;
  tempo: number | null;
  key: number | null;
  mode: number | null;
}

const PRECISIONS: ReadonlySet<string> = new Set<DatePrecision>(['day', 'month', 'year']);

function albumDate(album: SpotifyAlbum): ReleaseDate | null {
  const date = dateFromText(album.release_date);
  const stated = album.release_date_precision;
  // A full date may mean only a year: the stated precision is used if it is the coarser one.
  if (!date || !stated || !PRECISIONS.has(stated) || date.precision !== 'day') return date;
  return { date: date.date, precision: stated as DatePrecision };
}

export function parseAlbum(album: SpotifyAlbum): AlbumFacts {
  const largest = [...(album.images ?? [])].sort((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
  return {
    spotifyId: album.id ?? null,
    name: album.name,
    type: album.album_type ?? null,
    releaseDate: albumDate(album),
    imageUrl: largest?.url ?? null,
  };
}

/** An ISRC without its hyphens, or null if it is not valid (ISO 3901: country, registrant, year, designation). */
export function normaliseIsrc(isrc: string | null | undefined): string | null {
  const plain = (isrc ?? '').replace(/[-\s]/g, '').toUpperCase();
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(plain) ? plain : null;
}

/** Reads a track. Spotify gives a duration of zero for tracks it no longer has, so zero counts as unknown. */
export function parseTrack(track: SpotifyTrack): TrackFacts {
  return {
    spotifyId: track.id,
    name: track.name,
    artists: (track.artists ?? []).map((artist) => ({ spotifyId: artist.id ?? null, name: artist.name })),
    album: track.album ? parseAlbum(track.album) : null,
    durationMs: track.duration_ms || null,
    explicit: track.explicit ?? null,
    trackNumber: track.track_number ?? null,
    discNumber: track.disc_number ?? null,
    popularity: track.popularity ?? null,
    isrc: normaliseIsrc(track.external_ids?.isrc),
    externalUrl: track.external_urls?.spotify ?? `https://open.spotify.com/track/${track.id}`,
  };
}

/** Reads audio features from either provider; null if the reply has none. */
export function parseAudioFeatures(value: unknown): AudioFeatures | null {
  const parsed = AudioFeaturesSchema.safeParse(value);
  if (!parsed.success) return null;
  const { data } = parsed;
  const features: AudioFeatures = {
    acousticness: data.acousticness ?? null,
    danceability: data.danceability ?? null,
    energy: data.energy ?? null,
    instrumentalness: data.instrumentalness ?? null,
    liveness: data.liveness ?? null,
    speechiness: data.speechiness ?? null,
    valence: data.valence ?? null,
    loudness: data.loudness ?? null,
    tempo: data.tempo ?? null,
    key: data.key ?? null,
    mode: data.mode ?? null,
  };
  return Object.values(features).some((feature) => feature !== null) ? features : null;
}
