import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { readWords } from './read-words.ts';
import type { SourceLine } from './types.ts';
import { soundOf } from './word-sounds.ts';

export const LINE_START = '<';

/** Which words precede a word, and two words, in the sources, with their weights: a chain that is walked backwards. */
export interface BackwardChain {
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly triples: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Words that end lines, with their weights. */
  readonly ends: ReadonlyMap<string, number>;
}

type Counts = Map<string, Map<string, number>>;

function count(counts: Counts, key: string, word: string, weight: number): void {
  const row = counts.get(key) ?? new Map<string, number>();
  counts.set(key, row);
  row.set(word, (row.get(word) ?? 0) + weight);
}

export function buildChain(sources: readonly SourceLine[]): BackwardChain {
  const [pairs, triples]: [Counts, Counts] = [new Map(), new Map()];
  const ends = new Map<string, number>();
  for (const { text, weight } of sources) {
    const words = [LINE_START, ...readWords(text).map(({ word }) => word)];
    for (let at = words.length - 1; at > 0; at--) {
      const [word = '', before = ''] = [words[at], words[at - 1]];
      count(pairs, word, before, weight);
      if (at + 1 < words.length) count(triples, `${word} ${words[at + 1]}`, before, weight);
    }
    const last = words.at(-1) ?? LINE_START;
    if (last !== LINE_START) ends.set(last, (ends.get(last) ?? 0) + weight);
  }
  return { pairs, triples, ends };
}

/**
 * For each word the numbers of syllables, up to `most`, with which a line start can stand before it, as a bit set: a
 * walk that stays inside them always reaches a line start with the syllables that were ordered.
 */
export function reachOf(chain: BackwardChain, lexicon: Lexicon, most: number): Map<string, number> {
  const reach = new Map<string, number>([[LINE_START, 1]]);
  const limit = 2 ** (most + 1) - 1;
  for (let round = 0, isChanged = true; isChanged && round <= most; round++) {
    isChanged = false;
    for (const [word, before] of chain.pairs) {
      let bits = 0;
      for (const other of before.keys()) {
        const syllables = other === LINE_START ? 0 : soundOf(lexicon, other).syllables;
        if (other === LINE_START || syllables > 0) bits |= (reach.get(other) ?? 0) << syllables;
      }
      bits &= limit;
      if (bits === (reach.get(word) ?? 0)) continue;
      reach.set(word, bits);
      isChanged = true;
    }
  }
  return reach;
}
