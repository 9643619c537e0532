import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { drawRhymes } from './choose-rhyme.ts';
import type { Random } from './random.ts';
import { type RhymeClass, rhymeClasses } from './rhyme-classes.ts';
import type { Wishes } from './slot-choices.ts';
import type { ComposeOrder } from './types.ts';
import { soundOf } from './word-sounds.ts';
import type { WordTable } from './word-table.ts';

/** The letter of lines that need not rhyme. */
export const FREE = '-';
/** Lines between which one rhyme could be heard for another. */
const WINDOW = 5;
/** Rhymes tried for a letter that has none yet, and for a free line that rhymes within itself. */
const TRIED = 4;
const TRIED_FREE = 2;

export interface RhymeTools {
  readonly table: WordTable;
  readonly lexicon: Lexicon;
  readonly wishes: Wishes;
  readonly random: Random;
  /** How much there is to end lines with, by rhyme; null if that is not known. */
  readonly supply: ReadonlyMap<string, number> | null;
}

type RhymeOrder = Pick<ComposeOrder, 'scheme' | 'rhyme' | 'temperature'>;

/** Which rhyme each letter of a verse has. */
export class LetterRhymes {
  readonly #order: RhymeOrder;
  readonly #tools: RhymeTools;
  readonly #classes: ReadonlyMap<string, RhymeClass>;
  readonly #known = new Map<string, RhymeClass>();
  /** Rhymes within free lines, the latest last. */
  readonly #free: RhymeClass[] = [];

  constructor(order: RhymeOrder, tools: RhymeTools) {
    this.#order = order;
    this.#tools = tools;
    this.#classes = rhymeClasses(tools.table, tools.lexicon);
  }

  /** A letter is to rhyme with a word that stands already. */
  expect(letter: string, word: string): void {
    const rhyme = this.#classes.get(soundOf(this.#tools.lexicon, word).endKey);
    if (rhyme) this.#known.set(letter, rhyme);
  }

  settle(letter: string, rhyme: RhymeClass): void {
    if (letter === FREE) this.#free.push(rhyme);
    else this.#known.set(letter, rhyme);
  }

  /** The rhyme of a letter, or several to try; null where the line need not rhyme. */
  toTry(letter: string): (RhymeClass | null)[] {
    const known = this.#known.get(letter);
    if (known) return [known];
    if (letter !== FREE) return this.#draw(letter, TRIED);
    // Without a supply there are too few words of one rhyme for one line.
    const isDense = this.#order.rhyme === 'dense' && this.#tools.supply !== null;
    return isDense ? this.#draw(FREE, TRIED_FREE) : [null];
  }

  /** In dense verses words inside a line rhyme with its end, most of them, and with an end before. */
  inside(rhyme: RhymeClass | null): RhymeClass[] {
    if (this.#order.rhyme !== 'dense') return [];
    const recent = [...this.#known.values()].filter((other) => other !== rhyme).slice(-1);
    if (rhyme !== null) return [rhyme, rhyme, ...recent];
    return recent.length > 0 ? recent : this.#draw(FREE, 1);
  }

  #draw(letter: string, count: number): RhymeClass[] {
    const { temperature, scheme } = this.#order;
    const { supply, wishes, random } = this.#tools;
    const lines = letter === FREE ? 1 : [...scheme].filter((other) => other === letter).length;
    const used = new Set([...this.#known.values(), ...this.#free].map(({ key }) => key));
    const open = [...this.#classes.values()].filter(({ key }) => !used.has(key));
    const others = this.#near(letter);
    const supplyOf = ({ key }: RhymeClass): number => (supply === null ? 1 : (supply.get(key) ?? 0));
    return drawRhymes(open, count, { lines, others, wishes, temperature, supply: supplyOf }, random);
  }

  /** The rhymes of lines so near that one could be heard for the other. */
  #near(letter: string): RhymeClass[] {
    const letters = [...this.#order.scheme];
    const near = letters.filter((_, line) =>
      letters.slice(Math.max(0, line - WINDOW), line + WINDOW + 1).includes(letter),
    );
    return [
      ...[...new Set(near)].flatMap((other) => this.#known.get(other) ?? []),
      ...this.#free.slice(-WINDOW),
    ];
  }
}
