import { unitOfArtists } from '../quality/labelled-songs.ts';
import type { Pair } from '../statistics/errors.ts';
import type { PredictionFile, PredictionRow } from './prediction-rows.ts';

/** What is scored: all rows if the file has no split, else those of the test; the first answer of each question. */
export function testRows({ rows }: PredictionFile): PredictionRow[] {
  const first = rows.filter(({ repeat }) => repeat === 1);
  const isSplit = first.some(({ split }) => split === 'test');
  return isSplit ? first.filter(({ split }) => split === 'test') : first;
}

/** The name of the unit that a row's artist belongs to: spellings that may be one artist are one. */
export function artistOf({ rows }: PredictionFile): (row: PredictionRow) => string {
  const unit = unitOfArtists(rows.map(({ artist }) => artist));
  return ({ artist }) => unit(artist);
}

/** Answered rows as pairs, with the unit that is resampled. */
export function pairsOf(file: PredictionFile): (Pair & { artist: string })[] {
  const unit = artistOf(file);
  return testRows(file).flatMap((row) =>
    row.predicted === null ? [] : [{ artist: unit(row), predicted: row.predicted, actual: row.actual }],
  );
}
