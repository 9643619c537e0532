import type { PronunciationSource } from './pronunciation-source.ts';

const RUN = /([a-z])\1{2,}/g;
const FINAL_DOUBLE = /([a-z])\1$/;
/** Runs of a word that are tried with one letter and with two; further ones keep one. */
const MAX_RUNS = 3;

function candidatesOf(word: string): string[] {
  let runs = 0;
  let found = [''];
  let from = 0;
  for (const match of word.matchAll(RUN)) {
    const letter = match[1] ?? '';
    const options = ++runs > MAX_RUNS ? [letter] : [letter, letter + letter];
    const between = word.slice(from, match.index);
    found = found.flatMap((start) => options.map((option) => start + between + option));
    from = match.index + match[0].length;
  }
  if (runs === 0) return FINAL_DOUBLE.test(word) ? [word.slice(0, -1)] : [];
  return found.map((start) => start + word.slice(from));
}

/** No spelling doubles more than these runs: what the longest word may be after it was shortened. */
export const squeezeRuns = (word: string): string => word.replace(/([a-z])\1{3,}/g, '$1$1$1');

/** "rollin" as the dictionary spells it. */
const withG = (word: string): string => (word.endsWith('in') ? `${word}g` : word);

/**
 * The plain word of a drawn-out spelling: "fuuuuck" fuck, "goood" good; of several words the most frequent one.
 * It may lack its final g. Undefined if the dictionary has none or nothing is drawn out.
 */
export function unstretch(source: PronunciationSource, word: string): string | undefined {
  let best: { spelling: string; frequency: number } | undefined;
  for (const spelling of candidatesOf(word)) {
    const frequency = (source.find(spelling) ?? source.find(withG(spelling)))?.frequency ?? -1;
    if (frequency > (best?.frequency ?? -1)) best = { spelling, frequency };
  }
  return best?.spelling;
}
