import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { cleanScrapedLyrics } from '../../src/lyrics/text/clean.ts';

export interface EvalSong {
  artist: string;
  title: string;
  /** Cleaned. */
  lyrics: string;
}

/** Songs of an NDJSON file with `lyrics`, `title`, `artist`; lines that are no such object are counted, not read. */
export async function readSongs(file: string): Promise<{ songs: EvalSong[]; unreadable: number }> {
  const songs: EvalSong[] = [];
  let unreadable = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const song = readSong(line.replace(/^\uFEFF/, ''));
    if (song) songs.push(song);
    else unreadable += 1;
  }
  return { songs, unreadable };
}

function readSong(line: string): EvalSong | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('lyrics' in value)) return null;
  const { lyrics } = value;
  if (typeof lyrics !== 'string') return null;
  const artist = 'artist' in value && typeof value.artist === 'string' ? value.artist : '';
  const title = 'title' in value && typeof value.title === 'string' ? value.title : '';
  return { artist, title, lyrics: cleanScrapedLyrics(lyrics, { artist, title }).lyrics };
}
