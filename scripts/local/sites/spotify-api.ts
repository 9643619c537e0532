import { featuresOf, type SiteTrack } from './spotify-catalogue.ts';
import { hash32, stableBase62 } from './stable-random.ts';

/** Which fields replies have: all those of 2024, or those that development-mode applications get since 2026. */
export type SpotifyShape = '2024' | '2026';

const LINK = 'https://open.spotify.com';

function artistJson(name: string): object {
  const id = stableBase62('artist', name);
  return {
    external_urls: { spotify: `${LINK}/artist/${id}` },
    href: `https://api.spotify.com/v1/artists/${id}`,
    id,
    name,
    type: 'artist',
    uri: `spotify:artist:${id}`,
  };
}

export function albumIdOf(track: SiteTrack): string {
  return stableBase62('album', track.artists[0] ?? '', track.album);
}

function albumJson(track: SiteTrack, shape: SpotifyShape): object {
  const id = albumIdOf(track);
  return {
    album_type: track.albumType,
    artists: track.artists.slice(0, 1).map(artistJson),
    ...(shape === '2024' ? { available_markets: ['DE', 'US'] } : {}),
    external_urls: { spotify: `${LINK}/album/${id}` },
    id,
    images: [],
    name: track.album,
    release_date: track.releaseDate,
    release_date_precision: 'day',
    type: 'album',
    uri: `spotify:album:${id}`,
  };
}

export function trackJson(track: SiteTrack, shape: SpotifyShape): object {
  return {
    album: albumJson(track, shape),
    artists: track.artists.map(artistJson),
    disc_number: 1,
    duration_ms: track.durationMs,
    explicit: track.explicit,
    external_ids: { isrc: track.isrc },
    external_urls: { spotify: `${LINK}/track/${track.id}` },
    id: track.id,
    is_local: false,
    name: track.name,
    ...(shape === '2024'
      ? { popularity: hash32(track.id) % 90, available_markets: ['DE', 'US'], preview_url: null }
      : {}),
    track_number: 1,
    type: 'track',
    uri: `spotify:track:${track.id}`,
  };
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}+/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

interface ParsedQuery {
  isrc: string | null;
  track: string[];
  artist: string[];
}

function parseQuery(query: string): ParsedQuery {
  const field = (name: string): string | null =>
    new RegExp(`${name}:(?:"([^"]*)"|(\\S+))`).exec(query)?.slice(1).find(Boolean) ?? null;
  const track = field('track');
  return { isrc: field('isrc'), track: words(track ?? query), artist: words(field('artist') ?? '') };
}

function overlap(wanted: readonly string[], text: string): number {
  const own = new Set(words(text));
  return wanted.length === 0 ? 1 : wanted.filter((word) => own.has(word)).length / wanted.length;
}

/** Tracks for a query, as loosely as a search engine finds them: another artist ranks lower, but is there. */
export function searchTracks(tracks: readonly SiteTrack[], query: string, limit: number): SiteTrack[] {
  const parsed = parseQuery(query);
  if (parsed.isrc !== null) return tracks.filter((track) => track.isrc === parsed.isrc).slice(0, limit);
  return tracks
    .map((track) => ({
      track,
      title: overlap(parsed.track, track.name),
      artist: overlap(parsed.artist, track.artists.join(' ')),
      words: words(track.name).length,
    }))
    .filter(({ title, artist }) => title >= 0.5 && (artist > 0 || title === 1))
    .sort(
      (a, b) =>
        b.title + b.artist - (a.title + a.artist) ||
        // Of titles that hold all that was asked for, that with the least besides.
        a.words - b.words ||
        (a.track.id < b.track.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ track }) => track);
}

/** ReccoBeats' own id of a track, shaped as a UUID. */
export function reccoBeatsIdOf(trackId: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash32(`${trackId}/${part}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export function reccoBeatsTrackJson(track: SiteTrack): object {
  return {
    id: reccoBeatsIdOf(track.id),
    trackTitle: track.name,
    artists: track.artists.map((name) => ({ name })),
    durationMs: track.durationMs,
    isrc: track.isrc,
    href: `${LINK}/track/${track.id}`,
  };
}

export function reccoBeatsFeaturesJson(track: SiteTrack): object {
  return {
    id: reccoBeatsIdOf(track.id),
    href: `${LINK}/track/${track.id}`,
    isrc: track.isrc,
    ...featuresOf(track.id),
  };
}
