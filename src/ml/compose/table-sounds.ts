import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { soundOf } from './word-sounds.ts';
import type { WordTable } from './word-table.ts';

/** Syllables and rhyming vowel of the table's words by number, heard when first asked for. */
export class TableSounds {
  readonly #table: WordTable;
  readonly #lexicon: Lexicon;
  /** 0 until heard; else syllables + 1. */
  readonly #syllables: Uint8Array;
  readonly #anchors: Int8Array;

  constructor(table: WordTable, lexicon: Lexicon) {
    this.#table = table;
    this.#lexicon = lexicon;
    this.#syllables = new Uint8Array(table.size);
    this.#anchors = new Int8Array(table.size);
  }

  syllables(number: number): number {
    if (this.#syllables[number] === 0) this.#hear(number);
    return (this.#syllables[number] ?? 1) - 1;
  }

  /** The vowel that carries the word's rhyme, an index in VOWELS. */
  anchor(number: number): number {
    if (this.#syllables[number] === 0) this.#hear(number);
    return this.#anchors[number] ?? -1;
  }

  #hear(number: number): void {
    const { syllables, anchor } = soundOf(this.#lexicon, this.#table.words[number] ?? '');
    this.#syllables[number] = syllables + 1;
    this.#anchors[number] = anchor;
  }
}
