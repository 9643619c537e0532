import type { Outgoing } from '../../scripts/bench/request/read-wire.ts';

/** Round trips to Postgres, statements; round trips to Redis, commands; requests to models and sites. */
type Row = readonly [number, number, number, number, number];

/** By the name of the case: what a request asks of others once the isolate and the caches know what they may. */
const ROWS: Readonly<Record<string, Row>> = {
  getHealth: [1, 4, 2, 28, 0],
  getLiveness: [0, 0, 0, 0, 0],
  getReadiness: [1, 1, 0, 0, 0],
  getMetrics: [0, 0, 1, 1, 0],
  getModelsInfo: [0, 0, 2, 11, 0],
  getModelsStatus: [0, 0, 5, 26, 0],
  getCacheStats: [0, 0, 2, 13, 0],
  searchLyrics: [1, 2, 1, 1, 0],
  listTracks: [1, 1, 0, 0, 0],
  getTrack: [1, 1, 1, 1, 0],
  findSimilarTracks: [1, 2, 0, 0, 0],
  getTrackRelations: [1, 1, 0, 0, 0],
  listArtists: [1, 2, 0, 0, 0],
  compareArtists: [2, 2, 0, 0, 0],
  getArtist: [1, 3, 0, 0, 0],
  recommendTracks: [2, 3, 0, 0, 0],
  findRhymes: [1, 1, 0, 0, 0],
  getTrackRhymes: [1, 1, 0, 0, 0],
  trendWords: [1, 1, 0, 0, 0],
  trendMap: [2, 2, 0, 0, 0],
  analyzeLyrics: [0, 0, 1, 1, 0],
  streamAnalysis: [0, 0, 2, 2, 0],
  compareAnalyzers: [0, 0, 2, 2, 0],
  generateLyrics: [0, 0, 1, 1, 0],
  suggestNextLines: [2, 5, 0, 0, 0],
  transferStyle: [0, 0, 1, 1, 0],
  submitBatch: [5, 7, 0, 0, 0],
  getBatchStatus: [1, 1, 0, 0, 0],
  listBatchResults: [1, 2, 0, 0, 0],
  watchBatch: [1, 1, 0, 0, 0],
  cancelBatch: [2, 5, 0, 0, 0],
  exportTracks: [2, 2, 0, 0, 0],
  exportAnalyses: [2, 2, 0, 0, 0],
  watchArtist: [4, 7, 0, 0, 0],
  listIngestRuns: [1, 1, 0, 0, 0],
  ingestTracks: [4, 8, 1, 1, 0],
  listDeadLetters: [1, 1, 0, 0, 0],
  listDeadLetterGroups: [1, 1, 0, 0, 0],
  replayDeadLetter: [3, 4, 0, 0, 0],
  replayDeadLetters: [2, 3, 0, 0, 0],
  resumeWork: [11, 20, 1, 2, 0],
  listKeys: [1, 1, 0, 0, 0],
  createKey: [2, 3, 0, 0, 0],
  rotateKey: [2, 3, 0, 0, 0],
  revokeKey: [2, 3, 0, 0, 0],
  listWrites: [1, 1, 0, 0, 0],
  'searchLyrics: with the token': [1, 2, 0, 0, 0],
  'getTrack: with the token': [1, 1, 0, 0, 0],
  'searchLyrics: words that were not asked for before': [1, 2, 5, 6, 1],
  'searchLyrics: mode=lexical': [1, 2, 1, 1, 0],
  'searchLyrics: facets': [1, 2, 1, 1, 0],
  'searchLyrics: an artist who has no songs': [2, 4, 0, 0, 0],
  'findSimilarTracks: by=combined': [1, 2, 0, 0, 0],
  'recommendTracks: a description': [2, 4, 0, 0, 0],
  'analyzeLyrics: a new text': [2, 2, 11, 15, 1],
  'generateLyrics: a new verse': [2, 5, 24, 34, 4],
};

/** What each kind of request may ask of others, and must. */
export const REQUEST_PRICES: ReadonlyMap<string, Outgoing> = new Map(
  Object.entries(ROWS).map(
    ([name, [postgres_round_trips, statements, redis_round_trips, redis_commands, other_fetches]]) => [
      name,
      { postgres_round_trips, statements, redis_round_trips, redis_commands, other_fetches },
    ],
  ),
);
