import type { Lexicon } from '../../phonetics/lexicon.ts';
import { endingOf, SOUND_BITS, UNKNOWN_ENDING } from '../../phonetics/sound-order.ts';
import { type Syllable, syllablesOf } from '../../phonetics/syllables.ts';

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
const SOUND_MASK = (1 << SOUND_BITS) - 1;

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

/** A range of the index: the keys in [key, key + span). */
export interface SoundRange {
  readonly key: number;
  readonly span: number;
  /** Which last sounds are of use, as `endingOf` numbers them; undefined: any. */
  readonly endings: ReadonlySet<number> | undefined;
  /** Whether rare words are read where there are many. */
  readonly withRare: boolean;
  /** Rarer words are never read. */
  readonly leastUse: number;
}

/** The words of a range. */
export function* soundEntries(
  lexicon: Lexicon,
  { key, span, endings, withRare, leastUse }: SoundRange,
): Generator<SoundEntry> {
  const index = lexicon.soundIndex;
  const first = firstAtLeast(index.keys, key);
  const last = firstAtLeast(index.keys, key + span);
  const minUse = withRare || last - first <= MANY ? leastUse : Math.max(leastUse, MIN_USE);
  for (let place = first; place < last; place++) {
    const ending = index.endings[place] ?? UNKNOWN_ENDING;
    if (endings && ending !== UNKNOWN_ENDING && !endings.has(ending)) continue;
    const sound = index.sounds[place] ?? 0;
    const [id, variant] = [sound >>> SOUND_BITS, sound & SOUND_MASK];
    const frequency = lexicon.frequencyOf(id);
    if (frequency < minUse) continue;
    const phones = lexicon.phones(id, variant);
    if (endings && ending === UNKNOWN_ENDING && !endings.has(endingOf(phones))) continue;
    yield { id, variant, frequency, syllables: syllablesOf(phones) };
  }
}
