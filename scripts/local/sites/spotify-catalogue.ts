import type { SiteSong } from './site-songs.ts';
import { hash32, seededRandom, stableBase62 } from './stable-random.ts';

/** A track as the Spotify site serves it. */
export interface SiteTrack {
  id: string;
  name: string;
  artists: string[];
  album: string;
  albumType: 'album' | 'compilation' | 'single';
  releaseDate: string;
  durationMs: number;
  explicit: boolean;
  isrc: string;
  /** True for a track that is not the song it looks like. */
  decoy: boolean;
}

/** The track of a song, or null for one that was never released. */
export function trackOf(song: SiteSong): SiteTrack | null {
  if (song.releaseDate === null) return null;
  const features =
    song.featured.length > 0 && !song.title.includes('feat') ? ` (feat. ${song.featured.join(' & ')})` : '';
  return {
    id: song.spotifyTrackId,
    name: song.title + features,
    artists: [song.artistName, ...song.featured],
    album: song.album ?? song.title,
    albumType: song.album === null ? 'single' : 'album',
    releaseDate: song.releaseDate,
    durationMs: song.durationMs,
    explicit: song.explicit,
    isrc: song.isrc,
    decoy: false,
  };
}

const DECOYS: readonly {
  name: (title: string) => string;
  artist: string | null;
  album: string;
  stretch: number;
}[] = [
  { name: (title) => title, artist: 'Nobody In Particular', album: 'Unrelated Songs', stretch: 1.2 },
  {
    name: (title) => `${title} (Karaoke Version)`,
    artist: 'Sing It Yourself Karaoke',
    album: 'Karaoke Nights',
    stretch: 1,
  },
  {
    name: (title) => `${title} (Originally Performed By Somebody)`,
    artist: 'Backing Track Bureau',
    album: 'Backing Tracks',
    stretch: 1,
  },
  { name: (title) => title, artist: 'The Tribute Office', album: 'A Tribute', stretch: 1.01 },
  { name: (title) => `${title} - Live`, artist: null, album: 'Live at the Boat House', stretch: 1.1 },
  { name: (title) => `${title} - Instrumental`, artist: null, album: 'Instrumentals', stretch: 1 },
  { name: (title) => `${title} (Night Shift Remix)`, artist: null, album: 'Remixes', stretch: 1.3 },
];

/** Tracks that have the song's title, or nearly, without being the song. */
export function decoysOf(song: SiteSong): SiteTrack[] {
  return DECOYS.map((decoy, i) => ({
    id: stableBase62('decoy', song.path, String(i)),
    name: decoy.name(song.title.replace(/\s*\(.*\)$/, '')),
    artists: [decoy.artist ?? song.artistName],
    album: decoy.album,
    albumType: 'compilation' as const,
    releaseDate: '2016-01-01',
    durationMs: Math.round(song.durationMs * decoy.stretch),
    explicit: false,
    isrc: `QZDEC16${String(hash32(`${song.path}${i}`) % 100_000).padStart(5, '0')}`,
    decoy: true,
  }));
}

/** Audio features by track: made up, yet the same each time and different from song to song. */
export function featuresOf(trackId: string): Record<string, number> {
  const random = seededRandom(`features ${trackId}`);
  const around = (centre: number, spread: number): number =>
    Number(Math.min(0.99, Math.max(0.01, centre + (random() - 0.5) * 2 * spread)).toFixed(4));
  return {
    acousticness: around(0.2, 0.2),
    danceability: around(0.68, 0.25),
    energy: around(0.62, 0.3),
    instrumentalness: around(0.05, 0.05),
    liveness: around(0.2, 0.15),
    speechiness: around(0.25, 0.18),
    valence: around(0.5, 0.4),
    loudness: Number((-12 + random() * 9).toFixed(3)),
    tempo: Number((70 + random() * 90).toFixed(3)),
    key: Math.floor(random() * 12),
    mode: random() < 0.6 ? 1 : 0,
  };
}
