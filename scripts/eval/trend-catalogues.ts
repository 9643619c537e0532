import type { Random } from '../../src/ml/compose/random.ts';
import type { Cell } from '../../src/ml/trends/types.ts';
import { normalNumbers } from '../lab/draw-vectors.ts';

export const BINS = 40;
const ARTISTS = 120;
/** Standard deviations of what is common to an artist's songs and of what is not; that of the bins' noise is 1. */
const ARTIST_SPREAD = 1;
const SONG_SPREAD = 2;

/** An artist has songs from one bin to another, more or fewer in each. */
interface Career {
  from: number;
  to: number;
  songsPerBin: number;
}

export interface Planted {
  /** Common to all artists, by bin. */
  level: readonly number[];
  /** Of one artist with this share of all songs, who drifts alone. */
  drift?: { share: number; change: number };
}

/** Songs of 120 artists, a few of whom have many: who is there changes from bin to bin, as in real catalogues. */
export function plantCatalogue({ level, drift }: Planted, random: Random): Cell[] {
  const normal = normalNumbers(random);
  const cells: Cell[] = [];
  for (let artist = 0; artist < ARTISTS; artist++) {
    const own = ARTIST_SPREAD * normal();
    cells.push(...songsOf(artist, drawCareer(random, normal), (bin) => own + (level[bin] ?? 0), normal));
  }
  if (drift !== undefined) {
    const songs = cells.reduce((sum, cell) => sum + cell.songs, 0);
    const songsPerBin = (songs * drift.share) / (1 - drift.share) / BINS;
    const drifting = (bin: number): number => (level[bin] ?? 0) + (drift.change * bin) / (BINS - 1);
    cells.push(...songsOf(ARTISTS, { from: 0, to: BINS, songsPerBin }, drifting, normal));
  }
  return cells;
}

function drawCareer(random: Random, normal: Random): Career {
  const length = 4 + Math.floor(random() ** 2 * BINS);
  const from = Math.floor(random() * (BINS + length)) - length;
  return { from, to: from + length, songsPerBin: 2 * Math.exp(normal()) };
}

function songsOf(artist: number, career: Career, mean: (bin: number) => number, normal: Random): Cell[] {
  const cells: Cell[] = [];
  for (let bin = Math.max(0, career.from); bin < Math.min(BINS, career.to); bin++) {
    const songs = Math.max(0, Math.round(career.songsPerBin * (1 + 0.5 * normal())));
    const sum = songs * mean(bin) + SONG_SPREAD * Math.sqrt(songs) * normal();
    if (songs > 0) cells.push({ artist, bin, songs, sum });
  }
  return cells;
}

/** An AR(1) process of standard deviation 1. */
export function autoregressive(length: number, correlation: number, normal: Random): number[] {
  const fresh = Math.sqrt(1 - correlation ** 2);
  let value = normal();
  return Array.from({ length }, () => {
    const now = value;
    value = correlation * value + fresh * normal();
    return now;
  });
}

export function randomWalk(length: number, normal: Random): number[] {
  let value = 0;
  return Array.from({ length }, () => {
    value += normal();
    return value;
  });
}

/** The songs of every artist at dates drawn from those of all songs. */
export function shuffleDates(cells: readonly Cell[], random: Random): Cell[] {
  const dates = cells.flatMap(({ bin, songs }) => Array.from({ length: songs }, () => bin));
  for (let i = dates.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [dates[i], dates[j]] = [dates[j] ?? 0, dates[i] ?? 0];
  }
  let next = 0;
  return cells.flatMap(({ artist, songs, sum }) =>
    Array.from({ length: songs }, () => ({ artist, bin: dates[next++] ?? 0, songs: 1, sum: sum / songs })),
  );
}
