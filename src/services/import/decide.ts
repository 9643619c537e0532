import type { ImportMatches, OwnTrack } from '../../db/queries/import.ts';
import { NEAR_DUPLICATE_JACCARD } from '../../lyrics/text/fingerprint.ts';
import { foldedName } from '../../lyrics/text/fold.ts';
import { isRepeat, likeness } from './batch.ts';
import { type ImportKey, keyText } from './key.ts';
import type { ImportSong } from './song.ts';

export type Decision =
  | {
      action: 'store' | 'fill';
      key: ImportKey;
      duplicateOf: number | null;
      keepSpotify: boolean;
      /** The row has no words but the stored song has. */
      keepsWords: boolean;
    }
  | { action: 'duplicate'; trackId: number | null }
  | { action: 'reject'; reason: string };

export interface Known {
  matches: ImportMatches;
  /** Keys under which this run has stored a song. */
  seen: ReadonlySet<string>;
  /** Songs of this batch that will be stored, in order. */
  earlier: readonly ImportSong[];
  /** For a song without an id whose key is taken: the key of its own version. */
  version: ImportKey | null;
}

/** Decides what to do with a song, given the stored songs and this run's results; a second run decides the same. */
export function decide(song: ImportSong, known: Known): Decision {
  const twin = known.earlier.find((earlier) => isRepeat(song, earlier));
  if (twin !== undefined && keyText(twin.key) === keyText(song.key)) return REPEATED;
  let { key } = song;
  let own = findOwn(known.matches, key);
  if (known.seen.has(keyText(key))) {
    if (own !== undefined && isSong(own, song)) return { action: 'duplicate', trackId: own.id };
    if (known.version === null)
      return { action: 'reject', reason: 'an earlier line has the same id for another song' };
    key = known.version;
    own = findOwn(known.matches, key);
    if (known.seen.has(keyText(key))) return { action: 'duplicate', trackId: own?.id ?? null };
  }
  if (own === undefined || !isSong(own, song)) {
    const stored = findSameSong(known.matches, song);
    if (twin !== undefined || stored !== null) return { action: 'duplicate', trackId: stored };
  }
  return place(song, known.matches, { key, own });
}

const REPEATED = { action: 'duplicate', trackId: null } as const;

function place(
  song: ImportSong,
  matches: ImportMatches,
  { key, own }: { key: ImportKey; own: OwnTrack | undefined },
): Decision {
  // A scraped page has stanzas and headers that are often missing in files.
  const scraped = own?.source === 'genius' && own.lyrics_state === 'ok';
  return {
    action: scraped ? 'fill' : 'store',
    key,
    duplicateOf: findOriginal(matches, song, own?.id ?? null),
    keepSpotify: own?.enriched ?? false,
    keepsWords: song.text === null && own?.lyrics_state === 'ok',
  };
}

function findOwn({ own }: ImportMatches, key: ImportKey): OwnTrack | undefined {
  return own.find((track) =>
    key.geniusId === null ? track.source_key === key.sourceKey : track.genius_id === key.geniusId,
  );
}

/** Whether the stored track is the same song: artist, title and words. */
function isSong(own: OwnTrack, song: ImportSong): boolean {
  const sameText = own.lyrics_state === song.state && own.lyrics_hash === (song.text?.lyricsHash ?? null);
  return sameText && foldedName(own) === song.name;
}

function findSameSong({ same }: ImportMatches, song: ImportSong): number | null {
  const hash = song.text?.lyricsHash;
  return same.find((track) => track.lyrics_hash === hash && foldedName(track) === song.name)?.id ?? null;
}

function findOriginal({ similar }: ImportMatches, song: ImportSong, ownId: number | null): number | null {
  const { text } = song;
  if (text === null) return null;
  const [best] = similar
    .filter(({ id }) => id !== ownId)
    .map((track) => {
      const words = { lyricsHash: track.lyrics_hash, sketch: track.lyrics_sketch, bands: track.lyrics_bands };
      return { id: track.id, score: likeness(text, words) };
    })
    .filter(({ score }) => score >= NEAR_DUPLICATE_JACCARD)
    .sort((a, b) => b.score - a.score || a.id - b.id);
  return best?.id ?? null;
}
