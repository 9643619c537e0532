import { createHash } from 'node:crypto';
import { unitOfArtists } from '../quality/labelled-songs.ts';
import { type Candidate, eraOf } from './candidate.ts';

const drawnPlace = (seed: number, name: string): string =>
  createHash('sha256').update(`stratum ${seed}\n${name}`).digest('hex');

/** The surest first, and of each genre one before a second of any; an unknown genre counts as one. */
function inTurn(songs: readonly Candidate[]): Candidate[] {
  const taken = new Map<string | null, number>();
  return songs
    .toSorted((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))
    .map((song) => {
      const turn = taken.get(song.genre) ?? 0;
      taken.set(song.genre, turn + 1);
      return { song, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ song }) => song);
}

/** Songs of one artist, under all spellings, in one decade; the order of the strata is drawn by the seed. */
function strataOf(candidates: readonly Candidate[], seed: number): Candidate[][] {
  const unit = unitOfArtists(candidates.map(({ artist }) => artist));
  const strata = Map.groupBy(candidates, (one) => `${unit(one.artist)}\n${eraOf(one)}`);
  return [...strata]
    .map(([name, own]) => ({ place: drawnPlace(seed, name), own }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ own }) => inTurn(own));
}

/**
 * At most `size` songs, drawn from each stratum of artist and decade in turn, the surest analysis of a stratum first, so
 * that no artist or decade fills the set before the others are used up. Where the songs do not suffice for a whole turn, the
 * seed decides which strata are in it. The same candidates and seed give the same songs, in whatever order they come.
 */
export function drawSample(
  candidates: readonly Candidate[],
  { size, seed }: { size: number; seed: number },
): Candidate[] {
  const strata = strataOf(candidates, seed);
  const drawn: Candidate[] = [];
  for (let round = 0; drawn.length < size && strata.some((own) => round < own.length); round++)
    drawn.push(...strata.flatMap((own) => own[round] ?? []));
  return drawn.slice(0, size);
}
