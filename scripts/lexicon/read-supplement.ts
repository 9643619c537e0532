import { readFile } from 'node:fs/promises';
import { parsePhones } from '../../src/lyrics/phonetics/phones.ts';

const FILE = new URL('./supplement.txt', import.meta.url);

/**
 * The words of supplement.txt: `spelling PHONES`, several pronunciations separated by ` | `, `#` starts a comment. Throws
 * RangeError with the line at a wrong symbol or a spelling that stands there twice.
 */
export async function readSupplement(): Promise<Map<string, number[][]>> {
  const words = new Map<string, number[][]>();
  for (const [index, line] of (await readFile(FILE, 'utf8')).split('\n').entries()) {
    const [content = ''] = line.split('#');
    const [spelling, ...phones] = content.trim().split(/\s+/);
    if (!spelling) continue;
    if (!/^[a-z']+$/.test(spelling) || words.has(spelling)) {
      throw new RangeError(`supplement.txt, line ${index + 1}: bad or repeated spelling ${spelling}`);
    }
    words.set(spelling, phones.join(' ').split('|').map(parsePhones));
  }
  return words;
}
