import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { drawRhymes } from './choose-rhyme.ts';
import { plainWords } from './copy-limit.ts';
import { echoOf, type Heard, hearOn, SILENCE, sharedEndVowels } from './echo.ts';
import { type DraftLine, type LineOrder, LineWriter } from './line-writer.ts';
import { pickSkeletons, topicOf } from './pick-skeletons.ts';
import { type Random, seeded } from './random.ts';
import { readWords } from './read-words.ts';
import { type RhymeClass, rhymeClasses } from './rhyme-classes.ts';
import { SlotChoices, type Wishes } from './slot-choices.ts';
import type { Stock } from './stock.ts';
import { topicWeights } from './topic-weights.ts';
import type { ComposedLine, ComposeOrder, Materials, RhymeDepth, SyllableRange } from './types.ts';
import { soundOf } from './word-sounds.ts';

export const DEFAULT_SYLLABLES: SyllableRange = { min: 7, max: 12 };

export const rangeOf = (order: Pick<ComposeOrder, 'syllables'>, line: number): SyllableRange =>
  order.syllables[line] ?? order.syllables.at(-1) ?? DEFAULT_SYLLABLES;

interface Effort {
  readonly rhymes: number;
  readonly shapes: number;
}
const EFFORT: Readonly<Record<RhymeDepth, Effort>> = {
  single: { rhymes: 3, shapes: 90 },
  multi: { rhymes: 4, shapes: 90 },
  dense: { rhymes: 4, shapes: 110 },
};
const ECHO_WORTH: Readonly<Record<RhymeDepth, number>> = { single: 0, multi: 0.15, dense: 0.9 };
const END_WORTH: Readonly<Record<RhymeDepth, number>> = { single: 0, multi: 0.3, dense: 0.3 };
const FOLLOW_WORTH = 0.35;
const CHANCE = 0.5;

/** One attempt at a verse; the lines written so far with what the next ones depend on. */
export class VerseWriter {
  readonly #order: ComposeOrder;
  readonly #lexicon: Lexicon;
  readonly #stock: Stock;
  readonly #random: Random;
  readonly #wishes: Wishes;
  readonly #classes: ReadonlyMap<string, RhymeClass>;
  readonly #writer: LineWriter;
  readonly #rhymes = new Map<string, RhymeClass>();
  readonly #ends = new Map<string, { word: string; heard: Heard }[]>();
  readonly #used = new Set<number>();
  readonly #said = new Set<number>();
  #heard: Heard = SILENCE;
  #before: readonly string[] = [];
  #place = -10;

