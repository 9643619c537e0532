import { revealMasked } from '../masked-words.ts';
import { similarity } from '../text-distance.ts';
import type { TrackFacts } from './parse.ts';
import { scoreArtist } from './score-artist.ts';
import {
  isGenericTitle,
  isSoft,
  readTrackTitle,
  type TrackTitle,
  type VersionKind,
  versionsIn,
} from './track-title.ts';

/**
 * Minimum score for storing a match: a wrong artist does more harm than a missing one. Names that are equal after
 * folding pass with or without a duration; a misspelt one needs a duration that agrees to the second.
 */
export const TRACK_MATCH_THRESHOLD = 0.9;

/** Two candidates with scores this close that are different recordings cannot be distinguished. */
const AMBIGUOUS_RANK = 0.015;
const AMBIGUOUS_DURATION_MS = 8000;

const SAME_LENGTH_MS = 2500;
const MIN_MISSPELT_CHARS = 10;

export interface TrackQuery {
  title: string;
  /** Main artist first, then the credited ones; featured artists separately. */
  artists: readonly string[];
  featured?: readonly string[] | undefined;
  durationMs?: number | null | undefined;
  /** Whether our text has explicit words: decides between a clean and an explicit track of one recording. */
  explicit?: boolean | null | undefined;
  album?: string | null | undefined;
  releaseYear?: number | null | undefined;
}

export interface TrackScore {
  track: TrackFacts;
  /** 0 to 1; a match only from the threshold up. */
  score: number;
  /** The score before it is limited to 1: a matching album or duration decides between two good candidates. */
  rank: number;
  title: number;
  artist: number;
  /** Difference in milliseconds, null if one duration is unknown. */
  durationOffMs: number | null;
  /** Why the score is lower than that of title and artist alone. */
  penalties: string[];
}

export interface TrackMatch {
  /** The chosen candidate, or null. */
  match: TrackScore | null;
  /** The best candidate, chosen or not. */
  best: TrackScore | null;
  reason: 'ambiguous' | 'below_threshold' | 'matched' | 'no_candidates';
}

/** Kinds that apply to a track if its album or artist is named after them. */
const TELLING: ReadonlySet<VersionKind> = new Set(['cover', 'instrumental', 'karaoke', 'live']);

interface Penalty {
  name: string;
  amount: number;
}

/** Short titles must be equal, because one letter makes another word. */
function scoreTitle(wanted: string, offered: string): number {
  const score = similarity(wanted, offered);
  const short = Math.min(wanted.length, offered.length) < MIN_MISSPELT_CHARS;
  return short && score < 1 ? Math.min(score, 0.8) : score;
}

function isSameLength(offMs: number | null): boolean {
  return offMs !== null && offMs <= SAME_LENGTH_MS;
}

function durationPenalty(offMs: number | null): Penalty {
  if (offMs === null) return { name: 'duration unknown', amount: 0.03 };
  if (isSameLength(offMs)) return { name: 'duration', amount: -0.03 };
  if (offMs <= 6000) return { name: 'duration', amount: 0 };
  if (offMs <= 12_000) return { name: 'duration differs', amount: 0.03 };
  if (offMs <= 20_000) return { name: 'duration differs', amount: 0.08 };
  return { name: 'duration differs', amount: 0.3 };
}

function markDiffers(wanted: string | null, offered: string | null): boolean {
  if (wanted === null || offered === null || wanted === offered) return false;
  return similarity(wanted, offered) < 0.9;
}

function versionPenalties(
  wanted: TrackTitle,
  offered: TrackTitle,
  query: TrackQuery,
  track: TrackFacts,
): Penalty[] {
  const around = [track.album?.name ?? '', ...track.artists.map((artist) => artist.name)].flatMap(versionsIn);
  // Words of the album that the song is known to be on are not evidence.
  const known = albumAgrees(query, track) ? versionsIn(query.album ?? '') : [];
  // An album that contains remixes among others does not make each of its tracks one.
  const telling = around.filter((kind) => TELLING.has(kind) && !known.includes(kind));
  const theirs = new Set([...offered.versions, ...telling]);
  const missing = [...wanted.versions].filter((kind) => !theirs.has(kind));
  const added = [...theirs].filter((kind) => !wanted.versions.has(kind));
  const penalties = [...missing, ...added].map((kind) => ({
    name: `version: ${kind}`,
    amount: isSoft(kind) ? 0.04 : 0.5,
  }));
  if (markDiffers(wanted.remix, offered.remix)) penalties.push({ name: 'another remix', amount: 0.5 });
  if (markDiffers(wanted.live, offered.live)) {
    const named = wanted.live !== '' && offered.live !== '';
    penalties.push({ name: 'another concert', amount: named ? 0.5 : 0.08 });
  }
  return penalties;
}

function albumAgrees(query: TrackQuery, track: TrackFacts): boolean {
  if (!query.album || !track.album) return false;
  const plain = (name: string): string => readTrackTitle(name).base;
  return similarity(plain(query.album), plain(track.album.name)) >= 0.9;
}

