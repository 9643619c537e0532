import { fieldsNamed } from '../fields.ts';
import type { ReaderNotes } from './notes.ts';
import type { FileShape } from './open-reader.ts';
import type { RowFormat } from './row-formats.ts';

/** What a file was understood to be, for a report or an answer. */
export interface FileDescription {
  format: RowFormat;
  compression: 'gzip' | null;
  /** A label of the Encoding standard. */
  encoding: string;
  /** Null for JSON. */
  delimiter: string | null;
  /** The columns, each with the fields that are read from it; none if it is left out. */
  columns: { name: string; fields: string[] }[];
}

/** The names of JSON rows are known only from rows. */
export function describeFile(shape: FileShape, rowNames: readonly string[] = []): FileDescription {
  const names = shape.columns ?? rowNames;
  return {
    format: shape.format,
    compression: shape.isGzip ? 'gzip' : null,
    encoding: shape.encoding,
    delimiter: shape.delimiter,
    columns: names.map((name) => ({ name, fields: fieldsNamed(name) })),
  };
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/** One line: "CSV (semicolon), windows-1252, gzip, 4 of 11 columns used". */
export function summarizeFile({
  format,
  compression,
  encoding,
  delimiter,
  columns,
}: FileDescription): string {
  const used = columns.filter(({ fields }) => fields.length > 0).length;
  return [
    delimiter === null ? format.toUpperCase() : `CSV (${DELIMITER_NAMES[delimiter] ?? delimiter})`,
    encoding,
    ...(compression === null ? [] : [compression]),
    ...(columns.length === 0 ? [] : [`${used} of ${columns.length} columns used`]),
  ].join(', ');
}

const NOTE_TEXTS: readonly [Exclude<keyof ReaderNotes, 'brokenOff'>, string][] = [
  ['windows1252', 'rows were not UTF-8 and were read as Windows-1252'],
  ['undecodable', 'rows are in no known encoding; if the file has another one, name it'],
  ['mojibakeRepaired', 'rows held UTF-8 that had been read as Windows-1252, and were repaired'],
  ['mojibakeLeft', 'rows still hold signs of it, because bytes are lost'],
  ['looseJson', 'rows were not strict JSON'],
  ['strayQuotes', 'rows had quotes that are neither doubled nor escaped'],
  ['repeatedHeaders', 'lines repeat the header and were passed over'],
  ['linesAboveHeader', 'lines stand above the header and were passed over'],
];

/** What the reader had to put right, one sentence each. */
export function describeNotes(notes: ReaderNotes): string[] {
  const counted = NOTE_TEXTS.filter(([name]) => notes[name] > 0).map(
    ([name, text]) => `${notes[name]} ${text}`,
  );
  return notes.brokenOff === null ? counted : [...counted, `the file ends early: ${notes.brokenOff}`];
}
