import { SOUND_BITS } from '../../src/lyrics/phonetics/lexicon-format.ts';
import { rhymePart } from '../../src/lyrics/phonetics/readings.ts';
import { soundKey } from '../../src/lyrics/phonetics/sound-order.ts';
import type { SourceWord } from './dictionary-sources.ts';

export interface SoundOrder {
  readonly order: Uint16Array;
  readonly sounds: Uint8Array;
  readonly keys: Uint16Array;
}

interface Sound {
  readonly id: number;
  readonly variant: number;
  readonly key: number;
}

function soundsOf({ pronunciations }: SourceWord, id: number): Sound[] {
  const names = pronunciations.map((phones) => `${soundKey(phones)} ${rhymePart(phones).join()}`);
  return pronunciations.flatMap((phones, variant) =>
    names.indexOf(names[variant] ?? '') === variant ? [{ id, variant, key: soundKey(phones) }] : [],
  );
}

/** Every pronunciation sorted by its vowels read from the end, with the keys: rhymes of one kind stand side by side. */
export function orderBySound(words: readonly SourceWord[]): SoundOrder {
  const most = 2 ** (24 - SOUND_BITS);
  if (words.length > most) throw new RangeError(`more than ${most} words for the index: ${words.length}`);
  const sorted = words
    .flatMap(soundsOf)
    .sort((a, b) => a.key - b.key || a.id - b.id || a.variant - b.variant);
  return {
    order: Uint16Array.from(sorted, ({ id }) => id & 0xffff),
    sounds: Uint8Array.from(sorted, ({ id, variant }) => ((id >>> 16) << SOUND_BITS) | variant),
    keys: Uint16Array.from(sorted, ({ key }) => key),
  };
}
