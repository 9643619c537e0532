import { type LetterToSound, spellToPhones } from './letter-to-sound.ts';
import { BLOCK_SIZE, BY_LETTER, HEADER_BYTES, LAST_PHONE, MAGIC, VERSION } from './lexicon-format.ts';
import { octets, words16, words32 } from './lexicon-sections.ts';
import { indexBySound, type KeyedSound, keyedSounds, SOUND_BITS, type SoundIndex } from './sound-order.ts';

export interface LexiconEntry {
  readonly id: number;
  readonly spelling: string;
  /** log2 of the word's count in 51 million spoken words, rounded; 0 when it was never counted. */
  readonly frequency: number;
  /** The dictionary's first one first; never empty. Read or spoken when asked for. */
  readonly pronunciations: readonly (readonly number[])[];
}

export interface Lexicon {
  readonly size: number;
  readonly rules: LetterToSound;
  /** The keys of every pronunciation worth offering, ascending; sorted at the first use. See sound-order.ts. */
  readonly keys: Uint16Array;
  /** The entry and which of its pronunciations stands at a place of `keys`. */
  soundAt(place: number): { readonly id: number; readonly variant: number };
  find(spelling: string): LexiconEntry | undefined;
  entry(id: number): LexiconEntry;
  /** Frequency and one pronunciation of an entry; the pronunciation is read or spoken when asked for. */
  sound(id: number, variant: number): { readonly frequency: number; readonly phones: readonly number[] };
}

interface Cursor {
  offset: number;
  spelling: string;
}

class FrontCodedLexicon implements Lexicon {
  readonly size: number;
  readonly rules: LetterToSound;
  readonly #blocks: Uint32Array;
  readonly #entries: Uint8Array;
  readonly #sounds: Uint16Array;
  #index: SoundIndex | undefined;

  constructor(bytes: ArrayBuffer) {
    this.#blocks = words32(bytes, 'blocks');
    this.#entries = octets(bytes, 'entries');
    this.#sounds = words16(bytes, 'sounds');
    this.rules = {
      roots: words32(bytes, 'roots'),
      tree: octets(bytes, 'tree'),
      classes: octets(bytes, 'classes'),
    };
    this.size = words32(bytes, 'meta')[0] ?? 0;
  }

  get keys(): Uint16Array {
    return this.#soundIndex().keys;
  }

  soundAt(place: number): { id: number; variant: number } {
    const packed = this.#soundIndex().sounds[place] ?? 0;
    return { id: packed >>> SOUND_BITS, variant: packed & ((1 << SOUND_BITS) - 1) };
  }

  find(spelling: string): LexiconEntry | undefined {
    const block = this.#blockOf(spelling);
    if (block < 0) return undefined;
    const last = Math.min(this.size, (block + 1) * BLOCK_SIZE);
    let offset = this.#blocks[block] ?? 0;
    // How much of the sought spelling the last entry shared: an entry that shares less is past it.
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

  sound(id: number, variant: number): { frequency: number; readonly phones: readonly number[] } {
    let offset = this.#blocks[Math.floor(id / BLOCK_SIZE)] ?? 0;
    for (let left = id % BLOCK_SIZE; left > 0; left--) {
      offset = this.#pastSounds(offset + 1 + ((this.#entries[offset] ?? 0) & 15));
    }
    const start = offset + 1 + ((this.#entries[offset] ?? 0) & 15);
    const head = this.#entries[start] ?? 0;
    const read = () =>
      (head & 7) === BY_LETTER ? this.entry(id).pronunciations : this.#readPronunciations('', start);
    return {
      frequency: head >> 3,
      get phones() {
        return read()[variant] ?? [];
      },
    };
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
    const count = (this.#entries[start] ?? 0) & 7;
    let left = count === BY_LETTER ? 0 : count;
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

  #readEntry(id: number, { spelling, offset }: Cursor): LexiconEntry {
    const head = this.#entries[offset] ?? 0;
    const read = () => this.#readPronunciations(spelling, offset);
    let pronunciations: readonly (readonly number[])[] | undefined;
    return {
      id,
      spelling,
      frequency: head >> 3,
      get pronunciations() {
        pronunciations ??= read();
        return pronunciations;
      },
    };
  }

  #readPronunciations(spelling: string, start: number): number[][] {
    const count = (this.#entries[start] ?? 0) & 7;
    if (count === BY_LETTER) return [spellToPhones(this.rules, spelling)];
    const pronunciations: number[][] = [];
    let offset = start + 1;
    while (pronunciations.length < count) {
      const phones = this.#readPhones(offset);
      pronunciations.push(phones);
      offset += phones.length;
    }
    return pronunciations;
  }

  #soundIndex(): SoundIndex {
    this.#index ??= indexBySound(this.#keyedSounds());
    return this.#index;
  }

  /** The sounds of every entry, in the order of spelling. */
  *#keyedSounds(): Generator<KeyedSound> {
    let offset = 0;
    let byLetter = 0;
    for (let id = 0; id < this.size; id++) {
      const start = offset + 1 + ((this.#entries[offset] ?? 0) & 15);
      const head = this.#entries[start] ?? 0;
      if ((head & 7) !== BY_LETTER) yield* keyedSounds(id, this.#readPronunciations('', start));
      else yield { id, variant: 0, key: this.#sounds[byLetter++] ?? 0 };
      offset = this.#pastSounds(start);
    }
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
