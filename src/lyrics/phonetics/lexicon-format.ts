/**
 * Layout of the lexicon asset, little-endian, read in place:
 *
 * header   u32: magic, version, then offset and length pairs in the order of SECTIONS
 * blocks   u32 per block of BLOCK_SIZE entries: the block's offset in `entries`
 * entries  sorted by spelling, front-coded inside a block:
 *          u8 shared prefix << 4 | suffix length, suffix bytes,
 *          u8 frequency << 3 | number of pronunciations, pronunciations (last phone has bit 7 set)
 *          number BY_LETTER: none is stored, the letter-to-sound rules pronounce the word rightly
 * sounds   u16 per entry that is BY_LETTER: its key for the rhyme finder's index (sound-order.ts)
 * endings  u8 per entry that is BY_LETTER and at least as frequent as MIN_ENDING_USE, which the rhyme finder reads most:
 *          its last sound (`endingOf` in sound-order.ts)
 * roots    per letter code 0-26 two u32: where its letter-to-sound tree starts in `tree`, its first class in `classes`
 * tree     the trees in preorder. A leaf: 0x80 | class, counted from the letter's first. A question: u8 width << 5 |
 *          feature (letter-features.ts), u8 value, with 0x80 when the branches are swapped, then the size in bytes of
 *          the branch for "equal", little-endian in `width` bytes; width 0: it is a leaf. Both branches follow
 * classes  u8 pairs per class: two phones, NO_PHONE where there is none
 * meta     u32: number of entries
 */
export const MAGIC = 0x58454c42;
export const VERSION = 3;
export const BLOCK_SIZE = 16;
export const SECTIONS = [
  'blocks',
  'entries',
  'sounds',
  'endings',
  'roots',
  'tree',
  'classes',
  'meta',
] as const;
export type SectionName = (typeof SECTIONS)[number];
export const HEADER_BYTES = 8 + SECTIONS.length * 8;

export const MAX_AFFIX = 15;
export const MAX_FREQUENCY = 31;
export const MAX_PRONUNCIATIONS = 4;
export const BY_LETTER = 7;
export const MIN_ENDING_USE = 6;
export const MAX_CLASSES_PER_LETTER = 128;
export const LAST_PHONE = 0x80;
export const NO_PHONE = 0xff;
