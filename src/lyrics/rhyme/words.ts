import type { Section } from '../text/sections.ts';
import { RowReader } from './row-reader.ts';

/** A sung word and its position. */
export interface SungWord {
  /** As the dictionary spells it: lower case, plain letters, straight apostrophes. */
  readonly spelling: string;
  /** Index of the spelling among the text's. */
  readonly spellingId: number;
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

/** Words analysed per text: more than the longest songs have, few enough to stay within 20 ms. */
export const MAX_WORDS = 2000;

export interface SungText {
  /** Whether the text has more words than the limit; the rest was not read. */
  readonly isPartial: boolean;
  readonly words: readonly SungWord[];
  readonly lines: readonly SungLine[];
  /** Every spelling once, in order of first use. */
  readonly spellings: readonly string[];
}

const HEADER = /^\s*\[[^\]]*\]\s*$/;

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
  const reader = new RowReader(maxWords);
  const lines: SungLine[] = [];
  let offset = 0;
  for (let number = 0; number < rows.length && !reader.isFull; number++) {
    const row = rows[number] ?? '';
    if (isHeader[number] !== 1 && !(row.includes('[') && HEADER.test(row))) {
      const firstWord = reader.words.length;
      const section = owner[number] ?? -1;
      reader.read(row, { offset, line: lines.length, section });
      const lastWord = reader.words.length;
      if (lastWord > firstWord) lines.push({ number, section, firstWord, lastWord });
    }
    offset += row.length + 1;
  }
  return { words: reader.words, lines, spellings: reader.spellings, isPartial: reader.isFull };
}
