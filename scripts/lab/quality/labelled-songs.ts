import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { cleanScrapedLyrics } from '../../../src/lyrics/text/clean.ts';
import { exactText } from '../../../src/lyrics/text/exact-text.ts';
import { CommandError } from '../../explain.ts';

const Row = z.object({
  artist: z.string().min(1),
  title: z.string().default(''),
  lyrics: z.string(),
  overall_quality: z.number().min(1).max(10),
  label_model: z.string().nullish(),
});

export interface LabelledSong {
  /** One name for all spellings that may be one artist. */
  artist: string;
  lyrics: string;
  label: number;
}

export interface LabelledFile {
  songs: LabelledSong[];
  /** Lines that are no song with an artist, lyrics and a label. */
  unreadable: number;
  /** Songs whose text came before, which are left out: a model tested on one would have seen it under another artist. */
  repeated: number;
  /** SHA-256 of the file. */
  hash: string;
  /** Who gave the labels, as far as the file says. */
  labelledBy: string[];
}

/** Songs with labels from 1 to 10 (`overall_quality`) of an NDJSON file, cleaned as an import cleans them. */
export async function readLabelledSongs(
  file: string,
  knownArtists: readonly string[] = [],
): Promise<LabelledFile> {
  const bytes = await readFile(file);
  const lines = bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const rows = lines.flatMap((line) => parseRow(line) ?? []);
  if (rows.length === 0)
    throw new CommandError(
      `${file} holds no labelled songs: one JSON object a line with artist, lyrics and overall_quality.`,
    );
  const unit = unitOfArtists([...knownArtists, ...rows.map(({ artist }) => artist)]);
  const songs = rows.map(({ artist, title, lyrics, overall_quality }) => ({
    artist: unit(artist),
    lyrics: exactText(cleanScrapedLyrics(lyrics, { artist, title }).lyrics),
    label: overall_quality,
  }));
  const texts = new Set<string>();
  const different = songs.filter(({ lyrics }) => {
    const isFirst = !texts.has(lyrics.toLowerCase());
    texts.add(lyrics.toLowerCase());
    return isFirst;
  });
  return {
    songs: different,
    repeated: songs.length - different.length,
    unreadable: lines.length - rows.length,
    hash: createHash('sha256').update(bytes).digest('hex'),
    labelledBy: [...new Set(rows.flatMap(({ label_model }) => label_model ?? []))],
  };
}

function parseRow(line: string): z.infer<typeof Row> | null {
  try {
    return Row.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/**
 * Names that begin with all words of a shorter one may be the same artist ("Tupac", "Tupac Shakur") and count as one, so
 * that no fold has seen the artist it is tested on.
 */
export function unitOfArtists(names: readonly string[]): (name: string) => string {
  const plain = (name: string): string => name.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  const known = [...new Set(names.map(plain))].sort((a, b) => a.length - b.length);
  const units = new Map(
    known.map((name) => [
      name,
      known.find((other) => name === other || name.startsWith(`${other} `)) ?? name,
    ]),
  );
  return (name) => units.get(plain(name)) ?? plain(name);
}
