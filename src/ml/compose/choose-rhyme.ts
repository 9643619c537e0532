import { vowelSimilarity } from '../../lyrics/rhyme/sound-similarity.ts';
import { drawByWeight, type Random } from './random.ts';
import type { RhymeClass } from './rhyme-classes.ts';
import type { Wishes } from './slot-choices.ts';

const BASE = 0.15;
/** Words of a class that speak for it. */
const BEST = 4;
/** Below 1, so that rhymes with many words are not the only ones heard. */
const SUPPLY_POWER = 0.6;
/** A class needs this many words for each line, so that one of them fits. */
const WORDS_A_LINE = 4;
/** Vowels more alike than this would be heard as one rhyme. */
const MAX_ALIKE = 0.4;

export interface RhymeWish {
  /** Lines that are to end on the rhyme. */
  readonly lines: number;
  /** The verse's other rhymes. */
  readonly others: readonly RhymeClass[];
  readonly wishes: Wishes;
  readonly temperature: number;
  /** How much there is to end lines with on a rhyme. */
  readonly supply: (rhyme: RhymeClass) => number;
}

/** Several rhymes for a letter, drawn by how much they have to do with the topic and how many words they have. */
export function drawRhymes(
  classes: Iterable<RhymeClass>,
  count: number,
  { lines, others, wishes, temperature, supply }: RhymeWish,
  random: Random,
): RhymeClass[] {
  const open = [...classes].filter(
    (rhyme) => rhyme.words.length >= lines * WORDS_A_LINE && others.every((other) => areApart(other, rhyme)),
  );
  const weights = open.map(
    (rhyme) =>
      worthOf(rhyme, lines, wishes) ** (1 / Math.max(0.25, temperature)) * supply(rhyme) ** SUPPLY_POWER,
  );
  const drawn: RhymeClass[] = [];
  while (drawn.length < count) {
    const at = drawByWeight(weights, random);
    const rhyme = open[at];
    if (!rhyme) break;
    drawn.push(rhyme);
    weights[at] = 0;
  }
  return drawn;
}

/** r colours the vowel before it: "share" and "sure" are heard as one rhyme. */
const COLOURED = /^\d+:14(?:\.|$| )/;

const areApart = (a: RhymeClass, b: RhymeClass): boolean =>
  vowelSimilarity(a.anchor, b.anchor) < MAX_ALIKE && !(COLOURED.test(a.key) && COLOURED.test(b.key));

function worthOf({ words }: RhymeClass, lines: number, { topic, style }: Wishes): number {
  const best = words.map((number) => (topic[number] ?? 0) + 0.3 * (style[number] ?? 0)).sort((a, b) => b - a);
  const sum = best.slice(0, Math.max(BEST, lines)).reduce((total, worth) => total + worth, 0);
  return (BASE + sum) * Math.min(1, words.length / 30);
}
