import { soundKey } from '../../src/lyrics/phonetics/sound-order.ts';
import type { SourceWord } from './dictionary-sources.ts';

export interface SoundOrder {
  readonly order: Uint16Array;
  readonly keys: Uint16Array;
}

/** Entry numbers sorted by their vowels read from the end, with the keys: rhymes of one kind stand side by side. */
export function orderBySound(words: readonly SourceWord[]): SoundOrder {
  if (words.length > 0xffff) throw new RangeError(`too many words for the index: ${words.length}`);
  const keyed = words.map(({ pronunciations: [phones = []] }, id) => ({ id, key: soundKey(phones) }));
  keyed.sort((a, b) => a.key - b.key || a.id - b.id);
  return { order: Uint16Array.from(keyed, ({ id }) => id), keys: Uint16Array.from(keyed, ({ key }) => key) };
}
