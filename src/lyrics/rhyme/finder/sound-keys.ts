import { VOWELS, vowel as vowelIndex } from '../../phonetics/phones.ts';
import { keyPart } from '../../phonetics/sound-order.ts';
import { VOWEL_CODES, VOWEL_SIMILARITY, vowelCode } from '../sound-similarity.ts';
import { MIN_VOWEL, type Sound } from './sounds.ts';

/** Ranges of the index that one search reads. */
const MAX_RANGES = 24;

interface Alternative {
  readonly vowel: number;
  /** Similarity to the vowel that is sought, 0-1. */
  readonly likeness: number;
}

const alternativesOf = (vowel: number, weak: number): Alternative[] =>
  VOWELS.map((_, other) => ({
    vowel: other,
    likeness: VOWEL_SIMILARITY[vowelCode(vowel, weak) * VOWEL_CODES + vowelCode(other, weak)] ?? 0,
  }))
    .filter(({ likeness }) => likeness >= MIN_VOWEL)
    .sort((a, b) => b.likeness - a.likeness);

const STRONG = VOWELS.map((_, vowel) => alternativesOf(vowel, 0));
const WEAK = VOWELS.map((_, vowel) => alternativesOf(vowel, 1));

const WRITTEN_ALIKE = [vowelIndex('AH'), vowelIndex('IH')];
/** The vowels as which the dictionary writes this one. */
function sameAs({ vowel, stress }: Sound): Alternative[] {
  const others = stress === 0 && WRITTEN_ALIKE.includes(vowel) ? WRITTEN_ALIKE : [vowel];
  return others.map((other) => ({ vowel: other, likeness: 1 }));
}

/** Keys of the index for combinations of vowels like those of the sounds, the most similar ones. */
export function keysOf(sounds: readonly Sound[], isLoose: boolean): number[] {
  let keys = [{ key: 0, likeness: 1 }];
  for (const [back, sound] of sounds.toReversed().entries()) {
    const similar = (sound.stress === 0 ? WEAK : STRONG)[sound.vowel] ?? [];
    const others = isLoose ? similar : sameAs(sound);
    keys = keys
      .flatMap(({ key, likeness }) =>
        others.map((other) => ({
          key: key | keyPart(other.vowel, sound.stress, back),
          likeness: likeness * other.likeness,
        })),
      )
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MAX_RANGES);
  }
  return keys.map(({ key }) => key);
}
