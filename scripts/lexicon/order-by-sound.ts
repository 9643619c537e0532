import { isVowel } from '../../src/lyrics/phonetics/phones.ts';
import { vowelKey } from '../../src/lyrics/phonetics/sound-order.ts';
import type { SourceWord } from './dictionary-sources.ts';

/** Entry numbers sorted by their vowels read from the end: rhymes of one kind stand side by side. */
export function orderBySound(words: readonly SourceWord[]): Uint16Array {
  const keys = words.map(({ pronunciations: [phones] }) => vowelKey((phones ?? []).filter(isVowel)));
  const order = words.map((_, id) => id);
  order.sort((a, b) => {
    const [left, right] = [keys[a] ?? '', keys[b] ?? ''];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
  return Uint16Array.from(order);
}
