import type { LetterToSound } from '../../src/lyrics/phonetics/letter-to-sound.ts';
import {
  BLOCK_SIZE,
  BY_LETTER,
  HEADER_BYTES,
  LAST_PHONE,
  MAGIC,
  MAX_AFFIX,
  MIN_ENDING_USE,
  SECTIONS,
  type SectionName,
  VERSION,
} from '../../src/lyrics/phonetics/lexicon-format.ts';
import { endingOf, soundKey } from '../../src/lyrics/phonetics/sound-order.ts';
import type { SourceWord } from './dictionary-sources.ts';

export interface LexiconParts {
  readonly entries: readonly SourceWord[];
  /** Spellings that the rules pronounce rightly. */
  readonly byLetter: ReadonlySet<string>;
  readonly rules: LetterToSound;
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < MAX_AFFIX && length < a.length && a[length] === b[length]) length++;
  return length;
}

function writeEntries({ entries: words, byLetter }: LexiconParts): {
  blocks: Uint32Array;
  entries: Uint8Array;
} {
  const out: number[] = [];
  const blocks: number[] = [];
  let previous = '';
  for (const [id, word] of words.entries()) {
    const isHead = id % BLOCK_SIZE === 0;
    if (isHead) blocks.push(out.length);
    const prefix = isHead ? 0 : sharedPrefix(previous, word.spelling);
    const suffix = word.spelling.slice(prefix);
    out.push((prefix << 4) | suffix.length, ...new TextEncoder().encode(suffix));
    const isSpelt = byLetter.has(word.spelling);
    out.push((word.frequency << 3) | (isSpelt ? BY_LETTER : word.pronunciations.length));
    for (const phones of isSpelt ? [] : word.pronunciations)
      out.push(...phones.slice(0, -1), (phones.at(-1) ?? 0) | LAST_PHONE);
    previous = word.spelling;
  }
  return { blocks: Uint32Array.from(blocks), entries: Uint8Array.from(out) };
}

function soundsOf({ entries, byLetter }: LexiconParts): Uint16Array {
  const spelt = entries.filter(({ spelling }) => byLetter.has(spelling));
  return Uint16Array.from(spelt, ({ pronunciations: [phones = []] }) => soundKey(phones));
}

function endingsOf({ entries, byLetter }: LexiconParts): Uint8Array {
  const asked = entries.filter(
    ({ spelling, frequency }) => frequency >= MIN_ENDING_USE && byLetter.has(spelling),
  );
  return Uint8Array.from(asked, ({ pronunciations: [phones = []] }) => endingOf(phones));
}

const align4 = (length: number): number => (length + 3) & ~3;

/** Lays the parts out as lexicon-format.ts describes. */
export function writeLexicon(parts: LexiconParts): Uint8Array {
  const { blocks, entries } = writeEntries(parts);
  const bodies: Record<SectionName, Uint8Array | Uint16Array | Uint32Array> = {
    blocks,
    entries,
    sounds: soundsOf(parts),
    endings: endingsOf(parts),
    roots: parts.rules.roots,
    tree: parts.rules.tree,
    classes: parts.rules.classes,
    meta: Uint32Array.of(parts.entries.length),
  };
  const total = SECTIONS.reduce((sum, name) => sum + align4(bodies[name].byteLength), HEADER_BYTES);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  let offset = HEADER_BYTES;
  for (const [index, name] of SECTIONS.entries()) {
    const body = bodies[name];
    view.setUint32(8 + index * 8, offset, true);
    view.setUint32(12 + index * 8, body.byteLength, true);
    bytes.set(new Uint8Array(body.buffer, body.byteOffset, body.byteLength), offset);
    offset += align4(body.byteLength);
  }
  return bytes;
}