  constructor(order: ComposeOrder, { lexicon, general }: Materials, stock: Stock, attempt: number) {
    this.#order = order;
    this.#lexicon = lexicon;
    this.#stock = stock;
    this.#random = seeded(order.seed * 1_000_003 + attempt);
    const { table } = general;
    this.#wishes = { topic: topicWeights(table, order.topic), style: topicWeights(table, order.style ?? []) };
    this.#classes = rhymeClasses(table, lexicon);
    const choices = new SlotChoices(table, stock.sounds, stock.pairs, this.#wishes);
    const { temperature } = order;
    this.#writer = new LineWriter({
      lexicon,
      stock,
      sounds: stock.sounds,
      choices,
      random: this.#random,
      temperature,
    });
    for (const [line, text] of order.keep.entries())
      if (text !== null) this.#readKept(text, order.scheme[line] ?? '-');
  }

  /** The verse; the number of the line that could not be written where it fails. */
  write(): ComposedLine[] | number {
    const lines: ComposedLine[] = [];
    for (let line = 0; line < this.#order.lines; line++) {
      const letter = this.#order.scheme[line] ?? '-';
      const kept = this.#order.keep[line];
      if (typeof kept === 'string') lines.push(this.#keep(kept, letter));
      else {
        const draft = this.#writeLine(line, letter);
        if (!draft) return line;
        this.#accept(draft, letter);
        lines.push({
          text: draft.text,
          syllables: draft.syllables,
          letter: letter === '-' ? null : letter,
          kept: false,
        });
      }
    }
    return lines;
  }

  #readKept(text: string, letter: string): void {
    const words = readWords(text).map(({ word }) => word);
    const end = words.at(-1);
    if (end === undefined || letter === '-') return;
    const { rhymeKey } = soundOf(this.#lexicon, end);
    const rhyme = this.#classes.get(rhymeKey);
    if (rhyme) this.#rhymes.set(letter, rhyme);
    const heard = hearOn(SILENCE, words, this.#lexicon);
    this.#ends.set(letter, [...(this.#ends.get(letter) ?? []), { word: end, heard }]);
  }

  #keep(text: string, letter: string): ComposedLine {
    const words = readWords(text).map(({ word }) => word);
    this.#listen(words, text);
    this.#place = -10;
    const syllables = words.reduce((sum, word) => sum + soundOf(this.#lexicon, word).syllables, 0);
    return { text, syllables, letter: letter === '-' ? null : letter, kept: true };
  }

  #listen(words: readonly string[], text: string): void {
    this.#heard = hearOn(this.#heard, words, this.#lexicon);
    this.#before = [...this.#before, ...plainWords(text)].slice(-4);
  }

  #accept(draft: DraftLine, letter: string): void {
    const { words, text, skeleton } = draft;
    const heard = hearOn(SILENCE, words, this.#lexicon);
    this.#ends.set(letter, [...(this.#ends.get(letter) ?? []), { word: words.at(-1) ?? '', heard }]);
    const { rhymeKey } = soundOf(this.#lexicon, words.at(-1) ?? '');
    const rhyme = this.#classes.get(rhymeKey);
    if (letter !== '-' && rhyme) this.#rhymes.set(letter, rhyme);
    this.#listen(words, text);
    for (const number of draft.numbers) this.#said.add(number);
    this.#used.add(skeleton.place);
    this.#place = skeleton.place;
  }

  #writeLine(line: number, letter: string): DraftLine | null {
    const rhymes = this.#rhymesFor(letter);
    const syllables = rangeOf(this.#order, line);
    const effort = EFFORT[this.#order.rhyme];
    const shapes = pickSkeletons(
      this.#stock.skeletons,
      { count: effort.shapes, syllables, wishes: this.#wishes, after: this.#place, used: this.#used },
      this.#random,
    );
    let best: { draft: DraftLine; worth: number } | null = null;
    for (const rhyme of rhymes) {
      const order = this.#lineOrder(letter, rhyme, syllables);
      for (const shape of shapes) {
        const draft = this.#writer.write(shape, order, this.#order.rhyme === 'dense');
        if (!draft) continue;
        const worth = this.#worthOf(draft, letter);
        if (best === null || worth > best.worth) best = { draft, worth };
      }
    }
    return best?.draft ?? null;
  }

  #rhymesFor(letter: string): (RhymeClass | null)[] {
    if (letter === '-') return [null];
    const known = this.#rhymes.get(letter);
    if (known) return [known];
    const lines = [...this.#order.scheme].filter((other) => other === letter).length;
    const wish = {
      lines,
      others: [...this.#rhymes.values()].map(({ anchor }) => anchor),
      wishes: this.#wishes,
      temperature: this.#order.temperature,
    };
    return drawRhymes(this.#classes.values(), EFFORT[this.#order.rhyme].rhymes, wish, this.#random);
  }

  #lineOrder(letter: string, rhyme: RhymeClass | null, syllables: SyllableRange): LineOrder {
    const ends = [...this.#ends.values()].flat();
    return {
      syllables,
      rhyme,
      taken: ends.map(({ word }) => word),
      shunned: new Set(letter === '-' ? ends.map(({ word }) => soundOf(this.#lexicon, word).rhymeKey) : []),
      said: this.#said,
      before: this.#before,
    };
  }

  #worthOf({ score, words, skeleton }: DraftLine, letter: string): number {
    const { rhyme } = this.#order;
    const follows =
      skeleton.place === this.#place + 1 || skeleton.place === this.#place + 2 ? FOLLOW_WORTH : 0;
    const chance = this.#random() * CHANCE * (0.5 + this.#order.temperature);
    let worth = score + follows + chance + 0.1 * topicOf(skeleton, this.#wishes);
    if (rhyme !== 'single') {
      const heard = hearOn(this.#heard, words, this.#lexicon);
      worth += ECHO_WORTH[rhyme] * echoOf(heard, words.length);
      const others = letter === '-' ? [] : (this.#ends.get(letter) ?? []);
      const shared = others.map((other) => sharedEndVowels(other.heard, heard));
      worth += END_WORTH[rhyme] * Math.max(0, ...shared.map((count) => count - 1));
    }
    return worth;
  }
}
