/**
 * What was measured on this project's synthetic catalogue of 57,718 songs with 471,114 passages and 269,646 analyses
 * (`barline bench search --tracks 57718`, `bench trends --tracks 57718`), as a base for other sizes.
 */
export const MEASURED = {
  songs: 57_718,
  /** `pg_database_size` after the words were counted. */
  databaseBytes: 2_928_328_827,
  /** A backup in R2, packed (`barline bench backup --tracks 57718`). */
  backupBytes: 936_012_763,
  /** HNSW and GIN indexes, and the heap of `tracks` and `track_passages` that search reads. */
  hotBytes: 1_190_000_000,
  /** SQL of a search by meaning and by words, median, one core. */
  searchSqlMs: 39.2,
  /** p95 of hybrid searches grows as rows to this power from 1,000 to 200,000 songs (`bench search --growth`). */
  searchGrowth: 0.16,
  /** A cached answer or analysis in Redis, value and key. */
  cacheEntryBytes: 2_000,
  /** Prompt and reply of one analysis by a model: characters of both for a song of 486 words, divided by four. */
  tokensOfAnalysis: { prompt: 1_700, completion: 400 },
  /** Messages of one new song: scrape, embed, analyse, enrich. */
  messagesOfSong: 4,
} as const;

/** Bytes or rows that grow with the songs; linear, which is too much for words (they repeat) and right for the rest. */
export const scaled = (measured: number, songs: number): number => (measured * songs) / MEASURED.songs;

/** Milliseconds of SQL for one hybrid search of a catalogue of this size. */
export const searchSqlMs = (songs: number): number =>
  MEASURED.searchSqlMs * (songs / MEASURED.songs) ** MEASURED.searchGrowth;
