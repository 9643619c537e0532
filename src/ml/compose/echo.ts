import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { vowel } from '../../lyrics/phonetics/phones.ts';
import { SYMBOL_CODES } from '../../lyrics/rhyme/measures.ts';
import { soundOf, type WordSound } from './word-sounds.ts';

/** Words with their vowels as the rhyme factor of Malmi et al. 2016 reads them: see lyrics/rhyme/measures.ts. */
export interface Heard {
  readonly words: readonly string[];
  readonly symbols: readonly number[];
  /** End of each word in symbols. */
  readonly ends: readonly number[];
}

const LOOKBACK = 15;
const SCHWA = vowel('AH') * 3;

export const SILENCE: Heard = { words: [], symbols: [], ends: [] };

const symbolsOf = ({ vowels }: WordSound): number[] =>
  vowels.flatMap((code) => (code === SCHWA ? [] : [...(SYMBOL_CODES[Math.floor(code / 3)] ?? [])]));

/** The words of the lines before, as far as they can echo, and then those of a line. */
export function hearOn(before: Heard, line: readonly string[], lexicon: Lexicon): Heard {
  const first = Math.max(0, before.words.length - LOOKBACK - 1);
  const cut = first === 0 ? 0 : (before.ends[first - 1] ?? 0);
  const [words, symbols] = [before.words.slice(first), before.symbols.slice(cut)];
  const ends = before.ends.slice(first).map((end) => end - cut);
  for (const word of line) {
    const own = symbolsOf(soundOf(lexicon, word));
    if (own.length === 0) continue;
    words.push(word);
    symbols.push(...own);
    ends.push(symbols.length);
  }
  return { words, symbols, ends };
}

/** The mean, over the last `count` words, of the longest run of vowels that each shares with a word before it. */
export function echoOf({ words, symbols, ends }: Heard, count: number): number {
  const first = Math.max(1, words.length - count);
  let sum = 0;
  for (let right = first; right < words.length; right++) {
    let longest = 0;
    for (let left = Math.max(0, right - LOOKBACK); left < right; left++) {
      if (words[left] === words[right]) continue;
      const run = sharedRun(symbols, ends[left] ?? 0, ends[right] ?? 0);
      if (run >= 2 && run > longest) longest = run;
    }
    sum += longest;
  }
  return words.length <= first ? 0 : sum / (words.length - first);
}

function sharedRun(symbols: readonly number[], left: number, right: number): number {
  const room = Math.min(left, right - left);
  let run = 0;
  while (run < room && symbols[left - 1 - run] === symbols[right - 1 - run]) run++;
  return run;
}

/** How many vowels two line ends share, counted from the end, at most four. */
export function sharedEndVowels(a: Heard, b: Heard): number {
  let shared = 0;
  while (shared < 4 && shared < a.symbols.length && a.symbols.at(-1 - shared) === b.symbols.at(-1 - shared))
    shared++;
  return shared;
}
