import { readFile } from 'node:fs/promises';
import { buildLexiconAsset, LEXICON_FILE } from './build.ts';

/** The bytes of the compiled lexicon, built if it is stale. */
export async function readLexicon(): Promise<ArrayBuffer> {
  await buildLexiconAsset();
  const file = await readFile(LEXICON_FILE);
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
}
