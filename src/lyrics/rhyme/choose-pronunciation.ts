import type { ConsonantRuns } from './consonant-runs.ts';
import type { SungSyllable, Utterance } from './voice.ts';
import type { SungWord } from './words.ts';

const REACH = 16;
const NO_VOWEL = 255;

/** The endings of a text's words by their first pronunciation, concatenated. */
interface Endings {
  readonly spelling: Int32Array;
  readonly vowel: Uint8Array;
  readonly tail: Uint16Array;
  /** 1 for the last word of a line. */
  readonly isEnd: Uint8Array;
}

const INSIDE = 0.9;

function endingsOf(words: readonly SungWord[], bySpelling: readonly Utterance[]): Endings {
  const endings = {
    spelling: new Int32Array(words.length),
    vowel: new Uint8Array(words.length).fill(NO_VOWEL),
    tail: new Uint16Array(words.length),
    isEnd: new Uint8Array(words.length),
  };
  for (let word = 0; word < words.length; word++) {
    const id = words[word]?.spellingId ?? 0;
    const ending = bySpelling[id]?.endings[0];
    endings.spelling[word] = id;
    endings.isEnd[word] = words[word]?.line === words[word + 1]?.line ? 0 : 1;
    if (!ending) continue;
    endings.vowel[word] = ending.vowel;
    endings.tail[word] = ending.tail;
  }
  return endings;
}

function bestEcho(
  { spelling, vowel, tail, isEnd }: Endings,
  word: number,
  ending: SungSyllable,
  runs: ConsonantRuns,
): number {
  const own = spelling[word] ?? 0;
  const last = Math.min(vowel.length - 1, word + REACH);
  let best = 0;
  for (let at = Math.max(0, word - REACH); at <= last && best < 1; at++) {
    if (vowel[at] !== ending.vowel || spelling[at] === own) continue;
    const weight = isEnd[at] === isEnd[word] ? 1 : INSIDE;
    best = Math.max(best, weight * (0.5 + 0.5 * runs.similarity(ending.tail, tail[at] ?? 0)));
  }
  return best;
}

const SILENT: readonly SungSyllable[] = [];

/**
 * Of several pronunciations, chooses the one whose ending has the best match within 16 words on either side; the
 * end of a line matches another end better than a word inside a line. On a tie, the dictionary's first. Returns the syllables of each word.
 */
export function choosePronunciations(
  words: readonly SungWord[],
  bySpelling: readonly Utterance[],
  runs: ConsonantRuns,
): (readonly SungSyllable[])[] {
  const near = endingsOf(words, bySpelling);
  return words.map(({ spellingId }, word) => {
    const { variants = [], endings = [] } = bySpelling[spellingId] ?? {};
    if (variants.length < 2) return variants[0] ?? SILENT;
    let chosen = 0;
    let bestScore = -1;
    for (const [variant, ending] of endings.entries()) {
      const score = ending ? bestEcho(near, word, ending, runs) : 0;
      if (score > bestScore + 1e-9) [chosen, bestScore] = [variant, score];
    }
    return variants[chosen] ?? SILENT;
  });
}
