import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { drawRhymes } from './choose-rhyme.ts';
import { plainWords } from './copy-limit.ts';
import { type Heard, hearOn, SILENCE } from './echo.ts';
import { rangeOf } from './line-range.ts';
import { longestLine } from './line-room.ts';
import { type DraftLine, type LineOrder, LineWriter } from './line-writer.ts';
import { pickSkeletons } from './pick-skeletons.ts';
import { Noise, type Random, seeded } from './random.ts';
import { readWords } from './read-words.ts';
import { type RhymeClass, rhymeClasses } from './rhyme-classes.ts';
import { SlotChoices, type Wishes } from './slot-choices.ts';
import type { Stock } from './stock.ts';
import { exactWeights, topicWeights } from './topic-weights.ts';
import type { ComposedLine, ComposeOrder, Materials, RhymeDepth } from './types.ts';
import { linesOffScheme, linesOffSyllables, readVerse } from './verify-verse.ts';
import { soundOf } from './word-sounds.ts';
import { worthOfLine } from './worth-of-line.ts';

/** Rhymes tried for a new letter, and shapes tried for each line. */
const EFFORT: Readonly<Record<RhymeDepth, { readonly rhymes: number; readonly shapes: number }>> = {
  single: { rhymes: 3, shapes: 80 },
  multi: { rhymes: 4, shapes: 80 },
  dense: { rhymes: 4, shapes: 100 },
};
/** Drafts of a line that are read by the engine before the line is given up. */
const READINGS = 8;
/** Lines before a line with which the engine hears it. */
const WINDOW = 5;
const NOWHERE = -10;
const FREE = '-';
/** Longer verses try fewer shapes a line, so that they take no more time. */
const USUAL_LINES = 10;
/** How many times as many shapes are tried for a line that was not found. */
const MORE_SHAPES = 8;

export interface RankedDraft {
  readonly draft: DraftLine;
  readonly worth: number;
}

interface LineEnd {
  readonly word: string;
  readonly heard: Heard;
}

/** One attempt at a verse: the lines so far, and what the next ones depend on. */
export class VerseWriter {
  readonly #order: ComposeOrder;
  readonly #lexicon: Lexicon;
  readonly #stock: Stock;
  readonly #random: Random;
  readonly #noise: Noise;
  readonly #wishes: Wishes;
  readonly #classes: ReadonlyMap<string, RhymeClass>;
  readonly #writer: LineWriter;
  readonly #rhymes = new Map<string, RhymeClass>();
  readonly #ends = new Map<string, LineEnd[]>();
  readonly #used = new Set<number>();
  readonly #said = new Set<number>();
  readonly #lines: ComposedLine[] = [];
  #heard: Heard = SILENCE;
  #before: readonly string[] = [];
  #place = NOWHERE;

