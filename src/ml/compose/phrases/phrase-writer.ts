import type { Lexicon } from '../../../lyrics/phonetics/lexicon.ts';
import { isSameWord } from '../../../lyrics/rhyme/same-word.ts';
import { type CopyLimit, plainWord } from '../copy-limit.ts';
import type { DraftLine, Effort, LineMaker, LineOrder } from '../line-maker.ts';
import type { Noise, Random } from '../random.ts';
import type { RhymeClass } from '../rhyme-classes.ts';
import type { SyllableRange } from '../types.ts';
import { soundOf } from '../word-sounds.ts';
import type { Cast } from './cast.ts';
import { clashes } from './clashes.ts';
import { type FilledPart, type Part, partsOf } from './line-parts.ts';
import { LinePlans } from './line-plan.ts';
import { fitTogether, type Piece } from './piece.ts';
import type { PieceDraw, PieceShelves } from './piece-shelves.ts';
import { sayLine } from './say-line.ts';

export interface PhraseTools {
  readonly lexicon: Lexicon;
  readonly limit: CopyLimit;
  readonly draw: PieceDraw;
  /** Lines tried for a line of the verse. */
  readonly tries: number;
  /** Further phrases that end on a rhyme. */
  readonly endsOn: (rhyme: RhymeClass) => PieceShelves;
  readonly cast: Cast;
  /** What a piece is worth to the verse, as it adds to the worth of a line. */
  readonly worthOf: (piece: Piece) => number;
  readonly noise: Noise;
  readonly random: Random;
  readonly temperature: number;
}

const FIT_WORTH = 0.9;
const CHANCE = 0.3;
const SAID_COST = 0.6;
const RHYME_WORTH = 1.3;
const VOWEL_WORTH = 0.4;
/** Of the pieces inside a dense line, those drawn for their sound; of these, those drawn for a rhyme. */
const ECHO_SHARE = 0.85;
const RHYME_SHARE = 0.65;
/** Pieces drawn for one place before the line is given up. */
const DRAWS = 6;
/** Phrases of one clause that have less to do with one another are not put together. */
const MIN_FIT = 0.12;

/** Writes lines out of whole phrases: every line says who does what, where, when or how. */
export class PhraseWriter implements LineMaker {
  readonly #tools: PhraseTools;
  readonly #said = new Set<Piece['phrase']>();
  readonly #pieces = new WeakMap<DraftLine, readonly Piece[]>();
  readonly #widened = new Set<string>();
  readonly #leads = new Map<readonly string[], number>();

  constructor(tools: PhraseTools) {
    this.#tools = tools;
  }

