import { systemClock } from '../../src/lib/clock.ts';
import { createBreaker } from '../../src/lib/resilience/breaker.ts';
import { createLocalState } from '../../src/lib/resilience/local-state.ts';
import { createSpotify } from '../../src/sources/create-spotify.ts';
import { startSpotifySite } from '../local/sites/spotify-site.ts';
import type { LabelledSong } from './labelled-songs.ts';

export interface HalfScore {
  songs: number;
  /** Songs that the catalogue has. */
  present: number;
  matched: number;
  precision: number;
  recall: number;
  /** Matches that are wrong, by what was taken instead; songs that are there and were not found. */
  wrong: Record<string, number>;
  missed: number;
}

export interface SongScore {
  tuning: HalfScore;
  held_out: HalfScore;
  all: HalfScore;
  /** Songs of the tuning half, or of both when asked for, that were judged wrongly, with what was taken. */
  wrongly_matched: string[];
  wrongly_missed: string[];
}

interface Judged extends LabelledSong {
  /** The id that was taken. */
  taken: string | null;
  attempts: string[];
}

const CLIENT = { clientId: 'eval', clientSecret: 'eval' };

/** Looks for the songs of one draw on a loopback Spotify that has the tracks of all of them. */
async function findAll(
  songs: readonly LabelledSong[],
  onProgress: (done: number) => void,
): Promise<Judged[]> {
  const site = await startSpotifySite({ artists: [], ...CLIENT });
  try {
    site.control.addTracks(songs.flatMap(({ tracks }) => tracks));
    const state = createLocalState(systemClock);
    const source = createSpotify({
      spotify: { apiUrl: site.url, accountsUrl: site.url, ...CLIENT },
      reccobeatsUrl: `${site.url}/reccobeats`,
      userAgent: 'barline-eval',
      clock: systemClock,
      state,
      gate: { acquire: async () => undefined },
      breaker: (upstream) => createBreaker(upstream, { state, clock: systemClock }),
    });
    const judged: Judged[] = [];
    for (const song of songs) {
      const { found, attempts } = await source.findTrack(song.song);
      judged.push({ ...song, taken: found?.track.spotifyId ?? null, attempts });
      onProgress(judged.length);
    }
    return judged;
  } finally {
    await site.stop();
  }
}

const isRight = ({ taken, right }: Judged): boolean => taken !== null && right.has(taken);
const isWrong = ({ taken, right }: Judged): boolean => taken !== null && !right.has(taken);
const isMissed = ({ taken, right }: Judged): boolean => taken === null && right.size > 0;
const takenKind = ({ taken, kinds }: Judged): string => kinds.get(taken ?? '') ?? 'another song';

function score(songs: readonly Judged[]): HalfScore {
  const right = songs.filter(isRight).length;
  const matched = songs.filter(({ taken }) => taken !== null).length;
  const present = songs.filter((song) => song.right.size > 0).length;
  const wrong = Map.groupBy(songs.filter(isWrong), takenKind);
  return {
    songs: songs.length,
    present,
    matched,
    precision: matched === 0 ? 0 : right / matched,
    recall: present === 0 ? 0 : right / present,
    wrong: Object.fromEntries([...wrong].map(([kind, of]) => [kind, of.length])),
    missed: songs.filter(isMissed).length,
  };
}

/** Precision and recall of the search for songs whose right tracks are known, on a seeded half and on the other. */
export async function matchSongs(
  draws: readonly (readonly LabelledSong[])[],
  options: { listHeldOut: boolean; onProgress: (done: number) => void },
): Promise<SongScore> {
  const judged: Judged[] = [];
  for (const songs of draws) {
    const before = judged.length;
    judged.push(...(await findAll(songs, (done) => options.onProgress(before + done))));
  }
  const ofHalf = (half: LabelledSong['half']) => judged.filter((song) => song.half === half);
  const listed = options.listHeldOut ? judged : ofHalf('tuning');
  return {
    tuning: score(ofHalf('tuning')),
    held_out: score(ofHalf('held_out')),
    all: score(judged),
    wrongly_matched: listed.filter(isWrong).map((song) => `${song.label}: took ${takenKind(song)}`),
    wrongly_missed: listed.filter(isMissed).map((song) => `${song.label}: ${song.attempts.join('; ')}`),
  };
}
