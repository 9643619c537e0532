import { SONGS_WANTED } from '../../ml/trends/choose-bins.ts';
import type { PlacedSongs } from '../../ml/trends/series-cells.ts';
import { binLabel, DAY_MS, type TimeBin, type TimeBins } from '../../ml/trends/time-bins.ts';
import { LEAST_ARTISTS, LEAST_BINS } from '../../ml/trends/types.ts';
import type { Insufficient, Scope } from './contract.ts';
import type { GatheredSongs } from './read-songs.ts';

/** With fewer songs no series is computed, however they are spread. */
const LEAST_SONGS = 20;

/** Songs that a bin should hold. */
const SONGS_A_BIN = SONGS_WANTED / LEAST_BINS;

export interface Needs {
  songs: number;
  bins: number;
  artists: number;
}

/** What a trend needs; of one artist's songs nobody asks for several artists. */
export const trendNeeds = (ofOneArtist: boolean): Needs => ({
  songs: LEAST_SONGS,
  bins: LEAST_BINS,
  artists: ofOneArtist ? 1 : LEAST_ARTISTS,
});

export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The parts of every answer about series: window, counts, and why there are none. */
export function describeScope({ found, binned }: GatheredSongs, needed: Needs): Scope {
  const { songs: passing, undated, announced, newest } = found;
  const bins = binned === null ? [] : countBins(binned.placed, binned.time);
  const counted = binned?.placed.count ?? 0;
  const artists = binned?.placed.artists.length ?? 0;
  const scope: Scope = {
    window:
      binned === null || newest === null
        ? null
        : { ...windowOf(binned.time), newest_release: newest, least_songs: binned.least, bins },
    songs: { counted, artists, passing, undated, announced, too_coarse: binned?.tooCoarse ?? 0 },
    insufficient: null,
    notes: [],
  };
  const insufficient = whyInsufficient(scope, needed);
  const waiting = tellWaiting(found.waiting);
  return { ...scope, insufficient, notes: [...(insufficient === null ? notesOn(scope) : []), ...waiting] };
}

const windowOf = ({ unit, width, bins }: TimeBins) => ({
  from: isoDay(bins[0]?.from ?? 0),
  to: isoDay((bins.at(-1)?.to ?? 1) - 1),
  unit,
  width,
});

export const describeBin = (bin: TimeBin) => ({
  label: binLabel(bin),
  from: isoDay(bin.from),
  to: isoDay(bin.to - 1),
});

function countBins({ cellBin, starts, bins: size }: PlacedSongs, { bins }: TimeBins) {
  const songs = new Int32Array(size);
  const artists = new Int32Array(size);
  for (const [cell, at] of cellBin.entries()) {
    songs[at] = (songs[at] ?? 0) + (starts[cell + 1] ?? 0) - (starts[cell] ?? 0);
    artists[at] = (artists[at] ?? 0) + 1;
  }
  return bins.map((one, at) => ({ ...describeBin(one), songs: songs[at] ?? 0, artists: artists[at] ?? 0 }));
}

function whyInsufficient({ window, songs }: Scope, needed: Needs): Insufficient | null {
  const bins = window?.bins.filter((bin) => bin.songs > 0).length ?? 0;
  const found = { songs: songs.counted, bins, artists: songs.artists };
  const reason = reasonOf(found, needed, songs);
  if (reason === null) return null;
  const unit = window === null || window.width > 1 ? 'bins' : `${window.unit}s`;
  const artists = needed.artists > 1 ? ` by at least ${needed.artists} artists` : '';
  const wanted = `It takes at least ${needed.songs} songs${artists} in at least ${needed.bins} ${unit}; with ${SONGS_A_BIN * needed.bins}, evenly spread, each would hold ${SONGS_A_BIN}.`;
  const message = [
    `${whatIsThere(reason, { window, songs }, unit)}.`,
    wanted,
    adviceFor({ window, songs }, needed),
  ];
  return { reason, message: message.filter((part) => part !== '').join(' '), needed, found };
}

function whatIsThere(
  reason: Insufficient['reason'],
  { window, songs }: Pick<Scope, 'window' | 'songs'>,
  unit: string,
): string {
  if (reason === 'no_songs') return 'No analysed song passes the filters';
  const apart = [
    songs.passing > songs.counted
      ? `${songs.passing} ${songs.passing === 1 ? 'passes' : 'pass'} the filters, whenever released`
      : '',
    songs.undated > 0 ? `${many(songs.undated, 'song')} without a date` : '',
    songs.announced > 0 ? `${many(songs.announced, 'song')} dated after today` : '',
    songs.too_coarse > 0 ? `of ${many(songs.too_coarse, 'song')} only the year or month is known` : '',
  ].filter((part) => part !== '');
  const rest = apart.length === 0 ? '' : ` (${apart.join('; ')})`;
  if (reason === 'no_dates') return `No song has a date up to today${rest}`;
  const bins = window?.bins ?? [];
  const filled = bins.filter((bin) => bin.songs > 0).length;
  const counted = `${many(songs.counted, 'song')} by ${many(songs.artists, 'artist')}`;
  return bins.length === 0
    ? `The window is shorter than a ${window?.unit ?? 'bin'}${rest}`
    : `The window holds ${counted} in ${filled} of ${bins.length} ${unit}${rest}`;
}

/** Bins are as narrow as dates are known: of a short window these can be too few. */
const adviceFor = ({ window }: Pick<Scope, 'window' | 'songs'>, needed: Needs): string =>
  window !== null && window.width === 1 && window.unit !== 'week' && window.bins.length < needed.bins
    ? `Most dates tell only the ${window.unit}: a longer time_period holds more of them.`
    : '';

/** `1 song`, `2 songs`. */
const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function reasonOf(
  found: Needs,
  needed: Needs,
  { passing, undated, announced }: Scope['songs'],
): Insufficient['reason'] | null {
  if (passing === 0) return 'no_songs';
  if (undated + announced === passing) return 'no_dates';
  if (found.songs < needed.songs) return 'too_few_songs';
  if (found.bins < needed.bins) return 'too_few_bins';
  return found.artists < needed.artists ? 'too_few_artists' : null;
}

/** Of a new catalogue the songs that are analysed are few, and those that came first. */
const tellWaiting = (songs: number): string[] =>
  songs === 0 ? [] : [`Not counted: ${many(songs, 'song')} not analysed yet; the schedule analyses them.`];

function notesOn({ window, songs }: Scope): string[] {
  const notes: string[] = [];
  if (window?.least_songs === 0)
    notes.push(
      `Few songs: some bins hold fewer than ${SONGS_A_BIN}. Only a very large change can be told from chance; ${SONGS_WANTED} songs, evenly spread, are needed for bins of ${SONGS_A_BIN}.`,
    );
  if (songs.undated > 0) notes.push(`Not counted: ${many(songs.undated, 'song')} without a date.`);
  if (songs.too_coarse > 0)
    notes.push(
      `Not counted: ${many(songs.too_coarse, 'song')} of the window, because only the year or month of release is known.`,
    );
  if (songs.announced > 0) notes.push(`Not counted: ${many(songs.announced, 'song')} dated after today.`);
  return notes;
}
