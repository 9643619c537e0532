import { MEASURES, type MeasureName } from './measures.ts';

/** How precisely a release date is known. */
export type Precision = 'day' | 'month' | 'year';

/** Values as they are stored: times `scale`, NO_VALUE where a song does not have the measure. */
export interface StoredMeasure {
  readonly values: Int16Array;
  readonly scale: number;
}

/** Songs in columns, for sums over many: the nth entry of each is of the nth song. */
export interface PackedSongs {
  readonly count: number;
  readonly trackIds: Int32Array;
  readonly artistIds: Int32Array;
  /** Days since 1970. */
  readonly days: Int32Array;
  /** Index of PRECISIONS. */
  readonly precisions: Uint8Array;
  /** One bit a theme, in the order of THEMES; -1 where the language is not judged. */
  readonly themeBits: Int32Array;
  readonly measures: Readonly<Record<MeasureName, StoredMeasure>>;
}

export const PRECISIONS: readonly Precision[] = ['day', 'month', 'year'];

/** The layout of track_measures.packed: ids, day, precision, themes, then two bytes a measure. */
const HEAD_BYTES = 18;
export const SONG_BYTES = HEAD_BYTES + 2 * MEASURES.length;
export const NO_VALUE = -32_768;
/** Days from 1970 to the first day of 2000, from which the database counts. */
const DAYS_TO_2000 = 10_957;

/** Reads the concatenated rows of track_measures. Throws if they are cut off. */
export function unpackSongs(bytes: Uint8Array): PackedSongs {
  if (bytes.length % SONG_BYTES !== 0) throw new Error(`${bytes.length} bytes are no whole number of songs`);
  const count = bytes.length / SONG_BYTES;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const integers = (offset: number, add = 0) => {
    const values = new Int32Array(count);
    for (let song = 0; song < count; song++) values[song] = view.getInt32(song * SONG_BYTES + offset) + add;
    return values;
  };
  const shorts = (offset: number) => {
    const values = new Int16Array(count);
    for (let song = 0; song < count; song++) values[song] = view.getInt16(song * SONG_BYTES + offset);
    return values;
  };
  const measures = MEASURES.map(
    ({ name, scale }, index) => [name, { values: shorts(HEAD_BYTES + 2 * index), scale }] as const,
  );
  return {
    count,
    trackIds: integers(0),
    artistIds: integers(4),
    days: integers(8, DAYS_TO_2000),
    precisions: Uint8Array.from(shorts(12)),
    themeBits: integers(14),
    measures: recordOf(measures),
  };
}

/** NaN where a song does not have the value. */
export function valueAt({ values, scale }: StoredMeasure, song: number): number {
  const stored = values[song] ?? NO_VALUE;
  return stored === NO_VALUE ? Number.NaN : stored / scale;
}

const recordOf = (entries: readonly (readonly [MeasureName, StoredMeasure])[]) =>
  Object.fromEntries(entries) as Record<MeasureName, StoredMeasure>;
