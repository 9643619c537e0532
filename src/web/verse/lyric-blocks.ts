import type { Section } from '../api/types.ts';

export interface LyricLine {
  /** 0-based index into the lines of the text. */
  index: number;
  /** UTF-16 offset of its first character in the text. */
  start: number;
  text: string;
  /** Number among the lines that are sung, from 1; null for a gap. */
  bar: number | null;
}

/** A section with the lines that are sung in it; `section` is null for lines that none claims. */
export interface LyricBlock {
  section: Section | null;
  lines: LyricLine[];
}

function readLines(lyrics: string, headers: ReadonlySet<number>): LyricLine[] {
  let start = 0;
  let bars = 0;
  return lyrics.split('\n').map((text, index) => {
    const isSung = text.trim() !== '' && !headers.has(index);
    const line = { index, start, text, bar: isSung ? ++bars : null };
    start += text.length + 1;
    return line;
  });
}

function withoutOuterGaps(lines: readonly LyricLine[]): LyricLine[] {
  const sung = lines.map((line) => line.bar !== null);
  return sung.includes(true) ? lines.slice(sung.indexOf(true), sung.lastIndexOf(true) + 1) : [];
}

/** Parts a text by its sections. Header lines are left out; every other line with text is in exactly one block. */
export function toLyricBlocks(lyrics: string, sections: readonly Section[]): LyricBlock[] {
  const headers = new Set(sections.flatMap((section) => section.header_line ?? []));
  const lines = readLines(lyrics, headers);
  const take = (from: number, to: number) =>
    withoutOuterGaps(lines.slice(from, to).filter((line) => !headers.has(line.index)));
  const blocks: LyricBlock[] = [];
  let next = 0;
  const addLoose = (to: number) => {
    const loose = take(next, Math.max(next, to));
    if (loose.length > 0) blocks.push({ section: null, lines: loose });
  };
  for (const section of sections.toSorted((a, b) => a.start_line - b.start_line)) {
    addLoose(section.start_line);
    next = Math.max(next, section.start_line);
    blocks.push({ section, lines: take(next, section.end_line) });
    next = Math.max(next, section.end_line);
  }
  addLoose(lines.length);
  return blocks;
}