  constructor(order: ComposeOrder, { lexicon, general }: Materials, stock: Stock, attempt: number) {
    this.#order = order;
    this.#lexicon = lexicon;
    this.#stock = stock;
    this.#random = seeded(order.seed * 1_000_003 + attempt);
    this.#noise = new Noise(this.#random);
    const { table } = general;
    this.#wishes = { topic: topicWeights(table, order.topic), style: exactWeights(table, order.style ?? []) };
    this.#classes = rhymeClasses(table, lexicon);
    const choices = new SlotChoices(table, stock.sounds, stock.pairs, this.#wishes);
    const { temperature } = order;
    this.#writer = new LineWriter({ lexicon, stock, choices, noise: this.#noise, temperature });
    for (const [line, text] of order.keep.entries())
      if (text !== null) this.#expectRhyme(text, order.scheme[line] ?? '-');
  }

  /** The verse; where it fails the number of the line that could not be written. */
  write(): readonly ComposedLine[] | number {
    for (let line = 0; line < this.#order.lines; line++) {
      if (this.#keepLine(line)) continue;
      const draft = this.#findLine(line);
      if (!draft) return line;
      this.#accept(draft, this.#order.scheme[line] ?? '-');
    }
    return this.#lines;
  }

  /** The line from a few shapes, or from many where none of them has the rhyme and the syllables. */
  #findLine(line: number): DraftLine | null {
    return (
      this.#firstOnScheme(this.rank(line), line) ?? this.#firstOnScheme(this.rank(line, MORE_SHAPES), line)
    );
  }

  /** Keeps the lines before a line that is to be written. */
  keepUntil(line: number): void {
    for (let kept = 0; kept < line; kept++) this.#keepLine(kept);
  }

  /** What could be the line, the best first; `times` as many shapes are tried as usually. */
  rank(line: number, times = 1): RankedDraft[] {
    const letter = this.#order.scheme[line] ?? '-';
    const syllables = rangeOf(this.#order, line);
    const { shapes } = EFFORT[this.#order.rhyme];
    const count = Math.ceil(times * shapes * Math.min(1, USUAL_LINES / this.#order.lines));
    const [{ topic }, after, used] = [this.#wishes, this.#place, this.#used];
    const picked = pickSkeletons(
      this.#stock.skeletons,
      { count, syllables, topic, after, used },
      this.#noise,
    );
    const longest = longestLine(this.#order, this.#lines, line);
    const found: RankedDraft[] = [];
    for (const rhyme of this.#rhymesFor(letter)) {
      const order = this.#lineOrder(letter, rhyme, line);
      for (const shape of picked) {
        const draft = this.#writer.write(shape, order);
        if (draft && draft.text.length <= longest) found.push({ draft, worth: this.#worthOf(draft, letter) });
      }
    }
    return found.sort((a, b) => b.worth - a.worth);
  }

  /** The first of the best drafts that the engine hears as the scheme has it, with the lines before. */
  #firstOnScheme(ranked: readonly RankedDraft[], line: number): DraftLine | null {
    const first = Math.max(0, this.#lines.length - WINDOW);
    const before = this.#lines.slice(first).map(({ text, letter }) => ({ text, letter, kept: true }));
    const scheme = this.#order.scheme.slice(first, line + 1);
    for (const { draft } of ranked.slice(0, READINGS)) {
      const lines = [...before, { text: draft.text, kept: false }];
      const reading = readVerse(lines, this.#lexicon);
      const isOff =
        linesOffScheme(lines, scheme, reading).length > 0 ||
        linesOffSyllables(lines, () => rangeOf(this.#order, line), reading).length > 0;
      if (!isOff) return draft;
    }
    return null;
  }

  #expectRhyme(text: string, letter: string): void {
    const words = readWords(text).map(({ word }) => word);
    const end = words.at(-1);
    if (end === undefined || letter === '-') return;
    const rhyme = this.#classes.get(soundOf(this.#lexicon, end).endKey);
    if (rhyme) this.#rhymes.set(letter, rhyme);
    this.#addEnd(letter, words);
  }

  #addEnd(letter: string, words: readonly string[]): void {
    const end = { word: words.at(-1) ?? '', heard: hearOn(SILENCE, words, this.#lexicon) };
    this.#ends.set(letter, [...(this.#ends.get(letter) ?? []), end]);
  }

  #keepLine(line: number): boolean {
    const text = this.#order.keep[line];
    if (typeof text !== 'string') return false;
    const words = readWords(text).map(({ word }) => word);
    const syllables = readVerse([{ text }], this.#lexicon).syllables[0] ?? 0;
    this.#append({ text, syllables, letter: letterOf(this.#order.scheme[line]), kept: true }, words);
    this.#place = NOWHERE;
    return true;
  }

  #append(line: ComposedLine, words: readonly string[]): void {
    this.#lines.push(line);
    this.#heard = hearOn(this.#heard, words, this.#lexicon);
    this.#before = [...this.#before, ...plainWords(line.text)].slice(-4);
  }

  #accept({ words, text, skeleton, numbers, syllables, rhyme }: DraftLine, letter: string): void {
    this.#addEnd(letter, words);
    if (letter !== '-' && rhyme) this.#rhymes.set(letter, rhyme);
    for (const number of numbers) this.#said.add(number);
    this.#used.add(skeleton.place);
    this.#append({ text, syllables, letter: letterOf(letter), kept: false }, words);
    this.#place = skeleton.place;
  }

  #rhymesFor(letter: string): (RhymeClass | null)[] {
    if (letter === '-') return [null];
    const known = this.#rhymes.get(letter);
    if (known) return [known];
    return this.#draw(letter, EFFORT[this.#order.rhyme].rhymes);
  }

  #lineOrder(letter: string, rhyme: RhymeClass | null, line: number): LineOrder {
    const ends = [...this.#ends.values()].flat();
    return {
      syllables: rangeOf(this.#order, line),
      rhyme,
      inner: this.#innerRhymes(rhyme),
      taken: ends.map(({ word }) => word),
      shunned: new Set(letter === '-' ? ends.map(({ word }) => soundOf(this.#lexicon, word).endKey) : []),
      said: this.#said,
      before: this.#before,
    };
  }

  /** In dense verses words inside a line rhyme with its end and with the ends of the lines before. */
  #innerRhymes(rhyme: RhymeClass | null): RhymeClass[] {
    if (this.#order.rhyme !== 'dense') return [];
    const recent = [...this.#rhymes.values()].filter((other) => other !== rhyme).slice(-1);
    if (rhyme !== null) return [rhyme, ...recent];
    return recent.length > 0 ? recent : this.#draw(FREE, 1);
  }

  #draw(letter: string, count: number): RhymeClass[] {
    const { temperature, scheme } = this.#order;
    const lines = letter === FREE ? 1 : [...scheme].filter((other) => other === letter).length;
    const near = this.#lettersNear(letter).flatMap((other) => this.#rhymes.get(other) ?? []);
    const used = new Set([...this.#rhymes.values()].map(({ key }) => key));
    const open = [...this.#classes.values()].filter(({ key }) => !used.has(key));
    return drawRhymes(open, count, { lines, others: near, wishes: this.#wishes, temperature }, this.#random);
  }

  /** The letters of lines so near to this letter's that one rhyme could be heard for the other. */
  #lettersNear(letter: string): string[] {
    const letters = [...this.#order.scheme];
    const near = letters.filter((_, line) =>
      letters.slice(Math.max(0, line - WINDOW), line + WINDOW + 1).includes(letter),
    );
    return [...new Set(near)];
  }

  #worthOf(draft: DraftLine, letter: string): number {
    return worthOfLine(draft, {
      order: this.#order,
      wishes: this.#wishes,
      lexicon: this.#lexicon,
      heard: this.#heard,
      ends: letter === '-' ? [] : (this.#ends.get(letter) ?? []).map(({ heard }) => heard),
      follows: draft.skeleton.place === this.#place + 1 || draft.skeleton.place === this.#place + 2,
      chance: this.#random(),
    });
  }
}

const letterOf = (letter = '-'): string | null => (letter === '-' ? null : letter);
