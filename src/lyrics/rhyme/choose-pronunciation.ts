import { anchorOf } from '../phonetics/syllables.ts';
import type { ConsonantRuns } from './consonant-runs.ts';
import type { SungSyllable, Utterance } from './verse.ts';

const REACH = 16;

/** The syllable that carries each variant's rhyme. */
export const endingsOf = (variants: readonly (readonly SungSyllable[])[]): (SungSyllable | undefined)[] =>
  variants.map((syllables) => syllables[anchorOf(syllables)]);

function bestEcho(
  utterances: readonly Utterance[],
  word: number,
  ending: SungSyllable,
  runs: ConsonantRuns,
): number {
  let best = 0;
  const last = Math.min(utterances.length - 1, word + REACH);
  for (let at = Math.max(0, word - REACH); at <= last && best < 1; at++) {
    const neighbour = utterances[at];
    const other = neighbour?.endings[0];
    if (other === undefined || other.vowel !== ending.vowel || neighbour === utterances[word]) continue;
    best = Math.max(best, 0.5 + 0.5 * runs.similarity(ending.tailId, other.tailId));
  }
  return best;
}

/**
 * Of several pronunciations, the one whose ending finds the best echo within 16 words either side; the
 * dictionary's first wins a tie.
 */
export function choosePronunciations(
  utterances: readonly Utterance[],
  runs: ConsonantRuns,
): (readonly SungSyllable[])[] {
  return utterances.map(({ variants, endings }, word) => {
    let chosen = 0;
    let bestScore = -1;
    for (let variant = 0; endings.length > 1 && variant < endings.length; variant++) {
      const ending = endings[variant];
      const score = ending ? bestEcho(utterances, word, ending, runs) : 0;
      if (score > bestScore + 1e-9) [chosen, bestScore] = [variant, score];
    }
    return variants[chosen] ?? [];
  });
}
