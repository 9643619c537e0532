import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { isSameWord } from '../../lyrics/rhyme/same-word.ts';
import { plainWords } from './copy-limit.ts';
import { type Choice, fillLine } from './line-lattice.ts';
import type { Random } from './random.ts';
import { renderLine } from './render-line.ts';
import type { RhymeClass } from './rhyme-classes.ts';
import type { Skeleton } from './skeletons.ts';
import type { SlotChoices } from './slot-choices.ts';
import type { Stock } from './stock.ts';
import type { TableSounds } from './table-sounds.ts';
import type { SyllableRange } from './types.ts';
import { soundOf } from './word-sounds.ts';

export interface LineOrder {
  readonly syllables: SyllableRange;
  /** Null where the line's end need not rhyme. */
  readonly rhyme: RhymeClass | null;
  /** Words that may not end the line. */
  readonly taken: readonly string[];
  /** Rhymes that the line may not end on, by key. */
  readonly shunned: ReadonlySet<string>;
  /** Words that the verse has already, by number. */
  readonly said: ReadonlySet<number>;
  /** The last words before the line, which a copied run could begin with. */
  readonly before: readonly string[];
}

export interface DraftLine {
  readonly text: string;
  readonly words: readonly string[];
  /** The numbers of the words that were chosen. */
  readonly numbers: readonly number[];
  readonly syllables: number;
  readonly score: number;
  readonly skeleton: Skeleton;
  /** The rhyme that it ends on, where one was ordered. */
  readonly rhyme: RhymeClass | null;
}

export interface LineTools {
  readonly lexicon: Lexicon;
  readonly stock: Stock;
  readonly sounds: TableSounds;
  readonly choices: SlotChoices;
  readonly random: Random;
  readonly temperature: number;
}

const SPREAD = 0.28;
const SOUND_WORTH = 0.25;
const SAID_COST = 0.7;

/** Fills shapes of lines with words that meet an order. */
export class LineWriter {
  readonly tools: LineTools;

  constructor(tools: LineTools) {
    this.tools = tools;
  }

  /** The best line that a shape gives; null where it cannot meet the order. */
  write(skeleton: Skeleton, order: LineOrder, isDense: boolean): DraftLine | null {
    const ends = this.#ends(skeleton, order);
    if (ends.length === 0) return null;
    const last = skeleton.slots.length - 1;
    const places = skeleton.slots.map((_, at) => {
      const choices = at === last ? ends : this.tools.choices.inside(skeleton, at);
      const extra = choices.length === 1 ? NOTHING_ADDED : this.#extraOf(choices, order, isDense);
      return { choices, extra };
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

  #ends(skeleton: Skeleton, { rhyme, taken, shunned }: LineOrder): readonly Choice[] {
    const slot = skeleton.slots.at(-1);
    if (!slot) return [];
    const { lexicon } = this.tools;
    const isFree = (word: string): boolean =>
      !taken.some(
        (other) => isSameWord(other, word) || soundOf(lexicon, other).whole === soundOf(lexicon, word).whole,
      );
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
  #extraOf(choices: readonly Choice[], { rhyme, said }: LineOrder, isDense: boolean): Float64Array {
    const { random, temperature, sounds } = this.tools;
    const extra = new Float64Array(choices.length);
    for (const [index, { number }] of choices.entries()) {
      const chance = -Math.log(-Math.log(Math.max(1e-12, random()))) * temperature * SPREAD;
      const echoes = isDense && number >= 0 && rhyme !== null && sounds.anchor(number) === rhyme.anchor;
      extra[index] = chance + (echoes ? SOUND_WORTH : 0) - (said.has(number) ? SAID_COST : 0);
    }
    return extra;
  }
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