function otherPenalties(query: TrackQuery, track: TrackFacts, base: string, offMs: number | null): Penalty[] {
  const penalties: Penalty[] = [];
  const sameAlbum = albumAgrees(query, track);
  const sameLength = isSameLength(offMs);
  if (isGenericTitle(base) && !sameAlbum && !sameLength)
    penalties.push({ name: 'generic title', amount: 0.3 });
  const year = Number(track.album?.releaseDate?.date.slice(0, 4) ?? Number.NaN);
  // Reissues come later; a track released years before the song is another one.
  if (query.releaseYear && year < query.releaseYear - 2 && !sameAlbum) {
    penalties.push({ name: 'released before the song', amount: sameLength ? 0.03 : 0.12 });
  }
  if (sameAlbum) penalties.push({ name: 'same album', amount: -0.02 });
  return penalties;
}

/** Scores one candidate: the lower of title and artist, minus penalties. */
export function scoreTrack(query: TrackQuery, track: TrackFacts): TrackScore {
  const [ours, theirs] = revealMasked(query.title, track.name);
  const wanted = readTrackTitle(ours);
  const offered = readTrackTitle(theirs);
  const title = scoreTitle(wanted.base, offered.base);
  const names = track.artists.map(({ name }) => name);
  const artist = scoreArtist(query, names);
  const known = query.durationMs && track.durationMs;
  const durationOffMs = known ? Math.abs((query.durationMs ?? 0) - (track.durationMs ?? 0)) : null;
  const penalties = [
    durationPenalty(durationOffMs),
    ...versionPenalties(wanted, offered, query, track),
    ...otherPenalties(query, track, wanted.base, durationOffMs),
    ...(artist.leader
      ? []
      : [{ name: 'led by another artist', amount: isSameLength(durationOffMs) ? 0.1 : 0.2 }]),
  ];
  const rank = penalties.reduce((sum, { amount }) => sum - amount, Math.min(title, artist.score));
  return {
    track,
    rank,
    score: Math.max(0, Math.min(1, rank)),
    title,
    artist: artist.score,
    durationOffMs,
    penalties: penalties.filter(({ amount }) => amount > 0).map(({ name }) => name),
  };
}

function areOneRecording(a: TrackFacts, b: TrackFacts): boolean {
  if (a.isrc !== null && a.isrc === b.isrc) return true;
  if (a.durationMs === null || b.durationMs === null) return true;
  return Math.abs(a.durationMs - b.durationMs) <= AMBIGUOUS_DURATION_MS;
}

/** Whether a track has explicit words: by its flag, unless its name or album says that they were removed. */
function isExplicit(track: TrackFacts): boolean | null {
  const { versions } = readTrackTitle(track.name);
  return versions.has('clean') || versionsIn(track.album?.name ?? '').includes('clean')
    ? false
    : track.explicit;
}

/**
 * Of the tracks of one performance, chooses the one whose explicit flag matches our lyrics. If our flag is unknown, or
 * none matches, the best candidate is kept: a clean track is still the song.
 */
function preferOurWords(query: TrackQuery, best: TrackScore, scored: readonly TrackScore[]): TrackScore {
  const ours = readTrackTitle(query.title).versions.has('clean') ? false : (query.explicit ?? null);
  if (ours === null || isExplicit(best.track) === ours) return best;
  const performance = scored.filter(
    ({ track, score, title, artist }) =>
      score >= TRACK_MATCH_THRESHOLD &&
      title === best.title &&
      artist === best.artist &&
      areOneRecording(best.track, track),
  );
  return performance.find(({ track }) => isExplicit(track) === ours) ?? best;
}

/**
 * The candidate that is the requested song: artist and title and, if known, duration and explicit flag. None below the
 * threshold, and none if two different recordings match equally well.
 */
export function matchTrack(query: TrackQuery, candidates: readonly TrackFacts[]): TrackMatch {
  const scored = candidates.map((track) => scoreTrack(query, track)).sort((a, b) => b.rank - a.rank);
  const best = scored[0] ?? null;
  if (best === null) return { match: null, best, reason: 'no_candidates' };
  if (best.score < TRACK_MATCH_THRESHOLD) return { match: null, best, reason: 'below_threshold' };
  const rivals = scored.filter(({ rank }) => best.rank - rank <= AMBIGUOUS_RANK);
  const ambiguous = rivals.some(({ track }) => !areOneRecording(best.track, track));
  if (ambiguous) return { match: null, best, reason: 'ambiguous' };
  return { match: preferOurWords(query, best, scored), best, reason: 'matched' };
}

/**
 * Whether a track given by a link or an ISRC can be the song at all. Links are set by people and sometimes wrong; this
 * only checks that the title or version does not clearly differ, and that the artist is known.
 */
export function isPlausibleTrack(query: TrackQuery, track: TrackFacts): boolean {
  const { title, artist, penalties } = scoreTrack(query, track);
  const otherVersion = penalties.some((name) => name === 'version: karaoke' || name === 'version: cover');
  return !otherVersion && title >= 0.6 && artist >= 0.8;
}
