import type { Random } from '../random.ts';
import type { Phrase, PhraseKind } from './phrase.ts';
import { formsOf, type HearingTools, hearPiece, type Piece, type PieceForm, wordsIn } from './piece.ts';

/** Pieces by what a line asks of them; those of a form are heard when the form is first asked for. */
export class PieceShelves {
  readonly #phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly #tools: HearingTools;
  readonly #heard = new Set<string>();
  readonly #shelves = new Map<string, Piece[]>();

  constructor(phrases: readonly Phrase[], tools: HearingTools) {
    this.#phrases = Map.groupBy(phrases, ({ kind }) => kind);
    this.#tools = tools;
  }

  #hear(shelf: string): void {
    const [kind = '', name = ''] = shelf.split(' ');
    for (const phrase of this.#phrases.get(kind) ?? []) {
      const form = formsOf(phrase).find((one) => one === name);
      const piece = form && hearPiece(phrase, wordsIn(phrase, form), this.#tools);
      if (piece) this.#add(piece, shelf);
    }
  }

  #add(piece: Piece, shelf: string): void {
    const names = [shelf, `${shelf} s${piece.syllables}`, `${shelf} a${piece.anchor}`];
    if (piece.key !== '') names.push(`${shelf} k${piece.key}`);
    for (const name of names) {
      const pieces = this.#shelves.get(name);
      if (pieces) pieces.push(piece);
      else this.#shelves.set(name, [piece]);
    }
  }

  find(name: string): readonly Piece[] {
    const shelf = name.split(' ', 2).join(' ');
    if (!this.#heard.has(shelf)) {
      this.#heard.add(shelf);
      this.#hear(shelf);
    }
    return this.#shelves.get(name) ?? [];
  }
}

/** The name of the pieces of a kind and form; " s4", " a3" and " k…" after it name those of a length, vowel and rhyme. */
export const shelfOf = (kind: PhraseKind, form: PieceForm): string => `${kind} ${form}`;

/** Kinds of phrases that lines end on, in forms that any verse has. */
const ENDS = ['where plain', 'when plain', 'how plain', 'do base', 'being plain', 'having plain'];

interface Row {
  readonly pieces: readonly Piece[];
  /** Sums of the weights up to each piece. */
  readonly sums: Float64Array;
}

/** Draws pieces in proportion to what they are worth to one verse. */
export class PieceDraw {
  #shelves: readonly PieceShelves[];
  readonly #worthOf: (piece: Piece) => number;
  readonly #random: Random;
  readonly #rows = new Map<string, Row>();
  readonly #worths = new Map<Phrase, number>();
  readonly #supply = new Map<string, number>();

  /** `worthOf`: above 0; pieces of one phrase are worth the same. */
  constructor(shelves: readonly PieceShelves[], worthOf: (piece: Piece) => number, random: Random) {
    this.#shelves = shelves;
    this.#worthOf = worthOf;
    this.#random = random;
  }

  #row(name: string): Row {
    const known = this.#rows.get(name);
    if (known) return known;
    const pieces = this.#shelves.flatMap((shelves) => shelves.find(name));
    const sums = new Float64Array(pieces.length);
    let sum = 0;
    for (const [at, piece] of pieces.entries()) {
      sum += this.#worth(piece);
      sums[at] = sum;
    }
    const row = { pieces, sums };
    this.#rows.set(name, row);
    return row;
  }

  #worth(piece: Piece): number {
    const known = this.#worths.get(piece.phrase);
    if (known !== undefined) return known;
    const worth = this.#worthOf(piece);
    this.#worths.set(piece.phrase, worth);
    return worth;
  }

  /** Draws from further pieces too. */
  add(shelves: PieceShelves): void {
    this.#shelves = [...this.#shelves, shelves];
    this.#rows.clear();
  }

  /** How much there is to end lines with, by rhyme: what the phrases are worth. */
  supply(): ReadonlyMap<string, number> {
    if (this.#supply.size > 0) return this.#supply;
    for (const shelf of ENDS)
      for (const shelves of this.#shelves)
        for (const piece of shelves.find(shelf))
          this.#supply.set(piece.key, (this.#supply.get(piece.key) ?? 0) + this.#worth(piece));
    return this.#supply;
  }

  /** A piece of a shelf by chance; undefined for an empty one. */
  draw(name: string): Piece | undefined {
    const { pieces, sums } = this.#row(name);
    const aim = this.#random() * (sums.at(-1) ?? 0);
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= aim) low = middle + 1;
      else high = middle;
    }
    return pieces[low];
  }
}
