/**
 * Layout of the lexicon asset, little-endian, read in place:
 *
 * header   18 × u32: magic, version, then offset and length pairs in the order of SECTIONS
 * blocks   u32 per block of BLOCK_SIZE entries: the block's offset in `entries`
 * entries  sorted by spelling, front-coded inside a block:
 *          u8 shared prefix << 4 | suffix length, suffix bytes,
 *          u8 frequency << 3 | number of pronunciations, pronunciations (last phone has bit 7 set)
 *          no pronunciation: the rules pronounce this word correctly
 * order    u16 per sound: the low bits of an entry's number, sorted by sound from the end (the rhyme finder's index);
 *          of pronunciations of an entry with the same key and rhyming part one is listed
 * sounds   u8 per sound: the entry's high bits << SOUND_BITS | which of its pronunciations it is
 * keys     u16 per sound, in the order of `order`: the last three vowels as soundKey packs them
 * tree     u32 per letter-to-sound node: class << 23 | letter << 18 | first child << 1 | last sibling
 * classes  u16 per letter-to-sound class: two phones, NO_PHONE where there is none
 * meta     u32: number of entries
 */
export const MAGIC = 0x58454c42;
export const VERSION = 2;
export const BLOCK_SIZE = 16;
export const HEADER_BYTES = 72;
export const SECTIONS = ['blocks', 'entries', 'order', 'sounds', 'keys', 'tree', 'classes', 'meta'] as const;
export type SectionName = (typeof SECTIONS)[number];

export const MAX_AFFIX = 15;
export const MAX_FREQUENCY = 31;
export const MAX_PRONUNCIATIONS = 4;
/** Bits of an octet of `sounds` that number the pronunciation. */
export const SOUND_BITS = 2;
export const LAST_PHONE = 0x80;
export const NO_PHONE = 0xff;

/** Letters as numbers for the letter-to-sound tree: a-z are 1-26, anything else (the word's edge) 0. */
export function letterCode(word: string, index: number): number {
  const code = word.charCodeAt(index) - 96;
  return code >= 1 && code <= 26 ? code : 0;
}

/** The order in which the tree looks at letters around the one being spoken. */
export const CONTEXT = [0, 1, -1, 2, -2, 3, -3, 4, -4] as const;
