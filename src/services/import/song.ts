import type { LyricsState, TrackWrite } from '../../db/queries/track-writes.ts';
import { cleanScrapedLyrics } from '../../lyrics/text/clean.ts';
import { foldedName } from '../../lyrics/text/fold.ts';
import type { Change } from '../../lyrics/text/normalize.ts';
import { classifyText, isOnlyHeadings } from '../../lyrics/text/placeholders.ts';
import { type PreparedLyrics, prepareLyrics } from '../songs/prepare-lyrics.ts';
import { type ImportKey, importKey } from './key.ts';
import { type ImportRow, parseImportRow, type RowRefusal } from './row.ts';

/** A row that can be stored, with everything that is computed from the row alone. */
export interface ImportSong {
  line: number;
  row: ImportRow;
  key: ImportKey;
  /** Artist and title, case-folded. */
  name: string;
  state: LyricsState;
  evidence: string | null;
  /** Null if there are no words to store. */
  text: PreparedLyrics | null;
  /** The changes that cleaning made to the text. */
  changes: Change[];
}

/** Checks and cleans one row of a file. */
export async function prepareSong(
  input: { line: number; row: unknown; changes?: readonly Change[] },
  source: string,
): Promise<{ song: ImportSong } | RowRefusal> {
  const parsed = parseImportRow(input.row);
  if ('reason' in parsed) return parsed;
  const { row } = parsed;
  const { lyrics, changes } = cleanScrapedLyrics(row.lyrics, row);
  const judged = judgeText(row, lyrics);
  if ('reason' in judged) return judged;
  const text = judged.state === 'ok' ? await prepareLyrics(lyrics, row.language) : null;
  if (text !== null && text.sketch.length === 0)
    return { reason: 'the lyrics hold no words', field: 'lyrics' };
  return {
    song: {
      line: input.line,
      row,
      key: await importKey(row, source),
      name: foldedName(row),
      ...judged,
      text,
      changes: [...(input.changes ?? []), ...changes],
    },
  };
}

function judgeText(
  row: ImportRow,
  lyrics: string,
): { state: LyricsState; evidence: string | null } | RowRefusal {
  if (lyrics !== '') {
    const { outcome, evidence } = classifyText(lyrics);
    if (isOnlyHeadings(lyrics)) return { reason: 'the lyrics hold no words', field: 'lyrics' };
    return { state: outcome, evidence: outcome === 'ok' ? null : evidence };
  }
  // A message that reads like a page's introduction was removed as one.
  const message = classifyText(row.lyrics);
  if (row.lyrics.trim() !== '' && message.outcome !== 'ok' && !isOnlyHeadings(row.lyrics))
    return { state: message.outcome, evidence: message.evidence };
  const statedInstrumental = row.instrumental === true || row.lyrics_state === 'instrumental';
  if (statedInstrumental) return { state: 'instrumental', evidence: 'stated by the import' };
  const reason = row.lyrics.trim() === '' ? 'no lyrics' : 'the lyrics hold nothing but page text';
  return { reason, field: 'lyrics' };
}

const NO_TEXT = {
  lyrics: null,
  sections: [],
  textHash: null,
  lyricsHash: null,
  sketch: null,
  bands: null,
} as const;

/** The song as a row of `tracks`. */
export function toTrackWrite(
  song: ImportSong,
  place: { artistId: number; key: ImportKey; duplicateOf: number | null; keepSpotify: boolean },
): TrackWrite {
  const { row, text } = song;
  return {
    artistId: place.artistId,
    geniusId: place.key.geniusId,
    source: 'import',
    sourceKey: place.key.sourceKey,
    artist: row.artist,
    title: row.title,
    album: row.album,
    featured: row.featured,
    releaseDate: row.release_date?.date ?? null,
    releaseDatePrecision: row.release_date?.precision ?? null,
    explicit: row.explicit,
    url: row.url,
    isrc: row.isrc,
    durationMs: row.duration_ms,
    lyricsState: song.state,
    lyricsEvidence: song.evidence,
    lyricsDifference: null,
    lyricsUpdatedAt: null,
    duplicateOf: place.duplicateOf,
    spotifyId: place.keepSpotify ? null : row.spotify_id,
    spotifyData: place.keepSpotify ? null : spotifyData(row),
    ...(text === null ? { ...NO_TEXT, language: row.language } : text),
  };
}

// A match given by the file has no score: `matched_by` distinguishes it from scored matches.
function spotifyData(row: ImportRow) {
  const { spotify_id: id, spotify_url: url, spotify_popularity: popularity } = row;
  if (id === null && url === null && popularity === null) return null;
  const external_url = url ?? (id === null ? null : `https://open.spotify.com/track/${id}`);
  return { matched_by: 'import', id, external_url, popularity };
}
