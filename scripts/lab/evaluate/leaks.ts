import {
  estimateJaccard,
  fingerprint,
  NEAR_DUPLICATE_JACCARD,
} from '../../../src/lyrics/text/fingerprint.ts';
import { lyricsWords } from '../../../src/lyrics/text/lyrics-words.ts';
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
  words: string;
  sketch: readonly number[];
  /** Texts that are alike share one of these. */
  keys: readonly (string | number)[];
}

const marked = (rows: readonly PredictionRow[]): Marked[] =>
  rows.flatMap((row) => {
    if (row.text === null) return [];
    const words = lyricsWords(row.text).join(' ');
    const { sketch, bands } = fingerprint(row.text);
    return words === ''
      ? []
      : [{ row, words, sketch, keys: [words, ...bands.map((band, at) => `${at} ${band}`)] }];
  });

const isSameText = (a: Marked, b: Marked): boolean =>
  a.words === b.words || estimateJaccard(a.sketch, b.sketch) >= NEAR_DUPLICATE_JACCARD;

/** Texts by what those that are alike have in common, so that only those few are compared. */
class TextIndex {
  readonly #byKey = new Map<string | number, Marked[]>();

  has(one: Marked): boolean {
    return one.keys.some((key) => this.#byKey.get(key)?.some((other) => isSameText(one, other)));
  }

  add(one: Marked): void {
    for (const key of one.keys) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), one]);
  }
}

/** Texts of the scored rows that are the same, or nearly: what one of them gets, all get. */
export function duplicateTexts(file: PredictionFile): string | null {
  const seen = new TextIndex();
  const doubled = marked(testRows(file)).filter((one) => {
    const isTwin = seen.has(one);
    seen.add(one);
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
  const seen = new TextIndex();
  for (const one of marked(trainRows(file))) seen.add(one);
  const leaked = marked(testRows(file)).filter((one) => seen.has(one));
  if (leaked.length === 0) return null;
  return `leak: ${leaked.length} texts of the test are in train too, the same or nearly so (${shown(leaked.map(({ row }) => row.id))})`;
}
