import type { Sql } from '../../../src/db/client.ts';
import { type DatasetSongRow, findDatasetSongs } from '../../../src/db/queries/dataset-songs.ts';
import type { Candidate } from './candidate.ts';

/** What a song needs to be in the set. */
export interface Criteria {
  /** Of the analysis, 0-1: above this. */
  confidence: number;
  /** Of the lyrics in characters: above this. */
  length: number;
  /** Names of analysers; empty: any. */
  analyzers: readonly string[];
  /** ISO 639 code; null: any. */
  language: string | null;
}

/** Why a song is not in the set, in the order in which it is asked. */
export type Exclusion =
  | 'no lyrics'
  | 'repeats another song'
  | 'language'
  | 'too short'
  | 'no analysis'
  | 'confidence';

export interface Selection {
  candidates: Candidate[];
  /** Songs of the catalogue. */
  songs: number;
  excluded: Partial<Record<Exclusion, number>>;
}

const PAGE = 500;

function exclusionOf(row: DatasetSongRow, { confidence, length, language }: Criteria): Exclusion | null {
  if (row.lyrics_state !== 'ok' || row.lyrics === null || row.text_hash === null) return 'no lyrics';
  if (row.repeats) return 'repeats another song';
  if (language !== null && row.language !== language) return 'language';
  if (row.lyrics.length <= length) return 'too short';
  if (row.analyzer_type === null) return 'no analysis';
  return (row.confidence ?? 0) > confidence ? null : 'confidence';
}

function toCandidate(row: DatasetSongRow): Candidate {
  return {
    id: row.text_hash ?? '',
    artist: row.artist,
    title: row.title,
    year: row.year,
    language: row.language,
    lyrics: row.lyrics ?? '',
    analyzer: row.analyzer_type ?? '',
    model_version: row.model_version ?? '',
    confidence: row.confidence ?? 0,
    targets: {
      sentiment_score: row.sentiment_score,
      sentiment: row.sentiment,
      emotion: row.emotion,
      themes: (row.themes ?? []).toSorted(),
      quality: row.quality_score,
    },
  };
}

/** Reads the whole catalogue in pages, and counts what is left out by its first reason. */
export async function selectCandidates(
  db: Sql,
  criteria: Criteria,
  onSong: (songs: number) => void = () => undefined,
): Promise<Selection> {
  const selection: Selection = { candidates: [], songs: 0, excluded: {} };
  let page: DatasetSongRow[];
  let afterId = 0;
  do {
    page = await findDatasetSongs(db, { afterId, limit: PAGE, analyzers: criteria.analyzers });
    for (const row of page) {
      const why = exclusionOf(row, criteria);
      if (why === null) selection.candidates.push(toCandidate(row));
      else selection.excluded[why] = (selection.excluded[why] ?? 0) + 1;
    }
    selection.songs += page.length;
    afterId = page.at(-1)?.track_id ?? afterId;
    onSong(selection.songs);
  } while (page.length === PAGE);
  return selection;
}
