import { revealMasked } from '../masked-words.ts';
import { readableTitle } from '../readable-title.ts';
import { foldArtist, foldText, similarity, splitArtists } from '../text-distance.ts';
import { classifySong, type SongKind } from './classify.ts';
import type { GeniusSongStub } from './types.ts';

/**
 * Minimum score of a hit. Chosen so that a title with one misspelt word still matches, while another song by the
 * artist, or the same title by another artist, does not.
 */
export const SONG_MATCH_THRESHOLD = 0.82;

/** Kinds that are accepted only if the request itself names such a version. */
const PENALTY: Readonly<Record<SongKind, number>> = {
  song: 0,
  skit: 0,
  version: 0.1,
  acoustic: 0.25,
  demo: 0.25,
  instrumental: 0.3,
  live: 0.25,
  remix: 0.25,
  translation: 0.6,
  non_song: 1,
};

export interface SongQuery {
  title: string;
  artist: string;
}

export interface SongMatch {
  song: GeniusSongStub;
  /** 0 to 1. */
  score: number;
  kind: SongKind;
}

const FEATURE =
  /\s*[([]\s*(?:(?:feat(?:uring)?|ft|with|prod(?:uced)?(?: by)?)\b|w\/)\.?[^)\]]*[)\]]|\s+(?:(?:feat(?:uring)?|ft)\b\.?\s|w\/).*$/giu;

/** The title without its featured artists and producers. */
export function stripFeatures(title: string): string {
  return readableTitle(title).replace(FEATURE, '').trim();
}

/**
 * How well two artist lines agree: as they are, or because one is a name within the other, so that a second artist
 * does not prevent a match. Parts are never compared with parts: two lines that share "The Creator" have no artist in
 * common.
 */
export function artistSimilarity(a: string, b: string): number {
  const [ours, theirs] = revealMasked(a, b);
  const left = foldArtist(ours);
  const right = foldArtist(theirs);
  if (splitArtists(a).includes(right) || splitArtists(b).includes(left)) return 1;
  return similarity(left, right);
}

function artistNames(song: GeniusSongStub): string[] {
  const named = [song.primary_artist, ...(song.primary_artists ?? [])].flatMap((artist) =>
    artist ? [artist.name] : [],
  );
  return song.artist_names ? [...named, song.artist_names] : named;
}

function scoreSong(query: SongQuery, song: GeniusSongStub): SongMatch {
  const [ours, theirs] = revealMasked(stripFeatures(query.title), stripFeatures(song.title));
  const title = similarity(foldText(ours), foldText(theirs));
  const artist = Math.max(0, ...artistNames(song).map((name) => artistSimilarity(query.artist, name)));
  const facts = {
    artist: song.primary_artist?.name,
    url: song.path ?? song.url,
    instrumental: song.instrumental,
  };
  const { kind } = classifySong({ title: song.title, ...facts });
  const wanted = classifySong({ title: query.title }).kind;
  const penalty = kind === wanted ? 0 : Math.max(PENALTY[kind], PENALTY[wanted]);
  // The lower of the two decides: a perfect title does not compensate for another artist.
  return { song, kind, score: Math.max(0, Math.min(title, artist) - penalty) };
}

/** The hit that is the requested song, or null if none reaches the threshold. The first of equal hits wins. */
export function matchSong(query: SongQuery, songs: readonly GeniusSongStub[]): SongMatch | null {
  let best: SongMatch | null = null;
  for (const song of songs) {
    const match = scoreSong(query, song);
    if (match.score >= SONG_MATCH_THRESHOLD && match.score > (best?.score ?? 0)) best = match;
  }
  return best;
}
