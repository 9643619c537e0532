import { anchorOf, type Syllable } from '../phonetics/syllables.ts';
import { runSimilarity, vowelSimilarity } from './sound-similarity.ts';
import type { Utterance } from './verse.ts';

const REACH = 16;

/** How well two words' endings rhyme, from their anchors, 0-1. */
function endingSimilarity(a: readonly Syllable[], b: readonly Syllable[]): number {
  const [left, right] = [a[anchorOf(a)], b[anchorOf(b)]];
  if (!left || !right || left.vowel !== right.vowel) return 0;
  return vowelSimilarity(left.vowel, right.vowel) * (0.5 + 0.5 * runSimilarity(left.tail, right.tail));
}

/**
 * Of several pronunciations, the one whose ending finds the best echo within 16 words either side; the
 * dictionary's first wins a tie.
 */
export function choosePronunciations(utterances: readonly Utterance[]): (readonly Syllable[])[] {
  return utterances.map(({ variants, spelling }, word) => {
    const [first = []] = variants;
    if (variants.length < 2) return first;
    let [best, bestScore] = [first, -1];
    for (const variant of variants) {
      let score = 0;
      for (let other = Math.max(0, word - REACH); other <= word + REACH; other++) {
        const neighbour = utterances[other];
        if (!neighbour?.variants[0] || neighbour.spelling === spelling) continue;
        score = Math.max(score, endingSimilarity(variant, neighbour.variants[0]));
      }
      if (score > bestScore + 1e-9) [best, bestScore] = [variant, score];
    }
    return best;
  });
}
