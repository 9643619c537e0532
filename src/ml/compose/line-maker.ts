import type { RhymeClass } from './rhyme-classes.ts';
import type { SyllableRange } from './types.ts';

export interface LineOrder {
  readonly syllables: SyllableRange;
  /** Null where the line's end need not rhyme. */
  readonly rhyme: RhymeClass | null;
  /** Rhymes that words inside the line should be of; none where lines rhyme by their ends alone. */
  readonly inner: readonly RhymeClass[];
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
  /** What it is worth without its sound, higher is better. */
  readonly score: number;
  /** The rhyme that it ends on, where one was ordered. */
  readonly rhyme: RhymeClass | null;
}

/** How much is tried for a line. */
export interface Effort {
  /** Rhymes that are tried beside this one. */
  readonly rhymes: number;
  /** 1 is usual. */
  readonly times: number;
  /** Drafts that are of use at most. */
  readonly most: number;
}

/** A way to make lines; one for each verse, because it remembers what the verse has. */
export interface LineMaker {
  /** Lines that meet an order, the best first. */
  make(order: LineOrder, effort: Effort): DraftLine[];
  /** Remembers that a line of its own was used; null for a line that was kept. */
  accept(draft: DraftLine | null): void;
  /** How much there is to end lines with, by the key of the rhyme; null if that is not known. */
  supply(): ReadonlyMap<string, number> | null;
  /** Adds ways to end lines on a rhyme that has too few. */
  widen(rhyme: RhymeClass): void;
}
