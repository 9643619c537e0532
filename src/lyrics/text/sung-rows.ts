import { bareStamp, hasBareStamps } from './bare-stamps.ts';
import { type Row, rowsOf } from './rows.ts';
import type { Section } from './sections.ts';
import { type Stretch, stretchesOf } from './voices.ts';

/** A row of a text with what in it is not the main voice. */
export interface VoicedRow extends Row {
  readonly stretches: readonly Stretch[];
}

/** A row that may be sung: no header. */
export interface SungRow extends VoicedRow {
  /** Index of its section, null outside any. */
  readonly section: number | null;
}

/** Reads rows; a text that comes again is read once. */
function voiceReader(): (text: string) => readonly Stretch[] {
  const read = new Map<string, readonly Stretch[]>();
  return (text) => {
    const stretches = read.get(text) ?? stretchesOf(text);
    read.set(text, stretches);
    return stretches;
  };
}

// A file of "00:12 I go" lines: no row by itself tells whether its time is sung.
function voicedAll(rows: readonly Row[]): VoicedRow[] {
  const read = voiceReader();
  const voiced = (row: Row): VoicedRow => ({ ...row, stretches: read(row.text) });
  if (!hasBareStamps(rows.map(({ text }) => text))) return rows.map(voiced);
  return rows.map((row) => {
    const end = bareStamp(row.text);
    if (end === 0) return voiced(row);
    const rest = read(row.text.slice(end)).map((stretch) => ({
      ...stretch,
      start: stretch.start + end,
      end: stretch.end + end,
    }));
    return { ...row, stretches: [{ start: 0, end, isSung: false }, ...rest] };
  });
}

/** All rows of a text, headers included. */
export const voicedRows = (text: string): VoicedRow[] => voicedAll(rowsOf(text));

// The readers of words, sounds and languages ask for the rows of the same song in turn.
const known = new WeakMap<readonly Section[], { text: string; rows: readonly SungRow[] }>();

/** The rows of a text that are no headers. Both readers, for words and for sounds, read these and nothing else. */
export function sungRows(text: string, sections: readonly Section[]): readonly SungRow[] {
  const before = known.get(sections);
  if (before?.text === text) return before.rows;
  const rows = readRows(text, sections);
  known.set(sections, { text, rows });
  return rows;
}

function readRows(text: string, sections: readonly Section[]): SungRow[] {
  const rows = voicedAll(rowsOf(text));
  const owner = ownersOf(sections, rows.length);
  return rows.flatMap((row) => {
    const section = owner[row.number] ?? OUTSIDE;
    return section === HEADER ? [] : [{ ...row, section: section === OUTSIDE ? null : section }];
  });
}

const OUTSIDE = -1;
const HEADER = -2;

function ownersOf(sections: readonly Section[], count: number): Int32Array {
  const owner = new Int32Array(count).fill(OUTSIDE);
  for (const [index, section] of sections.entries()) {
    owner.fill(index, Math.max(0, section.start_line), Math.min(count, section.end_line));
    if (section.header_line !== null) owner.fill(HEADER, section.header_line, section.start_line);
  }
  return owner;
}

/** A part of a row in one voice, offsets into the text. */
export interface VoicedPart {
  readonly start: number;
  readonly end: number;
  readonly isAside: boolean;
}

/** Calls `read` for every sung part of a row that has asides or marks, in order. */
export function eachPart({ text, start, stretches }: VoicedRow, read: (part: VoicedPart) => void): void {
  let done = 0;
  for (const stretch of stretches) {
    if (stretch.start > done) read({ start: start + done, end: start + stretch.start, isAside: false });
    if (stretch.isSung) read({ start: start + stretch.start, end: start + stretch.end, isAside: true });
    done = stretch.end;
  }
  if (done < text.length) read({ start: start + done, end: start + text.length, isAside: false });
}

/** A stretch of a text: UTF-16 offsets, end exclusive, and the number of its row. */
export interface RowSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The asides of a text, brackets and dashes included, in order. */
export const asideSpans = (text: string, sections: readonly Section[]): RowSpan[] =>
  sungRows(text, sections).flatMap(({ number, start, stretches }) =>
    stretches
      .filter(({ isSung }) => isSung)
      .map((stretch) => ({ line: number, start: start + stretch.start, end: start + stretch.end })),
  );
