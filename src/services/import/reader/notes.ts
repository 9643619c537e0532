/** What the reader had to put right, in rows; and why reading ended early, if it did. */
export interface ReaderNotes {
  /** Rows that are not UTF-8 and were read as Windows-1252. */
  windows1252: number;
  /** Rows that are in neither: damaged, or the file has another encoding. */
  undecodable: number;
  /** Rows in which UTF-8 that had been read as Windows-1252 was repaired. */
  mojibakeRepaired: number;
  /** Rows with signs of it that cannot be undone. */
  mojibakeLeft: number;
  /** JSON with trailing commas, NaN, comments or single quotes. */
  looseJson: number;
  /** CSV records with quotes that are neither doubled nor escaped. */
  strayQuotes: number;
  /** Header lines within the file, as joined files have them. */
  repeatedHeaders: number;
  /** Lines above the header. */
  linesAboveHeader: number;
  /** Set when the file ended before its end; the rows before are good. */
  brokenOff: string | null;
}

export const createNotes = (): ReaderNotes => ({
  windows1252: 0,
  undecodable: 0,
  mojibakeRepaired: 0,
  mojibakeLeft: 0,
  looseJson: 0,
  strayQuotes: 0,
  repeatedHeaders: 0,
  linesAboveHeader: 0,
  brokenOff: null,
});
