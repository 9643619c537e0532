import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import type { CopyLimit } from './copy-limit.ts';
import { type BackwardChain, LINE_START, reachOf } from './markov-chain.ts';
import { drawByWeight, type Random } from './random.ts';
import type { SyllableRange } from './types.ts';
import { soundOf } from './word-sounds.ts';

export interface MarkovOrder {
  readonly end: string;
  readonly syllables: SyllableRange;
  readonly worth: (word: string) => number;
  readonly temperature: number;
}

const MAX_STEPS = 40;
/** How much more a word counts that the sources have before the next two words, over one before the next word. */
const TRIPLE_WEIGHT = 6;

/** Writes lines backwards from their end words. */
export class MarkovWriter {
  readonly chain: BackwardChain;
  readonly lexicon: Lexicon;
  readonly limit: CopyLimit;
  readonly #reach: ReadonlyMap<string, number>;

  constructor(chain: BackwardChain, lexicon: Lexicon, limit: CopyLimit, most: number) {
    this.chain = chain;
    this.lexicon = lexicon;
    this.limit = limit;
    this.#reach = reachOf(chain, lexicon, most);
  }

  /** The words of one line, or null where the walk ended in a copy. */
  write({ end, syllables, worth, temperature }: MarkovOrder, random: Random): string[] | null {
    const heard = soundOf(this.lexicon, end).syllables;
    let [low, high] = [syllables.min - heard, syllables.max - heard];
    const words = [end];
    for (let step = 0; step < MAX_STEPS; step++) {
      const [next = '', second = ''] = words;
      const pairs = this.chain.pairs.get(next) ?? new Map<string, number>();
      const triples = this.chain.triples.get(`${next} ${second}`);
      const choices = [...pairs.keys()];
      const weights = choices.map((word) => {
        if (word === LINE_START) return low <= 0 && high >= 0 ? (pairs.get(word) ?? 0) : 0;
        if (!this.#canPrecede(word, low, high) || this.limit.forbids([word, ...words.slice(0, 4)])) return 0;
        const seen = (pairs.get(word) ?? 0) + TRIPLE_WEIGHT * (triples?.get(word) ?? 0);
        return (seen * worth(word)) ** (1 / Math.max(0.2, temperature));
      });
      const word = choices[drawByWeight(weights, random)];
      if (word === undefined) return null;
      if (word === LINE_START) return words;
      words.unshift(word);
      const sound = soundOf(this.lexicon, word).syllables;
      [low, high] = [low - sound, high - sound];
    }
    return null;
  }

  /** Whether a line start can be reached with the syllables that are left. */
  #canPrecede(word: string, low: number, high: number): boolean {
    const { syllables } = soundOf(this.lexicon, word);
    if (syllables === 0 || syllables > high) return false;
    const reach = this.#reach.get(word) ?? 0;
    for (let left = Math.max(0, low - syllables); left <= high - syllables; left++)
      if ((reach & (2 ** left)) !== 0) return true;
    return false;
  }
}
