import { GRAM_TABLE } from './gram-table.ts';

/** Languages by spaces; pieces with the number of characters shared with the one before; languages and levels of each. */
export interface PackedGrams {
  languages: string;
  min: number;
  step: number;
  pieces: string;
  speakers: string;
  levels: string;
}

const PIECE = 4;
const STRIDE = 3;
const MAX_BYTES = 70;
const FIRST_CHARACTER = 48;
const BACKSLASH = 92;
const INSTEAD = 200;
const encoder = new TextEncoder();

/** Index of a language in the table, and the weight of the piece for it. */
export type GramWeights = readonly (readonly [index: number, weight: number])[];

let unpacked: ReadonlyMap<string, string> | undefined;

/** Codes of the languages of the table, `-Latn` where it is not their own script. */
export const GRAM_LANGUAGES: readonly string[] = GRAM_TABLE.languages.split(' ');

/**
 * The pieces by which a word in lower case is recognised: every third run of four bytes of UTF-8 and the last four, with
 * a blank where the word begins or ends.
 */
export function gramsOf(word: string): string[] {
  const bytes = /^[ -~]*$/.test(word) ? word.slice(0, MAX_BYTES) : toBytes(word);
  const grams: string[] = [];
  let at = 0;
  for (; at + PIECE < bytes.length; at += STRIDE)
    grams.push((at === 0 ? ' ' : '') + bytes.slice(at, at + PIECE));
  const last = bytes.length === STRIDE ? 0 : Math.max(0, bytes.length - PIECE);
  grams.push(`${at === 0 ? ' ' : ''}${bytes.slice(last)} `);
  return grams;
}

function toBytes(word: string): string {
  return String.fromCharCode(...encoder.encode(word).subarray(0, MAX_BYTES));
}

/** What a piece tells: the more, the rarer it is elsewhere. Empty if it is rare in every language. */
export function weighGram(gram: string): GramWeights {
  unpacked ??= unpack(GRAM_TABLE);
  const packed = unpacked.get(gram);
  if (packed === undefined) return [];
  const half = packed.length / 2;
  return Array.from({ length: half }, (_, i) => {
    const code = packed.charCodeAt(i);
    const level = packed.charCodeAt(half + i) - FIRST_CHARACTER;
    return [
      (code === INSTEAD ? BACKSLASH : code) - FIRST_CHARACTER,
      GRAM_TABLE.min + level * GRAM_TABLE.step,
    ] as const;
  });
}

function unpack({ pieces, speakers, levels }: PackedGrams): Map<string, string> {
  const table = new Map<string, string>();
  const sets = speakers.split(' ');
  let [before, at, row, from] = ['', 0, 0, 0];
  while (from < pieces.length) {
    let to = from + 1;
    while (to < pieces.length && !isDigit(pieces.charCodeAt(to))) to += 1;
    before = before.slice(0, pieces.charCodeAt(from) - FIRST_CHARACTER) + pieces.slice(from + 1, to);
    const set = sets[row++] ?? '';
    table.set(before, set + levels.slice(at, at + set.length));
    at += set.length;
    from = to;
  }
  return table;
}

const isDigit = (code: number): boolean => code >= FIRST_CHARACTER && code < FIRST_CHARACTER + 10;
