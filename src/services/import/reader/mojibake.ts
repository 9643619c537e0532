/** The bytes of letters in Windows-1252; those without a letter are read as control characters. */
const BYTE_OF: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 128 }, (_, i): [string, number] => [String.fromCharCode(0x80 + i), 0x80 + i]),
  ...new TextDecoder('windows-1252')
    .decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i))
    .split('')
    .map((letter, i): [string, number] => [letter, 0x80 + i]),
]);

export interface Repair {
  text: string;
  /** Letters that were put right. */
  repaired: number;
  /** Signs of the damage that remain, because a byte is lost. */
  left: number;
}

const MAX_ROUNDS = 3;
/** A letter that begins two bytes or more of UTF-8, before one that continues them. */
const SUSPECT = /[\u00C2-\u00F4][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Ã[ ?\uFFFD]/;
/** Ends of quotations and sentences, which may well follow an accented letter. */
const PUNCTUATION = /[‘’“”‚„–—…™»«›‹\u00A0.,]/;
const LOST = /Ã[?\uFFFD\u0080-\u00BF]|â[€\uFFFD?]|Â[?\uFFFD]/g;

/** Whether a text has signs of an encoding that was confused. */
export const isSuspect = (text: string): boolean => SUSPECT.test(text) || text.search(LOST) >= 0;

/**
 * Repairs texts whose UTF-8 was read as Windows-1252 and written again (BeyoncÃ© for Beyoncé), up to three times over. A
 * sequence that may be meant (Ô at the end of a quotation) is only repaired beside one that cannot be.
 */
export function repairMojibake(texts: readonly string[]): Repair[] {
  let current = texts.map((text) => ({ text, repaired: 0 }));
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = current.map(({ text }) => (SUSPECT.test(text) ? findSequences(text) : []));
    if (!found.flat().some(({ isSure }) => isSure)) break;
    current = current.map(({ text, repaired }, i) => {
      const sequences = found[i] ?? [];
      return { text: replaceAll(text, sequences), repaired: repaired + sequences.length };
    });
  }
  return current.map(({ text, repaired }) => ({ text, repaired, left: text.match(LOST)?.length ?? 0 }));
}

interface Sequence {
  at: number;
  length: number;
  letter: string;
  isSure: boolean;
}

function findSequences(text: string): Sequence[] {
  const sequences: Sequence[] = [];
  for (let at = 0; at < text.length; ) {
    const found = sequenceAt(text, at);
    if (found !== null) sequences.push(found);
    at += found?.length ?? 1;
  }
  return sequences.map((one, i) => ({ ...one, isSure: one.isSure || isWord(one, sequences[i + 1]) }));
}

/** Two letters of one script in a row, such as Cyrillic or Greek. */
const isWord = (one: Sequence, next: Sequence | undefined): boolean =>
  next?.at === one.at + one.length && /^\p{L}{2}$/u.test(one.letter + next.letter) && one.letter > '\u024F';

function sequenceAt(text: string, at: number): Sequence | null {
  const lead = BYTE_OF.get(text[at] ?? '') ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return null;
  const bytes = [...text.slice(at, at + length)].map((letter) => BYTE_OF.get(letter) ?? 0);
  const letter = bytes.length === length ? decode(bytes) : null;
  if (letter !== null) return { at, length, letter, isSure: isSure(text.slice(at, at + length), lead) };
  // The last byte of ” has no letter in Windows-1252, that of à is a space that does not break: both get lost.
  if (text.startsWith('â€', at)) return { at, length: 2, letter: '”', isSure: false };
  if (text.startsWith('Ã ', at))
    return { at, length: 2, letter: text[at + 2] === ' ' ? 'à' : 'à ', isSure: false };
  return null;
}

/** Three bytes are no accident, nor is an accent before a sign; a letter of two bytes of another script may be. */
const isSure = (shown: string, lead: number): boolean =>
  shown.length > 2 || (lead <= 0xc3 && !PUNCTUATION.test(shown[1] ?? ''));

function decode(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

function replaceAll(text: string, sequences: readonly Sequence[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, length, letter } of sequences) {
    parts.push(text.slice(from, at), letter);
    from = at + length;
  }
  return parts.join('') + text.slice(from);
}
