import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { isSameWord } from '../../lyrics/rhyme/same-word.ts';
import { plainWords } from './copy-limit.ts';
import { type Choice, fillLine } from './line-lattice.ts';
import type { DraftLine, LineOrder } from './line-maker.ts';
import type { Noise } from './random.ts';
import { renderLine } from './render-line.ts';
import type { RhymeClass } from './rhyme-classes.ts';
import type { Skeleton } from './skeletons.ts';
import type { SlotChoices } from './slot-choices.ts';
import type { Stock } from './stock.ts';
import type { TableSounds } from './table-sounds.ts';
import { soundOf } from './word-sounds.ts';

/** A line, and the shape that it was made from. */
export interface ShapedLine extends DraftLine {
  readonly skeleton: Skeleton;
}

export interface LineTools {
  readonly lexicon: Lexicon;
  readonly stock: Stock;
  readonly choices: SlotChoices;
  readonly noise: Noise;
  readonly temperature: number;
}

const SPREAD = 0.28;
const VOWEL_WORTH = 0.45;
const RHYME_WORTH = 1.5;
const SAID_COST = 0.7;

/** Fills shapes of lines with words that meet an order. */
export class LineWriter {
  readonly tools: LineTools;

  constructor(tools: LineTools) {
    this.tools = tools;
  }

  /** The best line that a shape gives; null where it cannot meet the order. */
  write(skeleton: Skeleton, order: LineOrder): ShapedLine | null {
    const ends = this.#ends(skeleton, order);
    if (ends.length === 0) return null;
    const last = skeleton.slots.length - 1;
    const places = skeleton.slots.map((_, at) => {
      const choices = at === last ? ends : this.#inside(skeleton, at, order);
      return { choices, extra: choices.length === 1 ? NOTHING_ADDED : this.#extraOf(choices, order) };
    });
    const filled = fillLine(places, order.syllables);
    if (!filled) return null;
    const words = filled.choices.map(({ word }) => word);
    if (hasRepeats(words, skeleton)) return null;
    const text = renderLine(skeleton.slots, words, this.tools.lexicon);
    if (this.tools.stock.limit.forbids([...order.before, ...plainWords(text)])) return null;
    const open = filled.choices.filter((_, at) => skeleton.slots[at]?.isOpen);
    const numbers = open.map(({ number }) => number);
    const { syllables } = filled;
    const score = scoreOf(open, filled.score);
    return { text, words, numbers, syllables, score, skeleton, rhyme: order.rhyme };
  }

  #inside(skeleton: Skeleton, at: number, { inner }: LineOrder): readonly Choice[] {
    const { choices } = this.tools;
    const usual = choices.inside(skeleton, at);
    if (inner.length === 0 || usual.length === 1) return usual;
    const known = new Set(usual.map(({ number }) => number));
    const rhyming = inner.flatMap((rhyme) => choices.rhyming(skeleton, at, rhyme));
    return [...usual, ...rhyming.filter(({ number }) => !known.has(number))];
  }

  #ends(skeleton: Skeleton, { rhyme, taken, shunned }: LineOrder): readonly Choice[] {
    const slot = skeleton.slots.at(-1);
    if (!slot) return [];
    const { lexicon } = this.tools;
    const sounds = new Set(taken.map((other) => soundOf(lexicon, other).whole));
    const isFree = (word: string): boolean =>
      !sounds.has(soundOf(lexicon, word).whole) && !taken.some((other) => isSameWord(other, word));
    const own = this.#ownEnds(skeleton, rhyme, shunned);
    const others = rhyme === null ? [] : this.tools.choices.ends(skeleton, rhyme);
    return [...own, ...others].filter(({ word }) => isFree(word));
  }

  #ownEnds(skeleton: Skeleton, rhyme: RhymeClass | null, shunned: ReadonlySet<string>): readonly Choice[] {
    const at = skeleton.slots.length - 1;
    const slot = skeleton.slots[at];
    if (!slot) return [];
    const keyOf = (word: string): string => soundOf(this.tools.lexicon, word).rhymeKey;
    if (rhyme !== null) return keyOf(slot.word) === rhyme.key ? [this.tools.choices.own(slot)] : [];
    return this.tools.choices.inside(skeleton, at).filter(({ word }) => !shunned.has(keyOf(word)));
  }

  /** What chance adds to each choice, more with a higher temperature; less for words the verse has, more for sounds. */
  #extraOf(choices: readonly Choice[], { inner, said }: LineOrder): Float64Array {
    const { noise, temperature, stock } = this.tools;
    const extra = new Float64Array(choices.length);
    for (const [index, { number }] of choices.entries()) {
      const chance = noise.next() * temperature * SPREAD;
      const isSaid = said.has(number);
      extra[index] =
        chance - (isSaid ? SAID_COST : 0) + (isSaid ? 0 : echoWorth(number, inner, stock.sounds));
    }
    return extra;
  }
}

/** What a word inside the line is worth for its sound: all of it for a rhyme, less for the vowel alone. */
function echoWorth(number: number, inner: readonly RhymeClass[], sounds: TableSounds): number {
  if (inner.length === 0 || number < 0) return 0;
  const anchor = sounds.anchor(number);
  const near = inner.filter((rhyme) => rhyme.anchor === anchor);
  if (near.length === 0) return 0;
  return near.some(({ numbers }) => numbers.has(number)) ? RHYME_WORTH : VOWEL_WORTH;
}

/** A line is worth the mean of its words, and less for one that fits badly: it is what a reader stumbles over. */
function scoreOf(open: readonly Choice[], sum: number): number {
  const worst = Math.min(1, ...open.map(({ score }) => score));
  return (0.5 * sum) / Math.max(1, open.length) + 0.9 * worst;
}

const NOTHING_ADDED = new Float64Array(1);

/** Whether a word stands twice in the line although the shape had two words. */
function hasRepeats(words: readonly string[], { slots }: Skeleton): boolean {
  const open = words.filter((_, at) => slots[at]?.isOpen);
  return open.some((word, at) => open.some((other, before) => before < at && isSameWord(word, other)));
}
