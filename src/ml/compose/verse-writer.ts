import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { plainWords } from './copy-limit.ts';
import { type Heard, hearOn, SILENCE } from './echo.ts';
import { FREE, LetterRhymes } from './letter-rhymes.ts';
import type { DraftLine, LineMaker, LineOrder } from './line-maker.ts';
import { rangeOf } from './line-range.ts';
import { longestLine } from './line-room.ts';
import { openPhraseWriter } from './phrases/phrase-stock.ts';
import { Noise, type Random, seeded } from './random.ts';
import { readWords } from './read-words.ts';
import type { RhymeClass } from './rhyme-classes.ts';
import { ShapeMaker } from './shape-maker.ts';
import type { Stock } from './stock.ts';
import { exactWeights, topicWeights } from './topic-weights.ts';
import type { ComposedLine, ComposeOrder, Materials } from './types.ts';
import { linesOffScheme, linesOffSyllables, readVerse } from './verify-verse.ts';
import { soundOf } from './word-sounds.ts';
import { worthOfLine } from './worth-of-line.ts';

/** Drafts whose sound is heard with the lines before. */
const HEARD = 80;
/** Drafts of a line that are read by the engine before the line is given up. */
const READINGS = 8;
/** Lines before a line with which the engine hears it. */
const WINDOW = 5;
/** Longer verses try less for a line, so that they take no more time. */
const USUAL_LINES = 10;
/** How many times as much is tried for a line that was not found. */
const MORE = 8;

export interface RankedDraft {
  readonly draft: DraftLine;
  readonly worth: number;
}

export interface VerseWay {
  /** Which attempt at the verse this is, from 0: each gives another one. */
  readonly attempt: number;
  /** Whether lines are made from phrases, or from the shapes of source lines. */
  readonly way: 'phrases' | 'shapes';
}

interface LineEnd {
  readonly word: string;
  readonly heard: Heard;
}

/** One attempt at a verse: the lines so far, and what the next ones depend on. */
export class VerseWriter {
  readonly #order: ComposeOrder;
  readonly #lexicon: Lexicon;
  readonly #random: Random;
  readonly #maker: LineMaker;
  readonly #rhymes: LetterRhymes;
  readonly #ends = new Map<string, LineEnd[]>();
  readonly #said = new Set<number>();
  readonly #lines: ComposedLine[] = [];
  #heard: Heard = SILENCE;
  #before: readonly string[] = [];

  constructor(order: ComposeOrder, materials: Materials, stock: Stock, { attempt, way }: VerseWay) {
    const { lexicon, general } = materials;
    const { table } = general;
    this.#order = order;
    this.#lexicon = lexicon;
    this.#random = seeded(order.seed * 1_000_003 + attempt);
    const noise = new Noise(this.#random);
    const wishes = { topic: topicWeights(table, order.topic), style: exactWeights(table, order.style ?? []) };
    this.#maker =
      way === 'shapes'
        ? new ShapeMaker(order, materials, { stock, wishes, noise })
        : openPhraseWriter(order, materials, { wishes, stock, random: this.#random, noise });
    const supply = this.#maker.supply();
    this.#rhymes = new LetterRhymes(order, { table, lexicon, wishes, random: this.#random, supply });
    for (const [line, text] of order.keep.entries())
      if (text !== null) this.#expectRhyme(text, order.scheme[line] ?? FREE);
  }

  /** The verse; where it fails the number of the line that could not be written. */
  write(): readonly ComposedLine[] | number {
    for (let line = 0; line < this.#order.lines; line++) {
      if (this.#keepLine(line)) continue;
      const draft = this.#findLine(line);
      if (!draft) return line;
      this.#accept(draft, this.#letter(line));
    }
    return this.#lines;
  }

  /** The line after little effort, or after much where that has the rhyme and the syllables. */
  #findLine(line: number): DraftLine | null {
    const found = this.#firstOnScheme(this.rank(line), line);
    if (found) return found;
    for (const rhyme of this.#rhymes.toTry(this.#letter(line))) if (rhyme) this.#maker.widen(rhyme);
    return this.#firstOnScheme(this.rank(line, MORE), line);
  }

  /** Keeps the lines before a line that is to be written. */
  keepUntil(line: number): void {
    for (let kept = 0; kept < line; kept++) this.#keepLine(kept);
  }

  /** What could be the line, the best first, after `times` the usual effort. */
  rank(line: number, times = 1): RankedDraft[] {
    const letter = this.#letter(line);
    const rhymes = this.#rhymes.toTry(letter);
    const share = times * Math.min(1, USUAL_LINES / this.#order.lines);
    const effort = { rhymes: rhymes.length, times: share, most: HEARD };
    const longest = longestLine(this.#order, this.#lines, line);
    return rhymes
      .flatMap((rhyme) => this.#maker.make(this.#lineOrder(letter, rhyme, line), effort))
      .filter(({ text }) => text.length <= longest)
      .map((draft) => ({ draft, worth: this.#worthOf(draft, letter) }))
      .sort((a, b) => b.worth - a.worth);
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

  #letter(line: number): string {
    return this.#order.scheme[line] ?? FREE;
  }

  #expectRhyme(text: string, letter: string): void {
    const words = readWords(text).map(({ word }) => word);
    const end = words.at(-1);
    if (end === undefined || letter === FREE) return;
    this.#rhymes.expect(letter, end);
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
    this.#append({ text, syllables, letter: letterOf(this.#letter(line)), kept: true }, words);
    this.#maker.accept(null);
    return true;
  }

  #append(line: ComposedLine, words: readonly string[]): void {
    this.#lines.push(line);
    this.#heard = hearOn(this.#heard, words, this.#lexicon);
    this.#before = [...this.#before, ...plainWords(line.text)].slice(-4);
  }

  #accept(draft: DraftLine, letter: string): void {
    const { words, text, numbers, syllables, rhyme } = draft;
    this.#maker.accept(draft);
    this.#addEnd(letter, words);
    if (rhyme) this.#rhymes.settle(letter, rhyme);
    for (const number of numbers) this.#said.add(number);
    this.#append({ text, syllables, letter: letterOf(letter), kept: false }, words);
  }

  #lineOrder(letter: string, rhyme: RhymeClass | null, line: number): LineOrder {
    const ends = [...this.#ends.values()].flat();
    const isFree = letter === FREE;
    return {
      syllables: rangeOf(this.#order, line),
      rhyme,
      inner: this.#rhymes.inside(rhyme),
      taken: ends.map(({ word }) => word),
      shunned: new Set(isFree ? ends.map(({ word }) => soundOf(this.#lexicon, word).endKey) : []),
      said: this.#said,
      before: this.#before,
    };
  }

  #worthOf(draft: DraftLine, letter: string): number {
    return worthOfLine(draft, {
      order: this.#order,
      lexicon: this.#lexicon,
      heard: this.#heard,
      ends: letter === FREE ? [] : (this.#ends.get(letter) ?? []).map(({ heard }) => heard),
      chance: this.#random(),
    });
  }
}

const letterOf = (letter: string): string | null => (letter === FREE ? null : letter);
