import type { Lexicon } from '../phonetics/lexicon.ts';
import { type Syllable, syllablesOf } from '../phonetics/syllables.ts';

/** A word of the lexicon with its sounds. */
export interface SoundEntry {
  readonly id: number;
  /** Which of its pronunciations. */
  readonly variant: number;
  readonly frequency: number;
  readonly syllables: readonly Syllable[];
}

/** Among many words, rarer ones are left out: they are seldom useful and cost the most to pronounce. */
const MIN_USE = 6;
const MANY = 150;

function firstAtLeast(keys: Uint16Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words whose sound keys lie in [key, key + span). */
export function* soundEntries(lexicon: Lexicon, key: number, span: number): Generator<SoundEntry> {
  const first = firstAtLeast(lexicon.keys, key);
  const last = firstAtLeast(lexicon.keys, key + span);
  for (let position = first; position < last; position++) {
    const { id, variant } = lexicon.soundAt(position);
    const sound = lexicon.sound(id, variant);
    if (last - first > MANY && sound.frequency < MIN_USE) continue;
    yield { id, variant, frequency: sound.frequency, syllables: syllablesOf(sound.phones) };
  }
}
