import { SourceError } from '../../lib/source-error.ts';
import type { GeniusClient } from './client.ts';
import { artistSimilarity } from './match-song.ts';
import { parseSongPage, type SongPage } from './parse-page.ts';
import { parseSong, type SongFacts } from './parse-song.ts';

/** A search hit whose name is less similar than this is another artist. */
const ARTIST_THRESHOLD = 0.9;

export interface ListedSong {
  geniusId: number;
  title: string;
  /** Epoch seconds; null if the list does not state it. */
  lyricsUpdatedAt: number | null;
}

export interface SongListPage {
  songs: ListedSong[];
  nextPage: number | null;
  /** Entries that could not be read. */
  rejected: number;
}

export interface ArtistSearch {
  /** Null if no hit is similar enough. */
  artist: { geniusId: number; name: string; url: string | null } | null;
  /** Hits that could not be read. */
  rejected: number;
}

export interface ScrapedSong {
  facts: SongFacts;
  page: SongPage;
}

/** The interface to Genius for services: client and parsers combined. Failures are `SourceError`s. */
export interface GeniusSource {
  /** The artist of that name. */
  findArtist(name: string): Promise<ArtistSearch>;
  /** One page of the artist's own songs, at most 50; null if the artist does not exist. */
  listSongs(artistId: number, page: number): Promise<SongListPage | null>;
  /** The song's facts and its page, parsed; null if the song does not exist. */
  fetchSong(id: number): Promise<ScrapedSong | null>;
}

export function createGeniusSource(client: GeniusClient): GeniusSource {
  return {
    findArtist: async (name) => {
      const { songs, rejected } = await client.search(name);
      const artists = songs.flatMap((song) => song.primary_artist ?? []);
      const best = artists
        .map((artist) => ({ artist, score: artistSimilarity(artist.name, name) }))
        .sort((a, b) => b.score - a.score)[0];
      if (best === undefined || best.score < ARTIST_THRESHOLD) return { artist: null, rejected };
      const { id: geniusId, name: found, url } = best.artist;
      return { artist: { geniusId, name: found, url: url ?? null }, rejected };
    },
    listSongs: async (artistId, page) => {
      const list = await client.artistSongs(artistId, page);
      if (list === null) return null;
      // The list also contains songs that only feature the artist; those belong to another artist's list.
      const own = list.songs.filter((song) => isBy(song, artistId));
      const songs = own.map((song) => ({
        geniusId: song.id,
        title: song.title,
        lyricsUpdatedAt: song.lyrics_updated_at || null,
      }));
      return { songs, nextPage: list.nextPage, rejected: list.rejected };
    },
    fetchSong: async (id) => {
      const song = await client.song(id);
      if (song === null) return null;
      const facts = parseSong(song);
      const address = facts.path ?? facts.url;
      if (address === null) throw new SourceError('bad_reply', `song ${id} has no address`);
      const document = await client.songPage(address);
      return { facts, page: parseSongPage(document.html, { ...document, songId: id }) };
    },
  };
}

function isBy(
  song: { primary_artist?: { id: number } | null | undefined; primary_artists: { id: number }[] | null },
  artistId: number,
): boolean {
  const ids = [song.primary_artist?.id, ...(song.primary_artists ?? []).map((artist) => artist.id)];
  return ids.every((id) => id === undefined) || ids.includes(artistId);
}
