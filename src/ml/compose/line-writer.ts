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
  /** The last words before the line, which a copied run could begin with. */
  readonly before: readonly string[];
}

export interface DraftLine {
  readonly text: string;
  readonly words: readonly string[];
  readonly syllables: number;
  readonly score: number;
  readonly skeleton: Skeleton;
}

export interface LineTools {
  readonly lexicon: Lexicon;
  readonly stock: Stock;
  readonly choices: SlotChoices;
  readonly random: Random;
  readonly temperature: number;
}

const SPREAD = 0.28;
const SOUND_WORTH = 0.25;

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
      return choices.length === 1 ? choices : this.#vary(choices, isDense ? (order.rhyme?.anchor ?? -1) : -1);
    });
    const filled = fillLine(places, order.syllables);
    if (!filled) return null;
    const words = filled.choices.map(({ word }) => word);
    if (hasRepeats(words, skeleton)) return null;
    const text = renderLine(skeleton.slots, words, this.tools.lexicon);
    if (this.tools.stock.limit.forbids([...order.before, ...plainWords(text)])) return null;
    const open = filled.choices.filter((_, at) => skeleton.slots[at]?.isOpen).length;
    return { text, words, syllables: filled.syllables, score: filled.score / Math.max(1, open), skeleton };
  }

  #ends(skeleton: Skeleton, { rhyme, taken, shunned }: LineOrder): readonly Choice[] {
    const slot = skeleton.slots.at(-1);
    if (!slot) return [];
    const isFree = (word: string): boolean => !taken.some((other) => isSameWord(other, word));
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

  /** Choices with chance in their worth, more with a higher temperature, and with more worth for a vowel that rhymes. */
  #vary(choices: readonly Choice[], anchor: number): Choice[] {
    const { random, temperature } = this.tools;
    return choices.map((choice) => {
      const chance = -Math.log(-Math.log(Math.max(1e-12, random()))) * temperature * SPREAD;
      const rhymes = anchor >= 0 && choice.anchor === anchor ? SOUND_WORTH : 0;
      return { ...choice, score: choice.score + chance + rhymes };
    });
  }
}

/** Whether a word stands twice in the line although the shape had two words. */
function hasRepeats(words: readonly string[], { slots }: Skeleton): boolean {
  const open = words.filter((_, at) => slots[at]?.isOpen);
  return open.some((word, at) => open.some((other, before) => before < at && isSameWord(word, other)));
}
