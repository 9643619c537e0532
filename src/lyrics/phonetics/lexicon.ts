import { type LetterToSound, spellToPhones } from './letter-to-sound.ts';
import { blockOf } from './lexicon-blocks.ts';
import {
  BLOCK_SIZE,
  BY_LETTER,
  HEADER_BYTES,
  LAST_PHONE,
  MAGIC,
  MAX_AFFIX,
  MIN_ENDING_USE,
  VERSION,
} from './lexicon-format.ts';
import { octets, words16, words32 } from './lexicon-sections.ts';
import {
  indexBySound,
  type KeyedSound,
  keyedSounds,
  type SoundIndex,
  UNKNOWN_ENDING,
} from './sound-order.ts';

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
  /** Every pronunciation worth offering, sorted by sound at the first use. */
  readonly soundIndex: SoundIndex;
  find(spelling: string): LexiconEntry | undefined;
  entry(id: number): LexiconEntry;
  /** Frequency of an entry, without its spelling. */
  frequencyOf(id: number): number;
  /** One pronunciation of an entry, read or spoken when asked for. */
  phones(id: number, variant: number): readonly number[];
}

interface Cursor {
  offset: number;
  spelling: string;
}

const MAX_SPOKEN = 8192;
/** The letters of the entry that is read, over those of the one before. */
const SPELT = new Uint8Array(2 * MAX_AFFIX);

class FrontCodedLexicon implements Lexicon {
  readonly size: number;
  readonly rules: LetterToSound;
  readonly #blocks: Uint32Array;
  readonly #entries: Uint8Array;
  readonly #sounds: Uint16Array;
  readonly #endings: Uint8Array;
  readonly #spoken = new Map<number, readonly number[]>();
  #index: SoundIndex | undefined;
  /** Where the sounds of each entry start, for the rhyme finder, which reads many. */
  #starts: Uint32Array | undefined;

  constructor(bytes: ArrayBuffer) {
    this.#blocks = words32(bytes, 'blocks');
    this.#entries = octets(bytes, 'entries');
    this.#sounds = words16(bytes, 'sounds');
    this.#endings = octets(bytes, 'endings');
    this.rules = {
      roots: words32(bytes, 'roots'),
      tree: octets(bytes, 'tree'),
      classes: octets(bytes, 'classes'),
    };
    this.size = words32(bytes, 'meta')[0] ?? 0;
  }

  get soundIndex(): SoundIndex {
    this.#index ??= indexBySound(this.#keyedSounds());
    return this.#index;
  }

  find(spelling: string): LexiconEntry | undefined {
    const block = blockOf({ blocks: this.#blocks, entries: this.#entries }, spelling);
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
    let offset = this.#blocks[block] ?? 0;
    for (let at = block * BLOCK_SIZE; ; at++) {
      const head = this.#entries[offset] ?? 0;
      const start = offset + 1 + (head & 15);
      SPELT.set(this.#entries.subarray(offset + 1, start), head >> 4);
      if (at === id) {
        const spelling = String.fromCharCode(...SPELT.subarray(0, (head >> 4) + (head & 15)));
        return this.#readEntry(id, { offset: start, spelling });
      }
      offset = this.#pastSounds(start);
    }
  }

  frequencyOf(id: number): number {
    return (this.#entries[this.#startOf(id)] ?? 0) >> 3;
  }

  phones(id: number, variant: number): readonly number[] {
    const start = this.#startOf(id);
    const count = (this.#entries[start] ?? 0) & 7;
    if (count === BY_LETTER) return this.#spell(id);
    let at = start + 1;
    for (let before = Math.min(variant, count - 1); before > 0; at++) {
      if (((this.#entries[at] ?? LAST_PHONE) & LAST_PHONE) !== 0) before--;
    }
    return this.#readPhones(at);
  }

  /** Words by letter are kept once they were spoken: their sounds cost the most. */
  #spell(id: number): readonly number[] {
    const known = this.#spoken.get(id);
    if (known) return known;
    const [phones = []] = this.entry(id).pronunciations;
    if (this.#spoken.size >= MAX_SPOKEN) this.#spoken.clear();
    this.#spoken.set(id, phones);
    return phones;
  }

  #startOf(id: number): number {
    this.#starts ??= this.#findStarts();
    return this.#starts[id] ?? 0;
  }

  #findStarts(): Uint32Array {
    const starts = new Uint32Array(this.size);
    for (let id = 0, offset = 0; id < this.size; id++) {
      offset += 1 + ((this.#entries[offset] ?? 0) & 15);
      starts[id] = offset;
      offset = this.#pastSounds(offset);
    }
    return starts;
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

  /** The sounds of every entry, in the order of spelling. */
  *#keyedSounds(): Generator<KeyedSound> {
    let offset = 0;
    let [byLetter, frequent] = [0, 0];
    for (let id = 0; id < this.size; id++) {
      const start = offset + 1 + ((this.#entries[offset] ?? 0) & 15);
      const head = this.#entries[start] ?? 0;
      if ((head & 7) !== BY_LETTER) yield* keyedSounds(id, this.#readPronunciations('', start));
      else {
        const ending = head >> 3 < MIN_ENDING_USE ? UNKNOWN_ENDING : (this.#endings[frequent++] ?? 0);
        yield { id, variant: 0, key: this.#sounds[byLetter++] ?? 0, ending };
      }
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
