import { readFile } from 'node:fs/promises';
import { sha256 } from '../run/configuration.ts';

/** SHA-256 of a file, or of the hashes of several in their order. */
export async function hashFiles(files: readonly string[]): Promise<string> {
  const hashes = await Promise.all(files.map(async (file) => sha256(await readFile(file))));
  const [only = sha256('')] = hashes;
  return hashes.length === 1 ? only : sha256(hashes.join('\n'));
}
