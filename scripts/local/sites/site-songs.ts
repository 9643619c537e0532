import { trimOf } from '../../../src/lib/trim-text.ts';
import type { CatalogueArtist, CatalogueRelation, CatalogueSong } from '../catalogue/catalogue.ts';
import type { PageSong } from './genius-page.ts';
import { hash32, stableBase62, stableId } from './stable-random.ts';

/** A catalogue song as the sites know it. */
export interface SiteSong extends PageSong {
  album: string | null;
  albumId: number | null;
  featured: readonly string[];
  writers: readonly string[];
  producers: readonly string[];
  tags: readonly string[];
  durationMs: number;
  relation: CatalogueRelation | null;
  spotifyTrackId: string;
  isrc: string;
}

export interface SiteCatalogue {
  /** Artists by id, guests and crew of the songs too. */
  artists: Map<number, string>;
  songs: Map<number, SiteSong>;
  byPath: Map<string, SiteSong>;
  add(artist: CatalogueArtist): void;
  songsOf(artistId: number): SiteSong[];
  find(artist: string, title: string): SiteSong | undefined;
}

export function artistIdOf(name: string): number {
  return stableId('artist', name);
}

function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '');
  return trimOf(plain.replace(/[^\p{L}\p{N}]+/gu, '-'), '-');
}

/** `/Artist-name-song-title-lyrics`, with a number behind it when the path is taken. */
function pathOf(artist: string, title: string, taken: ReadonlyMap<string, unknown>): string {
  const words = slug(`${artist} ${title}`) || `song-${hash32(title)}`;
  const base = `/${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  let path = `${base}-lyrics`;
  for (let copy = 2; taken.has(path); copy += 1) path = `${base}-${copy}-lyrics`;
  return path;
}

function isrcOf(key: string, releaseDate: string | null): string {
  return `QZ${['BLN', 'DMO', 'LUP'][hash32(key) % 3]}${(releaseDate ?? '2025').slice(2, 4)}${String(hash32(`${key}#`) % 100_000).padStart(5, '0')}`;
}

function toSiteSong(artist: string, song: CatalogueSong, position: number, path: string): SiteSong {
  // Two songs of one title by one artist are two songs: the path, made unique above, tells them apart.
  const key = path;
  return {
    id: stableId('song', key),
    title: song.title,
    artistId: artistIdOf(artist),
    artistName: artist,
    path,
    lyrics: song.lyrics.trim(),
    state: song.state,
    language: song.language,
    explicit: song.explicit,
    releaseDate: song.releaseDate,
    lyricsUpdatedAt: 1_600_000_000 + (hash32(key) % 100_000_000) + position,
    album: song.album,
    albumId: song.album === null ? null : stableId('album', artist, song.album),
    featured: song.featured,
    writers: song.writers,
    producers: song.producers,
    tags: song.tags,
    durationMs: song.durationSeconds * 1000 + (hash32(key) % 1000),
    relation: song.relation,
    spotifyTrackId: stableBase62('track', key),
    isrc: isrcOf(key, song.releaseDate),
  };
}

/** Both sites serve this view of the catalogue; ids depend on names only, so they outlive a restart. */
export function createSiteCatalogue(artists: readonly CatalogueArtist[]): SiteCatalogue {
  const songs = new Map<number, SiteSong>();
  const byPath = new Map<string, SiteSong>();
  const names = new Map<number, string>();

  function add(artist: CatalogueArtist): void {
    names.set(artistIdOf(artist.name), artist.name);
    artist.songs.forEach((song, position) => {
      const site = toSiteSong(artist.name, song, position, pathOf(artist.name, song.title, byPath));
      songs.set(site.id, site);
      byPath.set(site.path, site);
      for (const name of [...song.featured, ...song.writers, ...song.producers]) {
        names.set(artistIdOf(name), name);
      }
    });
  }
  for (const artist of artists) add(artist);
  return {
    artists: names,
    songs,
    byPath,
    add,
    songsOf: (artistId) => [...songs.values()].filter((song) => song.artistId === artistId),
    find: (artist, title) =>
      [...songs.values()].find((song) => song.artistName === artist && song.title === title),
  };
}
