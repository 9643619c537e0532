import type { Sql } from '../../../src/db/client.ts';
import { type DatasetSongRow, findDatasetSongs } from '../../../src/db/queries/dataset-songs.ts';
import type { Candidate } from './candidate.ts';
import { Groups, TextIndex, type TextMarks, textMarks } from './near-duplicates.ts';
import { rebuildReply } from './rebuild-reply.ts';

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
  | 'language'
  | 'too short'
  | 'no analysis'
  | 'confidence'
  | 'repeats another song';

export interface Selection {
  candidates: Candidate[];
  /** Songs of the catalogue. */
  songs: number;
  excluded: Partial<Record<Exclusion, number>>;
}

const PAGE = 500;

function exclusionOf(row: DatasetSongRow, { confidence, length, language }: Criteria): Exclusion | null {
  if (row.lyrics_state !== 'ok' || row.lyrics === null || row.text_hash === null) return 'no lyrics';
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
    genre: row.genre?.trim().toLowerCase() || null,
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
    reply: row.judgement === null ? null : rebuildReply(row.lyrics ?? '', row.judgement),
  };
}

interface Eligible {
  trackId: number;
  candidate: Candidate;
  marks: TextMarks | null;
}

function marksOf({ lyrics, lyrics_hash, lyrics_sketch, lyrics_bands }: DatasetSongRow): TextMarks | null {
  if (lyrics_hash === null || lyrics_sketch === null || lyrics_bands === null) return textMarks(lyrics ?? '');
  return { identity: lyrics_hash, sketch: lyrics_sketch, bands: lyrics_bands };
}

const before = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The surest first; nothing that depends on when a song was stored. */
const inOrder = (a: Candidate, b: Candidate): number =>
  b.confidence - a.confidence || before(a.id, b.id) || before(a.artist, b.artist) || before(a.title, b.title);

/**
 * Of each group of versions the surest candidate. A group is joined by the links of the catalogue and by near-duplicate texts
 * that it has not linked, such as another artist's version of a text.
 */
function onePerGroup(eligible: readonly Eligible[], groups: Groups): Candidate[] {
  const texts = new TextIndex<number>();
  for (const { trackId, marks } of eligible) {
    if (marks === null) continue;
    for (const other of texts.find(marks)) groups.join(trackId, other);
    texts.add(marks, trackId);
  }
  return [...Map.groupBy(eligible, ({ trackId }) => groups.of(trackId)).values()].flatMap(
    (own) => own.map(({ candidate }) => candidate).sort(inOrder)[0] ?? [],
  );
}

/**
 * Reads the whole catalogue in pages, and counts what is left out by its first reason. One of each group of near-duplicates
 * is kept: the surest of those that meet the criteria.
 */
export async function selectCandidates(
  db: Sql,
  criteria: Criteria,
  onSong: (songs: number) => void = () => undefined,
): Promise<Selection> {
  const excluded: Selection['excluded'] = {};
  const leaveOut = (why: Exclusion, songs: number): void => {
    if (songs > 0) excluded[why] = (excluded[why] ?? 0) + songs;
  };
  const eligible: Eligible[] = [];
  const groups = new Groups();
  let songs = 0;
  let page: DatasetSongRow[];
  let afterId = 0;
  do {
    page = await findDatasetSongs(db, { afterId, limit: PAGE, analyzers: criteria.analyzers });
    for (const row of page) {
      if (row.duplicate_of !== null) groups.join(row.track_id, row.duplicate_of);
      const why = exclusionOf(row, criteria);
      if (why !== null) leaveOut(why, 1);
      else eligible.push({ trackId: row.track_id, candidate: toCandidate(row), marks: marksOf(row) });
    }
    songs += page.length;
    afterId = page.at(-1)?.track_id ?? afterId;
    onSong(songs);
  } while (page.length === PAGE);
  const candidates = onePerGroup(eligible, groups);
  leaveOut('repeats another song', eligible.length - candidates.length);
  return { candidates, songs, excluded };
}