  accept(draft: DraftLine | null): void {
    for (const { phrase } of (draft && this.#pieces.get(draft)) ?? []) this.#said.add(phrase);
  }

  supply(): ReadonlyMap<string, number> {
    return this.#tools.draw.supply();
  }

  widen(rhyme: RhymeClass): void {
    if (this.#widened.has(rhyme.key)) return;
    this.#widened.add(rhyme.key);
    this.#tools.draw.add(this.#tools.endsOn(rhyme));
  }

  make(order: LineOrder, { rhymes, times, most }: Effort): DraftLine[] {
    const plans = new LinePlans((order.syllables.min + order.syllables.max) / 2);
    const { lexicon, cast, random, tries } = this.#tools;
    const attempts = Math.ceil((times * tries) / rhymes);
    const taken = new Set(order.taken.map((word) => soundOf(lexicon, word).whole));
    const found: Found[] = [];
    for (let attempt = 0; attempt < attempts; attempt++) {
      const parts = this.#fill(partsOf(plans.draw(random), cast, random), order, taken);
      if (!parts) continue;
      const pieces = parts.flatMap(({ piece }) => piece ?? []);
      found.push({ parts, pieces, score: this.#worth(pieces, order) });
    }
    return this.#say(found, order, Math.ceil(most / rhymes));
  }

  /** What is found as lines, the best first, without those that clash or copy. */
  #say(found: readonly Found[], order: LineOrder, most: number): DraftLine[] {
    const drafts: DraftLine[] = [];
    for (const one of found.toSorted((a, b) => b.score - a.score)) {
      if (drafts.length >= most) break;
      const draft = this.#toDraft(one, order);
      if (draft) drafts.push(draft);
    }
    return drafts;
  }

  #fill(parts: readonly Part[], order: LineOrder, taken: ReadonlySet<string>): FilledPart[] | null {
    const last = parts.length - 1;
    const end = this.#end(parts[last], order, taken);
    if (!end) return null;
    const filled: FilledPart[] = parts.map((part, at) => ({ ...part, piece: at === last ? end : null }));
    let left = -this.#syllablesOf(parts) - end.syllables;
    const places = parts.flatMap(({ shelf }, at) => (shelf !== null && at < last ? [at] : []));
    for (const [turn, at] of places.entries()) {
      const part = filled[at];
      const window = { min: order.syllables.min + left, max: order.syllables.max + left };
      const isLast = turn === places.length - 1;
      const beside = part && besideOf(filled, at);
      const piece = part && this.#inside(part.shelf ?? '', order, { window, isLast, beside });
      if (!part || !piece) return null;
      filled[at] = { ...part, piece };
      left -= piece.syllables;
    }
    return order.syllables.min + left <= 0 && order.syllables.max + left >= 0 ? filled : null;
  }

  #syllablesOf(parts: readonly Part[]): number {
    const { lexicon } = this.#tools;
    let sum = 0;
    for (const { lead } of parts) {
      let syllables = this.#leads.get(lead);
      if (syllables === undefined) {
        syllables = lead.reduce((all, word) => all + soundOf(lexicon, word.toLowerCase()).syllables, 0);
        this.#leads.set(lead, syllables);
      }
      sum += syllables;
    }
    return sum;
  }

  #end(
    part: Part | undefined,
    { rhyme, shunned, taken }: LineOrder,
    sounds: ReadonlySet<string>,
  ): Piece | null {
    const shelf = part?.shelf;
    if (!shelf) return null;
    const piece = this.#tools.draw.draw(rhyme === null ? shelf : `${shelf} k${rhyme.key}`);
    if (!piece || this.#said.has(piece.phrase)) return null;
    const word = piece.words.at(-1) ?? '';
    const isTaken = sounds.has(soundOf(this.#tools.lexicon, word.toLowerCase()).whole);
    if (isTaken || taken.some((other) => isSameWord(other, word))) return null;
    return rhyme === null && shunned.has(soundOf(this.#tools.lexicon, word.toLowerCase()).endKey)
      ? null
      : piece;
  }

  #inside(shelf: string, { inner }: LineOrder, { window, isLast, beside = [] }: Place): Piece | null {
    const { draw, random } = this.#tools;
    const fits = (piece: Piece | undefined): piece is Piece =>
      piece !== undefined &&
      piece.syllables <= window.max &&
      (!isLast || piece.syllables >= window.min) &&
      !this.#said.has(piece.phrase) &&
      beside.every((other) => fitTogether(other, piece) >= MIN_FIT);
    for (let turn = 0; turn < DRAWS; turn++) {
      const rhyme = inner[Math.floor(random() * inner.length)];
      const sound = rhyme && random() < ECHO_SHARE ? this.#soundShelf(shelf, rhyme) : null;
      const length = window.min + Math.floor(random() * (window.max - window.min + 1));
      const piece = draw.draw(sound ?? (isLast ? `${shelf} s${length}` : shelf));
      if (fits(piece)) return piece;
    }
    return null;
  }

  #soundShelf(shelf: string, { key, anchor }: RhymeClass): string {
    return this.#tools.random() < RHYME_SHARE ? `${shelf} k${key}` : `${shelf} a${anchor}`;
  }

  #toDraft({ parts, pieces, score }: Found, order: LineOrder): DraftLine | null {
    if (clashes(parts, this.#tools.cast.tense)) return null;
    const said = sayLine(parts);
    const { lexicon, limit } = this.#tools;
    const words = said.words.map((word) => word.toLowerCase());
    if (limit.forbids([...order.before, ...words.flatMap(plainWord)])) return null;
    const draft = {
      text: said.text,
      words,
      numbers: pieces.flatMap(({ content }) => content),
      syllables: words.reduce((sum, word) => sum + soundOf(lexicon, word).syllables, 0),
      score,
      rhyme: order.rhyme,
    };
    this.#pieces.set(draft, pieces);
    return draft;
  }

  #worth(pieces: readonly Piece[], { inner, said }: LineOrder): number {
    const { noise, temperature, worthOf } = this.#tools;
    let sum = noise.next() * temperature * CHANCE;
    for (const [at, piece] of pieces.entries()) {
      sum += worthOf(piece);
      const repeated = piece.content.filter((number) => said.has(number)).length;
      sum -= SAID_COST * repeated;
      const before = pieces[at - 1];
      if (before) sum += (FIT_WORTH * fitTogether(before, piece)) / (pieces.length - 1);
      if (at < pieces.length - 1) sum += echoWorth(piece, inner);
    }
    return sum;
  }
}

interface Found {
  readonly parts: readonly FilledPart[];
  readonly pieces: readonly Piece[];
  readonly score: number;
}

interface Place {
  readonly window: SyllableRange;
  /** Whether no other piece is drawn after it. */
  readonly isLast: boolean;
  /** Pieces of its clause that it has to go with. */
  readonly beside?: readonly Piece[] | undefined;
}

const SAYS_MORE: ReadonlySet<string> = new Set(['where', 'how']);

/** The pieces drawn already that stand in one clause with a place and say where or how, or that it says that of. */
function besideOf(parts: readonly FilledPart[], at: number): Piece[] {
  const first = parts.findLastIndex(({ unit }, other) => unit === 'and' && other < at) + 1;
  const after = parts.findIndex(({ unit }, other) => unit === 'and' && other > at);
  const clause = parts.slice(first, after < 0 ? parts.length : after);
  const isMore = SAYS_MORE.has(parts[at]?.unit ?? '');
  return clause.flatMap(({ unit, piece }) =>
    piece && isMore !== SAYS_MORE.has(unit) && unit !== 'when' ? [piece] : [],
  );
}

function echoWorth({ key, anchor }: Piece, inner: readonly RhymeClass[]): number {
  if (inner.some((rhyme) => rhyme.key === key)) return RHYME_WORTH;
  return inner.some((rhyme) => rhyme.anchor === anchor) ? VOWEL_WORTH : 0;
}
