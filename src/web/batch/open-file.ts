import { batchText } from '../text/batch.ts';
import { type Decoded, decodeText } from './decode-text.ts';
import type { Parting } from './part-text.ts';
import { type ReadFile, readRows } from './read-rows.ts';
import { textColumn } from './to-items.ts';

export interface ChosenFile {
  name: string;
  decoded: Decoded;
  read: ReadFile;
  /** The column of the texts. */
  column: string;
}

const texts = batchText.give;
const MEGABYTE = 1_000_000;
/** More than the largest batch with everything around its texts. */
const MAX_BYTES = 20 * MEGABYTE;

/** What is in a text, or why nothing can be sent of it; `parting` says what stands between texts without a format. */
export function understand(name: string, decoded: Decoded, parting?: Parting): ChosenFile | string {
  if (decoded.text.replace(/^\uFEFF/, '').trim() === '') return texts.empty;
  const read = readRows(decoded.text, name, parting);
  if (read === null) return texts.brokenJson;
  const column = textColumn(read);
  if (read.format === 'csv' && read.rows.length === 0) return texts.onlyNames;
  return column === null || read.rows.length + read.unreadable.length === 0
    ? texts.nothing
    : { name, decoded, read, column };
}

/** A text that was typed or pasted. */
export const understandText = (name: string, text: string): ChosenFile | string =>
  understand(name, { text, encoding: 'utf-8', damaged: 0 });

/** Reads files here; nothing is sent. Gives a sentence where that cannot be done. */
export async function openFiles(files: readonly File[]): Promise<ChosenFile | string> {
  const [file] = files;
  if (file === undefined) return texts.noFile;
  if (files.length > 1) return texts.oneFile(files.length);
  if (file.size > MAX_BYTES) return texts.tooLarge(file.size / MEGABYTE);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that was moved or locked meanwhile.
    return texts.unopened(file.name);
  }
  const decoded = decodeText(bytes);
  return typeof decoded === 'string' ? texts.noText[decoded] : understand(file.name, decoded);
}
