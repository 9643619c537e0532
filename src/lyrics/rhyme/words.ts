import type { Section } from '../text/sections.ts';

/** A sung word and where it stands. */
export interface SungWord {
  /** As the dictionary spells it: lower case, plain letters, straight apostrophes. */
  readonly spelling: string;
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Ordinal of the line among lines that hold sung words. */
  readonly line: number;
  /** Index of its section, -1 outside any. */
  readonly section: number;
  /** Inside parentheses: an ad-lib or a backing voice. */
  readonly isAside: boolean;
}

export interface SungLine {
  /** 0-based index into text.split('\n'). */
  readonly number: number;
  readonly section: number;
  /** Range of words, end exclusive. */
  readonly firstWord: number;
  readonly lastWord: number;
}

/** Words heard of one text: more than the longest songs have, few enough to stay within 20 ms. */
export const MAX_WORDS = 2000;

export interface SungText {
  /** Whether the text has more words than were asked for; the rest was not read. */
  readonly isPartial: boolean;
  readonly words: readonly SungWord[];
  readonly lines: readonly SungLine[];
}

const TOKEN = /[\p{L}\p{N}'’‘ʼ`][\p{L}\p{N}\p{M}'’‘ʼ`]*|[()]/gu;
const WORD = /[\p{L}\p{N}]/u;
const HEADER = /^\s*\[[^\]]*\]\s*$/;

function spell(token: string): string {
  if (/^[a-z]+$/i.test(token)) return token.toLowerCase();
  return token
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/^'+(?=[^']+'$)|'+$/g, (quotes) => (quotes.length > 1 ? '' : quotes));
}

function sectionOfLines(
  sections: readonly Section[],
  count: number,
): { owner: Int32Array; isHeader: Uint8Array } {
  const owner = new Int32Array(count).fill(-1);
  const isHeader = new Uint8Array(count);
  for (const [index, section] of sections.entries()) {
    owner.fill(index, Math.max(0, section.start_line), Math.min(count, section.end_line));
    if (section.header_line !== null) isHeader.fill(1, section.header_line, section.start_line);
  }
  return { owner, isHeader };
}

/** Splits lyrics into sung lines and words; header lines and lines without a word are left out. */
export function readSungText(
  text: string,
  sections: readonly Section[],
  maxWords = Number.POSITIVE_INFINITY,
): SungText {
  const rows = text.split('\n');
  const { owner, isHeader } = sectionOfLines(sections, rows.length);
  const words: SungWord[] = [];
  const lines: SungLine[] = [];
  let offset = 0;
  let isPartial = false;
  for (const [number, row] of rows.entries()) {
    if (isPartial) break;
    if (isHeader[number] !== 1 && !HEADER.test(row)) {
      const firstWord = words.length;
      const place = { offset, line: lines.length, section: owner[number] ?? -1, maxWords };
      isPartial = !readRow(row, place, words);
      if (words.length > firstWord) {
        lines.push({ number, section: owner[number] ?? -1, firstWord, lastWord: words.length });
      }
    }
    offset += row.length + 1;
  }
  return { words, lines, isPartial };
}

/** Adds the words of one line; false when there was no room for all. */
function readRow(
  row: string,
  place: { offset: number; line: number; section: number; maxWords: number },
  words: SungWord[],
): boolean {
  let depth = 0;
  for (const match of row.matchAll(TOKEN)) {
    const [token] = match;
    if (token === '(') depth++;
    else if (token === ')') depth = Math.max(0, depth - 1);
    else {
      const spelling = spell(token);
      if (!WORD.test(spelling)) continue;
      if (words.length >= place.maxWords) return false;
      const start = place.offset + match.index;
      words.push({
        spelling,
        start,
        end: start + token.length,
        line: place.line,
        section: place.section,
        isAside: depth > 0,
      });
    }
  }
  return true;
}
