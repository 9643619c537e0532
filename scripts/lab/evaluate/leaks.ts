import { TextIndex, type TextMarks, textMarks } from '../dataset/near-duplicates.ts';
import type { PredictionFile, PredictionRow } from './prediction-rows.ts';
import { artistOf, testRows } from './scored-rows.ts';

const shown = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;

const trainRows = ({ rows }: PredictionFile): PredictionRow[] =>
  rows.filter(({ split }) => split === 'train');

/** Rows that say the same of one item twice: each would count double. */
export function duplicateIds(file: PredictionFile): string | null {
  const groups = Map.groupBy(file.rows, ({ id, repeat }) => `${id}\n${repeat}`);
  const twice = [...groups.values()].filter(({ length }) => length > 1).flatMap(([row]) => row?.id ?? []);
  return twice.length === 0
    ? null
    : `duplicates: ${twice.length} ids stand in more than one row (${shown(twice)})`;
}

interface Marked {
  row: PredictionRow;
  marks: TextMarks;
}

const marked = (rows: readonly PredictionRow[]): Marked[] =>
  rows.flatMap((row) => {
    const marks = row.text === null ? null : textMarks(row.text);
    return marks === null ? [] : [{ row, marks }];
  });

/** Texts of the scored rows that are the same, or nearly: what one of them gets, all get. */
export function duplicateTexts(file: PredictionFile): string | null {
  const seen = new TextIndex<string>();
  const doubled = marked(testRows(file)).filter(({ marks, row }) => {
    const isTwin = seen.find(marks).length > 0;
    seen.add(marks, row.id);
    return isTwin;
  });
  if (doubled.length === 0) return null;
  return `duplicates: ${doubled.length} texts are the same as another or nearly so (${shown(doubled.map(({ row }) => row.id))})`;
}

/** Artists that the model has seen in training. */
export function leakedArtists(file: PredictionFile): string | null {
  const unit = artistOf(file);
  const seen = new Set(trainRows(file).map(unit));
  const shared = [...new Set(testRows(file).map(unit))].filter((name) => seen.has(name));
  if (seen.size === 0 || shared.length === 0) return null;
  return `leak: train and test share ${shared.length === 1 ? 'an artist' : `${shared.length} artists`} (${shown(shared)})`;
}

/** Texts that the model has seen in training, also in another version. */
export function leakedTexts(file: PredictionFile): string | null {
  const seen = new TextIndex<string>();
  for (const { marks, row } of marked(trainRows(file))) seen.add(marks, row.id);
  const leaked = marked(testRows(file)).filter(({ marks }) => seen.find(marks).length > 0);
  if (leaked.length === 0) return null;
  return `leak: ${leaked.length} texts of the test are in train too, the same or nearly so (${shown(leaked.map(({ row }) => row.id))})`;
}
