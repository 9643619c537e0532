import { createHash } from 'node:crypto';
import { unitOfArtists } from '../quality/labelled-songs.ts';
import type { Candidate, Sample } from './candidate.ts';

const drawnPlace = (seed: number, name: string): string =>
  createHash('sha256').update(`${seed}\n${name}`).digest('hex');

/**
 * Puts whole artists into the test until it holds `share` of the songs, in an order drawn by the seed; an artist that would
 * take it beyond that by more than it is short of is left in training. Names that may be one artist stay together. With
 * one artist everything is training: a test of songs by artists who were seen would say nothing.
 */
export function splitByArtist(
  songs: readonly Candidate[],
  { share, seed }: { share: number; seed: number },
): Sample[] {
  const unit = unitOfArtists(songs.map(({ artist }) => artist));
  const artists = [...Map.groupBy(songs, ({ artist }) => unit(artist))]
    .map(([name, own]) => ({ name, songs: own.length, place: drawnPlace(seed, name) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const wanted = share * songs.length;
  const test = new Set<string>();
  let held = 0;
  for (const { name, songs: count } of artists) {
    if (test.size === artists.length - 1) break;
    if (Math.abs(held + count - wanted) >= Math.abs(held - wanted)) continue;
    test.add(name);
    held += count;
  }
  return songs.map((song) => ({ ...song, split: test.has(unit(song.artist)) ? 'test' : 'train' }));
}
