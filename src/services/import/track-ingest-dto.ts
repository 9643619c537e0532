import type { FileDescription } from './reader/describe-file.ts';

/** What became of the rows of an upload. */
export interface TrackIngestDto {
  file: FileDescription;
  from_row: number;
  /** Rows read from `from_row` on, stored or refused. */
  rows_read: number;
  /** Where the next request continues; null if the file was read to its end. */
  next_row: number | null;
  /** Whether the whole file has been read. */
  complete: boolean;
  added: number;
  updated: number;
  unchanged: number;
  /** Rows whose song was stored before under another key. */
  duplicates: number;
  near_duplicates: number;
  refused: number;
  /** The first hundred. */
  refusals: { row: number; field: string | null; reason: string }[];
  /** What the reader had to put right. */
  notes: string[];
}
