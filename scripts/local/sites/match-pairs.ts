import type { TrackQuery } from '../../../src/sources/spotify/match-track.ts';
import type { TrackFacts } from '../../../src/sources/spotify/parse.ts';
import { MATCH_CASES, type MatchCase } from './match-cases.ts';
import { CHANGES, type Change, SONGS, type Song } from './match-changes.ts';
import { stableBase62 } from './stable-random.ts';

/** One labelled pair: whether this track is the requested song. */
export interface MatchPair {
  label: string;
  query: TrackQuery;
  track: TrackFacts;
  same: boolean;
}

function trackOf(song: Song, change: Change): TrackFacts {
  const year = change.year?.(song) ?? song.year;
  return {
    spotifyId: stableBase62('pair', song.artist, song.title, change.label),
    name: change.name?.(song) ?? song.title,
    artists: (change.artists?.(song) ?? [song.artist]).map((name) => ({ spotifyId: null, name })),
    album: {
      spotifyId: null,
      name: change.album?.(song) ?? song.album,
      type: 'album',
      releaseDate: { date: `${year}-05-01`, precision: 'day' },
      imageUrl: null,
    },
    durationMs: (change.seconds?.(song) ?? song.seconds) * 1000 + 320,
    explicit: null,
    trackNumber: null,
    discNumber: null,
    popularity: null,
    isrc: null,
    externalUrl: '',
  };
}

function queryOf(song: Song, withDuration: boolean): TrackQuery {
  return {
    title: song.title,
    artists: [song.artist],
    featured: song.featured,
    album: song.album,
    releaseYear: song.year,
    durationMs: withDuration ? song.seconds * 1000 : null,
  };
}

/** Versions asked for as such, which only the same version answers. */
const VERSION_PAIRS: readonly [string, string, boolean][] = [
  ['Gutter Opera (Remix)', 'Gutter Opera - Remix', true],
  ['Gutter Opera (Remix)', 'Gutter Opera', false],
  ['Gutter Opera (Lowell Remix)', 'Gutter Opera - Lowell Remix', true],
  ['Gutter Opera (Lowell Remix)', 'Gutter Opera - Night Shift Remix', false],
  ['Gutter Opera (Live)', 'Gutter Opera - Live', true],
  ['Gutter Opera (Live at the Dock)', 'Gutter Opera - Live at the Dock', true],
  ['Gutter Opera (Live)', 'Gutter Opera', false],
  ['Gutter Opera (Instrumental)', 'Gutter Opera - Instrumental', true],
  ['Gutter Opera (Instrumental)', 'Gutter Opera', false],
  ['Gutter Opera (Acoustic)', 'Gutter Opera - Acoustic Version', true],
  ['Gutter Opera (Demo)', 'Gutter Opera', false],
  ['Gutter Opera (Skit)', 'Gutter Opera - Skit', true],
  ['Gutter Opera, Pt. 2', 'Gutter Opera Part 2', true],
  ['Gutter Opera, Pt. 2', 'Gutter Opera Pt. II', true],
  ['Gutter Opera, Pt. 2', 'Gutter Opera', false],
  ['Gutter Opera II', 'Gutter Opera III', false],
  ['Gutter Opera (Clean)', 'Gutter Opera', true],
  ['Gutter Opera (Radio Edit)', 'Gutter Opera - Radio Edit', true],
];

function casePair([artist, title, seconds, artists, name, trackSeconds, same]: MatchCase): MatchPair {
  const blank = {
    label: name,
    same,
    name: () => name,
    artists: () => [...artists],
    seconds: () => trackSeconds,
  };
  const song: Song = { title, artist, featured: [], album: '', year: 0, seconds: seconds ?? 0 };
  return {
    label: `${artist}, ${title} and ${artists.join(', ')}, ${name}`,
    query: { title, artists: [artist], durationMs: seconds === null ? null : seconds * 1000 },
    track: { ...trackOf(song, blank), album: null },
    same,
  };
}

/** Pairs with a label given by hand: each song against each change, with a known duration and without one. */
export function labelledPairs(): MatchPair[] {
  const changed = SONGS.flatMap((song) =>
    CHANGES.flatMap((change) =>
      [true, false]
        // Without a duration nothing tells a track of the same name apart.
        .filter((withDuration) => withDuration || change.label !== 'twice as long')
        .map((withDuration) => ({
          label: `${song.artist}, ${song.title}: ${change.label}${withDuration ? '' : ', duration unknown'}`,
          query: queryOf(song, withDuration),
          track: trackOf(song, change),
          same: change.same,
        })),
    ),
  );
  const [song] = SONGS;
  if (!song) throw new Error('no songs to make pairs of');
  const versions = VERSION_PAIRS.map(([asked, offered, same]) => ({
    label: `${asked} and ${offered}`,
    query: { ...queryOf(song, false), title: asked },
    track: trackOf(song, { label: offered, same, name: () => offered }),
    same,
  }));
  return [...changed, ...versions, ...MATCH_CASES.map(casePair)];
}
