import { sha256Hex } from '../../lib/hash.ts';
import { foldedName, type NamedSong } from '../../lyrics/text/fold.ts';
import type { ImportRow } from './row.ts';

/** Identifies a row, so that a second import updates the row of the first. */
export interface ImportKey {
  geniusId: number | null;
  sourceKey: string | null;
  /** False if the key is made of artist and title, which two versions of a song may share. */
  stated: boolean;
}

/** The row's Genius id, otherwise its own id within its source, otherwise its artist and title. */
export async function importKey(
  row: NamedSong & Pick<ImportRow, 'genius_id' | 'source_id'>,
  source: string,
): Promise<ImportKey> {
  if (row.genius_id !== null) return { geniusId: row.genius_id, sourceKey: null, stated: true };
  if (row.source_id !== null) {
    return { geniusId: null, sourceKey: `${source}:${row.source_id}`, stated: true };
  }
  return nameKey(foldedName(row));
}

/** The key of a further version of a song without an id, distinguished by its words. */
export async function versionKey(row: NamedSong, words: string): Promise<ImportKey> {
  return nameKey(`${foldedName(row)}\n${words}`);
}

async function nameKey(text: string): Promise<ImportKey> {
  return { geniusId: null, sourceKey: `artist-title:${await sha256Hex(text)}`, stated: false };
}

/** The key as a single string. */
export const keyText = (key: ImportKey): string =>
  key.geniusId === null ? (key.sourceKey ?? '') : `#${key.geniusId}`;
