import type { LetterToSound } from './letter-to-sound.ts';
import {
  BLOCK_SIZE,
  HEADER_BYTES,
  LAST_PHONE,
  MAGIC,
  SECTIONS,
  type SectionName,
  SOUND_BITS,
  VERSION,
} from './lexicon-format.ts';

export interface LexiconEntry {
  readonly id: number;
  readonly spelling: string;
  /** log2 of the word's count in 51 million spoken words, rounded; 0 when it was never counted. */
  readonly frequency: number;
  /** Empty if the pronunciation rules alone pronounce the word correctly. */
  readonly pronunciations: readonly (readonly number[])[];
}

export interface Lexicon {
  readonly size: number;
  readonly rules: LetterToSound;
  /** The keys of every pronunciation, ascending; see sound-order.ts. */
  readonly keys: Uint16Array;
  /** The entry and which of its pronunciations stands at a place of `keys`. */
  soundAt(place: number): { readonly id: number; readonly variant: number };
  find(spelling: string): LexiconEntry | undefined;
  entry(id: number): LexiconEntry;
  /** Frequency and one pronunciation without the spelling; undefined if the rules pronounce the word. */
  sound(
    id: number,
    variant: number,
  ): { readonly frequency: number; readonly phones: readonly number[] | undefined };
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

const words16 = (bytes: ArrayBuffer, name: SectionName): Uint16Array => {
  const { offset, length } = section(bytes, name);
  return new Uint16Array(bytes, offset, length / 2);
};

const octets = (bytes: ArrayBuffer, name: SectionName): Uint8Array => {
  const { offset, length } = section(bytes, name);
  return new Uint8Array(bytes, offset, length);
};

class FrontCodedLexicon implements Lexicon {
  readonly size: number;
  readonly rules: LetterToSound;
  readonly keys: Uint16Array;
  readonly #order: Uint16Array;
  readonly #sounds: Uint8Array;
  readonly #blocks: Uint32Array;
  readonly #entries: Uint8Array;

  constructor(bytes: ArrayBuffer) {
    this.#blocks = words32(bytes, 'blocks');
    this.#entries = octets(bytes, 'entries');
    this.#order = words16(bytes, 'order');
    this.#sounds = octets(bytes, 'sounds');
    this.keys = words16(bytes, 'keys');
    this.rules = { tree: words32(bytes, 'tree'), classes: octets(bytes, 'classes') };
    this.size = words32(bytes, 'meta')[0] ?? 0;
  }

  find(spelling: string): LexiconEntry | undefined {
    const block = this.#blockOf(spelling);
    if (block < 0) return undefined;
    const last = Math.min(this.size, (block + 1) * BLOCK_SIZE);
    let offset = this.#blocks[block] ?? 0;
    // Number of letters that the last entry shares with the spelling sought; an entry that shares fewer comes after it.
    let matched = 0;
    for (let id = block * BLOCK_SIZE; id < last; id++) {
      const head = this.#entries[offset] ?? 0;
      const [prefix, length] = [head >> 4, head & 15];
      offset++;
      if (prefix < matched) return undefined;
      if (prefix === matched) {
        let index = 0;
        while (index < length && this.#entries[offset + index] === spelling.charCodeAt(matched)) {
          index++;
          matched++;
        }
        if (index === length && matched === spelling.length)
          return this.#readEntry(id, { offset: offset + length, spelling });
      }
      offset = this.#pastSounds(offset + length);
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
      cursor.offset = this.#pastSounds(cursor.offset);
    }
  }

  soundAt(place: number): { id: number; variant: number } {
    const packed = this.#sounds[place] ?? 0;
    const id = ((packed >>> SOUND_BITS) << 16) | (this.#order[place] ?? 0);
    return { id, variant: packed & ((1 << SOUND_BITS) - 1) };
  }

  sound(id: number, variant: number): { frequency: number; phones: number[] | undefined } {
    let offset = this.#blocks[Math.floor(id / BLOCK_SIZE)] ?? 0;
    for (let left = id % BLOCK_SIZE; left > 0; left--) {
      offset = this.#pastSounds(offset + 1 + ((this.#entries[offset] ?? 0) & 15));
    }
    const start = offset + 1 + ((this.#entries[offset] ?? 0) & 15);
    const head = this.#entries[start] ?? 0;
    const frequency = head >> 3;
    if ((head & 7) === 0) return { frequency, phones: undefined };
    let at = start + 1;
    for (let before = Math.min(variant, (head & 7) - 1); before > 0; at++) {
      if (((this.#entries[at] ?? LAST_PHONE) & LAST_PHONE) !== 0) before--;
    }
    return { frequency, phones: this.#readPhones(at) };
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

  #pastSounds(start: number): number {
    let left = (this.#entries[start] ?? 0) & 7;
    let offset = start + 1;
    for (; left > 0; offset++) {
      if (((this.#entries[offset] ?? LAST_PHONE) & LAST_PHONE) !== 0) left--;
    }
    return offset;
  }

  #readPhones(start: number): number[] {
    const phones: number[] = [];
    for (let offset = start; ; offset++) {
      const phone = this.#entries[offset] ?? LAST_PHONE;
      phones.push(phone & 0x7f);
      if ((phone & LAST_PHONE) !== 0) return phones;
    }
  }

  #readEntry(id: number, cursor: Cursor): LexiconEntry {
    const head = this.#entries[cursor.offset] ?? 0;
    const pronunciations: number[][] = [];
    let offset = cursor.offset + 1;
    for (let count = head & 7; count > 0; count--) {
      const phones = this.#readPhones(offset);
      pronunciations.push(phones);
      offset += phones.length;
    }
    return { id, spelling: cursor.spelling, frequency: head >> 3, pronunciations };
  }
}

/**
 * Opens the compiled lexicon without decoding it: every look-up reads from `bytes`.
 * Throws RangeError if the bytes are not a lexicon of this version.
 */
export function openLexicon(bytes: ArrayBuffer): Lexicon {
  const view = bytes.byteLength >= HEADER_BYTES ? new DataView(bytes) : undefined;
  if (view?.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
    throw new RangeError('not a Barline lexicon of this version');
  }
  return new FrontCodedLexicon(bytes);
}
