import { MEASURES, type MeasureName } from '../../src/ml/trends/measures.ts';
import { SONG_BYTES } from '../../src/ml/trends/packed-songs.ts';

export interface SongToPack {
  trackId: number;
  artistId: number;
  date: string;
  /** 0 day, 1 month, 2 year. */
  precision: number;
  themeBits: number;
  measures: Partial<Record<MeasureName, number>>;
}

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(2000, 0, 1);

/** Rows as track_measures packs them; test/node/db/queries/track-measures.test.ts holds the two together. */
export function packSongs(songs: readonly SongToPack[]): Uint8Array {
  const bytes = new Uint8Array(songs.length * SONG_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [n, song] of songs.entries()) {
    const at = n * SONG_BYTES;
    view.setInt32(at, song.trackId);
    view.setInt32(at + 4, song.artistId);
    view.setInt32(at + 8, (Date.parse(song.date) - EPOCH) / DAY_MS);
    view.setInt16(at + 12, song.precision);
    view.setInt32(at + 14, song.themeBits);
    for (const [i, { name, scale }] of MEASURES.entries()) {
      const value = song.measures[name];
      view.setInt16(at + 18 + 2 * i, value === undefined ? -32_768 : Math.round(value * scale));
    }
  }
  return bytes;
}
