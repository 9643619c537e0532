import { readFile } from 'node:fs/promises';
import { FileFormatError } from '../../src/services/import/reader/piece.ts';

/** A stanza's end words with the number of each line's rhyme. */
export interface GoldStanza {
  readonly words: readonly string[];
  readonly scheme: readonly string[];
}

/**
 * Reads a file of poems in the "pgold" format: a label and end words, then a line of rhyme numbers, a stanza
 * a block. Stanzas with the same label in a row are one poem; one whose two lines differ in length is skipped.
 */
export async function readGoldPoems(path: string): Promise<GoldStanza[][]> {
  const content = await readFile(path, 'utf8');
  const poems: GoldStanza[][] = [];
  let previous = '';
  for (const block of content.split(/\n\s*\n/)) {
    const [first = '', second = ''] = block.trim().split('\n');
    const [label = '', ...words] = first.trim().split(/\s+/);
    const scheme = second.trim().split(/\s+/);
    if (words.length === 0 || words.length !== scheme.length) continue;
    if (label !== previous) poems.push([]);
    previous = label;
    poems.at(-1)?.push({ words, scheme });
  }
  if (poems.length === 0) throw new FileFormatError(`${path} holds no poems in the pgold format.`);
  return poems;
}
