import { sha256 } from '../run/configuration.ts';

/** Which artists a model has learned from, without their names. */
export interface SeenArtists {
  /** Of each name. */
  names: string[];
  /** Of the beginnings of each name, in whole words: "Tess" of "Tess Marrow". */
  beginnings: string[];
}

const DIGITS = 12;

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');

/** Names an artist in results and registries that hold no names. */
export const fingerprintOf = (artist: string): string => sha256(`artist:${plain(artist)}`).slice(0, DIGITS);

const beginningsOf = (name: string): string[] => {
  const words = plain(name).split(' ');
  return words.slice(0, -1).map((_, at) => words.slice(0, at + 1).join(' '));
};

export const seenArtists = (artists: readonly string[]): SeenArtists => ({
  names: [...new Set(artists.map(fingerprintOf))].sort(),
  beginnings: [...new Set(artists.flatMap(beginningsOf).map(fingerprintOf))].sort(),
});

/** Whether an artist is, or may be under a longer or shorter name, one of those that a model has learned from. */
export function isSeen(artist: string, seen: SeenArtists): boolean {
  const names = new Set(seen.names);
  const own = fingerprintOf(artist);
  return (
    names.has(own) ||
    seen.beginnings.includes(own) ||
    beginningsOf(artist).some((beginning) => names.has(fingerprintOf(beginning)))
  );
}
