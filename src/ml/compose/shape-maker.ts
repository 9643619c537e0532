import type { DraftLine, Effort, LineMaker, LineOrder } from './line-maker.ts';
import { LineWriter, type ShapedLine } from './line-writer.ts';
import { pickSkeletons, topicOf } from './pick-skeletons.ts';
import type { Noise } from './random.ts';
import { SlotChoices, type Wishes } from './slot-choices.ts';
import type { Stock } from './stock.ts';
import type { ComposeOrder, Materials, RhymeDepth } from './types.ts';

/** Shapes tried for each line. */
const SHAPES: Readonly<Record<RhymeDepth, number>> = { single: 80, multi: 80, dense: 100 };
const FOLLOW_WORTH = 0.35;
const TOPIC_WORTH = 0.1;
const NOWHERE = -10;

/** Makes lines from the shapes of source lines, whose content words it exchanges. */
export class ShapeMaker implements LineMaker {
  readonly #stock: Stock;
  readonly #wishes: Wishes;
  readonly #noise: Noise;
  readonly #shapes: number;
  readonly #writer: LineWriter;
  readonly #places = new WeakMap<DraftLine, number>();
  readonly #used = new Set<number>();
  #place = NOWHERE;

  constructor(
    { rhyme, temperature }: Pick<ComposeOrder, 'rhyme' | 'temperature'>,
    { lexicon, general: { table } }: Materials,
    { stock, wishes, noise }: { stock: Stock; wishes: Wishes; noise: Noise },
  ) {
    this.#stock = stock;
    this.#wishes = wishes;
    this.#noise = noise;
    this.#shapes = SHAPES[rhyme];
    const choices = new SlotChoices(table, stock.sounds, stock.pairs(), wishes);
    this.#writer = new LineWriter({ lexicon, stock, choices, noise, temperature });
  }

  make(order: LineOrder, { times }: Effort): DraftLine[] {
    const { topic } = this.#wishes;
    const wish = { count: Math.ceil(times * this.#shapes), after: this.#place, used: this.#used, topic };
    const picked = pickSkeletons(
      this.#stock.skeletons(),
      { ...wish, syllables: order.syllables },
      this.#noise,
    );
    return picked.flatMap((shape) => {
      const line = this.#writer.write(shape, order);
      return line ? [this.#toDraft(line)] : [];
    });
  }

  /** Lines whose shapes followed one another in a song tell one thing. */
  #toDraft({ skeleton, ...line }: ShapedLine): DraftLine {
    const follows = skeleton.place === this.#place + 1 || skeleton.place === this.#place + 2;
    const score =
      line.score + (follows ? FOLLOW_WORTH : 0) + TOPIC_WORTH * topicOf(skeleton, this.#wishes.topic);
    const draft = { ...line, score };
    this.#places.set(draft, skeleton.place);
    return draft;
  }

  accept(draft: DraftLine | null): void {
    this.#place = (draft && this.#places.get(draft)) ?? NOWHERE;
    if (draft) this.#used.add(this.#place);
  }

  supply(): null {
    return null;
  }

  widen(): void {
    // Any word of a rhyme is tried already.
  }
}
