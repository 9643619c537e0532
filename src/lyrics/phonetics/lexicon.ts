import type { LetterToSound } from './letter-to-sound.ts';
import {
  BLOCK_SIZE,
  HEADER_BYTES,
  LAST_PHONE,
  MAGIC,
  SECTIONS,
  type SectionName,
  VERSION,
} from './lexicon-format.ts';

export interface LexiconEntry {
  readonly id: number;
  readonly spelling: string;
  /** log2 of the word's count in 51 million spoken words, rounded; 0 when it was never counted. */
  readonly frequency: number;
  /** Empty when the pronunciation rules speak the word rightly by themselves. */
  readonly pronunciations: readonly (readonly number[])[];
}

export interface Lexicon {
  readonly size: number;
  readonly rules: LetterToSound;
  /** Entry numbers sorted by sound from the end. */
  readonly order: Uint16Array;
  find(spelling: string): LexiconEntry | undefined;
  entry(id: number): LexiconEntry;
}

interface Cursor {
  offset: number;
  spelling: string;
}

function section(bytes: ArrayBuffer, name: SectionName): { offset: number; length: number } {
  const view = new DataView(bytes);
  const at = 8 + SECTIONS.indexOf(name) * 8;
  return { offset: view.getUint32(at, true), length: view.getUint32(at + 4, true) };
}

const words32 = (bytes: ArrayBuffer, name: SectionName): Uint32Array => {
  const { offset, length } = section(bytes, name);
  return new Uint32Array(bytes, offset, length / 4);
};

const octets = (bytes: ArrayBuffer, name: SectionName): Uint8Array => {
  const { offset, length } = section(bytes, name);
  return new Uint8Array(bytes, offset, length);
};

class FrontCodedLexicon implements Lexicon {
  readonly size: number;
  readonly rules: LetterToSound;
  readonly order: Uint16Array;
  readonly #blocks: Uint32Array;
  readonly #entries: Uint8Array;

  constructor(bytes: ArrayBuffer) {
    const order = section(bytes, 'order');
    this.#blocks = words32(bytes, 'blocks');
    this.#entries = octets(bytes, 'entries');
    this.order = new Uint16Array(bytes, order.offset, order.length / 2);
    this.rules = { tree: words32(bytes, 'tree'), classes: octets(bytes, 'classes') };
    this.size = words32(bytes, 'meta')[0] ?? 0;
  }

  find(spelling: string): LexiconEntry | undefined {
    const block = this.#blockOf(spelling);
    if (block < 0) return undefined;
    const cursor: Cursor = { offset: this.#blocks[block] ?? 0, spelling: '' };
    const last = Math.min(this.size, (block + 1) * BLOCK_SIZE);
    for (let id = block * BLOCK_SIZE; id < last; id++) {
      this.#readSpelling(cursor);
      if (cursor.spelling === spelling) return this.#readEntry(id, cursor);
      if (cursor.spelling > spelling) return undefined;
      this.#skipSounds(cursor);
    }
    return undefined;
  }

  entry(id: number): LexiconEntry {
    if (!(id >= 0 && id < this.size)) throw new RangeError(`no entry ${id} in the lexicon`);
    const block = Math.floor(id / BLOCK_SIZE);
    const cursor: Cursor = { offset: this.#blocks[block] ?? 0, spelling: '' };
    for (let at = block * BLOCK_SIZE; ; at++) {
      this.#readSpelling(cursor);
      if (at === id) return this.#readEntry(id, cursor);
      this.#skipSounds(cursor);
    }
  }

  /** The last block whose first spelling is not after the one sought, or -1. */
  #blockOf(spelling: string): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.#compareHead(middle, spelling) <= 0) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }

  #compareHead(block: number, spelling: string): number {
    const offset = this.#blocks[block] ?? 0;
    const length = (this.#entries[offset] ?? 0) & 15;
    for (let index = 0; index < length; index++) {
      if (index >= spelling.length) return 1;
      const difference = (this.#entries[offset + 1 + index] ?? 0) - spelling.charCodeAt(index);
      if (difference !== 0) return difference;
    }
    return length - spelling.length;
  }

  #readSpelling(cursor: Cursor): void {
    const head = this.#entries[cursor.offset] ?? 0;
    const length = head & 15;
    const start = cursor.offset + 1;
    const suffix = String.fromCharCode(...this.#entries.subarray(start, start + length));
    cursor.spelling = cursor.spelling.slice(0, head >> 4) + suffix;
    cursor.offset = start + length;
  }

  #skipSounds(cursor: Cursor): void {
    let left = (this.#entries[cursor.offset] ?? 0) & 7;
    cursor.offset++;
    while (left > 0) {
      if (((this.#entries[cursor.offset] ?? LAST_PHONE) & LAST_PHONE) !== 0) left--;
      cursor.offset++;
    }
  }

  #readEntry(id: number, cursor: Cursor): LexiconEntry {
    const head = this.#entries[cursor.offset] ?? 0;
    const pronunciations: number[][] = [];
    let offset = cursor.offset + 1;
    for (let count = head & 7; count > 0; count--) {
      const phones: number[] = [];
      for (let isLast = false; !isLast; offset++) {
        const phone = this.#entries[offset] ?? LAST_PHONE;
        phones.push(phone & 0x7f);
        isLast = (phone & LAST_PHONE) !== 0;
      }
      pronunciations.push(phones);
    }
    return { id, spelling: cursor.spelling, frequency: head >> 3, pronunciations };
  }
}

/**
 * Opens the compiled lexicon without decoding it: every answer is read from `bytes` when asked for.
 * Throws RangeError if the bytes are not a lexicon of this version.
 */
export function openLexicon(bytes: ArrayBuffer): Lexicon {
  const view = bytes.byteLength >= HEADER_BYTES ? new DataView(bytes) : undefined;
  if (view?.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
    throw new RangeError('not a Barline lexicon of this version');
  }
  return new FrontCodedLexicon(bytes);
}
