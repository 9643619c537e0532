import { anchorOf, type Syllable } from '../phonetics/syllables.ts';
import { runSimilarity } from './sound-similarity.ts';
import type { Utterance } from './verse.ts';

const REACH = 16;

/** The syllable that carries each variant's rhyme. */
export const endingsOf = (variants: readonly (readonly Syllable[])[]): (Syllable | undefined)[] =>
  variants.map((syllables) => syllables[anchorOf(syllables)]);

function echo(ending: Syllable, other: Syllable): number {
  return ending.vowel === other.vowel ? 0.5 + 0.5 * runSimilarity(ending.tail, other.tail) : 0;
}

function bestEcho(utterances: readonly Utterance[], word: number, ending: Syllable): number {
  let best = 0;
  const last = Math.min(utterances.length - 1, word + REACH);
  for (let at = Math.max(0, word - REACH); at <= last && best < 1; at++) {
    const neighbour = utterances[at];
    const other = neighbour?.endings[0];
    if (other && neighbour !== utterances[word]) best = Math.max(best, echo(ending, other));
  }
  return best;
}

/**
 * Of several pronunciations, the one whose ending finds the best echo within 16 words either side; the
 * dictionary's first wins a tie.
 */
export function choosePronunciations(utterances: readonly Utterance[]): (readonly Syllable[])[] {
  return utterances.map(({ variants, endings }, word) => {
    let chosen = 0;
    let bestScore = -1;
    for (let variant = 0; endings.length > 1 && variant < endings.length; variant++) {
      const ending = endings[variant];
      const score = ending ? bestEcho(utterances, word, ending) : 0;
      if (score > bestScore + 1e-9) [chosen, bestScore] = [variant, score];
    }
    return variants[chosen] ?? [];
  });
}
