import { fieldsNamed } from '../fields.ts';
import { countLineEnds } from './bytes.ts';
import { fieldsOf } from './csv-fields.ts';
import { scanRecord } from './csv-scan.ts';
import { decodeRecord } from './encoding.ts';
import { FileFormatError } from './piece.ts';

/** In order of preference where a header reads the same under several. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
const ESSENTIAL = ['artist', 'title', 'lyrics'] as const;
const MAX_LINES_ABOVE = 10;
const SAMPLE_RECORDS = 20;

export interface CsvHeader {
  delimiter: string;
  /** The names of the columns; an unnamed column is "". */
  names: string[];
  /** Where the records begin. */
  bytes: number;
  line: number;
  /** Records above the header, such as a title or "sep=;". */
  above: number;
}

interface HeadRecord {
  fields: string[];
  next: number;
}

/** The first records of a file under a delimiter; the last one may be missing its end. */
function recordsOf(
  head: Uint8Array,
  from: number,
  options: { delimiter: string; isWhole: boolean; max: number },
): HeadRecord[] {
  const { delimiter, isWhole, max } = options;
  const records: HeadRecord[] = [];
  let at = from;
  while (at < head.length && records.length < max) {
    const end = scanRecord(head, at, {
      delimiter: delimiter.charCodeAt(0),
      rule: 'doubled',
      isLast: isWhole,
    });
    if (end.kind !== 'end') break;
    const text = decodeRecord(head.subarray(at, end.end), 'windows-1252')?.text ?? '';
    records.push({
      fields: fieldsOf(text, delimiter, 'doubled').map((name) => name.replace(/^\uFEFF/, '').trim()),
      next: end.next,
    });
    at = end.next;
  }
  return records;
}

/** Whether these columns hold what a song needs. */
export const isHeader = (fields: readonly string[]): boolean => missingIn(fields).length === 0;

function missingIn(names: readonly string[]): string[] {
  const named = new Set(names.flatMap(fieldsNamed));
  return ESSENTIAL.filter((field) => !named.has(field));
}

const knownIn = (names: readonly string[]): number =>
  names.filter((name) => fieldsNamed(name).length > 0).length;

/** Finds the header line and the delimiter under which it names artist, title and lyrics. */
export function findHeader(head: Uint8Array, isWhole: boolean): CsvHeader {
  const found = DELIMITERS.flatMap((delimiter) => {
    const records = recordsOf(head, 0, { delimiter, isWhole, max: MAX_LINES_ABOVE });
    const above = records.findIndex(({ fields }) => isHeader(fields));
    const record = records[above];
    return record === undefined ? [] : [{ delimiter, above, record }];
  });
  const [best] = found.sort((a, b) => knownIn(b.record.fields) - knownIn(a.record.fields));
  if (best === undefined) throw headerError(head, isWhole);
  const { delimiter, above, record } = best;
  const names = withRowNames(
    record,
    recordsOf(head, record.next, { delimiter, isWhole, max: SAMPLE_RECORDS }),
  );
  return { delimiter, names, bytes: record.next, line: countLineEnds(head, 0, record.next) + 1, above };
}

/** R writes no name above its row numbers: then every record has one field more than the header. */
function withRowNames({ fields }: HeadRecord, sample: readonly HeadRecord[]): string[] {
  const isShifted = (one: HeadRecord) =>
    one.fields.length === fields.length + 1 && /^\d+$/.test(one.fields[0] ?? '');
  return sample.length > 0 && sample.every(isShifted) ? ['', ...fields] : fields;
}

const SHOWN_NAMES = 10;
const SHOWN_LENGTH = 30;

function headerError(head: Uint8Array, isWhole: boolean): FileFormatError {
  const candidates = DELIMITERS.flatMap((delimiter) =>
    recordsOf(head, 0, { delimiter, isWhole, max: MAX_LINES_ABOVE }),
  )
    .map(({ fields }) => fields)
    .sort((a, b) => knownIn(b) - knownIn(a) || b.length - a.length);
  const [names] = candidates;
  if (names === undefined) {
    return new FileFormatError(
      'The first line has no end within 256 KB: this is no CSV file with a header line.',
    );
  }
  const shown = names.slice(0, SHOWN_NAMES).map((name) => JSON.stringify(name.slice(0, SHOWN_LENGTH)));
  const more = names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : '';
  const columns = names.length === 1 ? 'one column' : `${names.length} columns`;
  return new FileFormatError(
    `The first line must name the columns, separated by comma, semicolon, tab or pipe; no column is named for ${missingIn(names).join(' and ')}. It was read as ${columns}: ${shown.join(', ')}${more}.`,
  );
}
