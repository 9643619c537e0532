import type { ImportLine } from '../../src/services/import/import-tracks.ts';
import {
  describeFile,
  describeNotes,
  type FileDescription,
} from '../../src/services/import/reader/describe-file.ts';
import { prepareSong } from '../../src/services/import/song.ts';
import type { OpenRows } from './open-rows.ts';

const MAX_REASONS = 20;
/** JSON rows name their fields one by one; so many are looked at. */
const NAMED_ROWS = 100;
const SHOWN_CHARACTERS = 80;

export interface DryRun {
  file: FileDescription;
  /** Rows that would be stored, before they are compared with what is stored. */
  readable: number;
  rejected: number;
  /** How often each reason came, and the first line of it. */
  reasons: { reason: string; count: number; line: number }[];
  first: Record<string, unknown> | null;
  notes: string[];
}

/** Reads a whole file as an import does, and stores nothing. */
export async function dryRun(file: OpenRows, source: string): Promise<DryRun> {
  const reasons = new Map<string, { count: number; line: number }>();
  const names = new Set<string>();
  let readable = 0;
  let rejected = 0;
  let first: DryRun['first'] = null;
  for await (const line of file.rows) {
    if (readable + rejected < NAMED_ROWS) for (const name of namesOf(line)) names.add(name);
    const prepared = 'reason' in line ? line : await prepareSong(line, source);
    if ('reason' in prepared) {
      rejected += 1;
      const seen = reasons.get(prepared.reason);
      reasons.set(prepared.reason, { count: (seen?.count ?? 0) + 1, line: seen?.line ?? line.line });
      continue;
    }
    readable += 1;
    first ??= firstRow(prepared.song);
  }
  return {
    file: describeFile(file.shape, [...names]),
    readable,
    rejected,
    reasons: [...reasons]
      .map(([reason, { count, line }]) => ({ reason, count, line }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MAX_REASONS),
    first,
    notes: describeNotes(file.notes),
  };
}

const namesOf = (line: ImportLine): string[] =>
  'row' in line && typeof line.row === 'object' && line.row !== null ? Object.keys(line.row) : [];

type Prepared = Extract<Awaited<ReturnType<typeof prepareSong>>, { song: unknown }>['song'];

/** The fields with a value, and where the lyrics begin and how long they are. */
function firstRow({ line, row, text, key }: Prepared): Record<string, unknown> {
  const { lyrics, dropped, ...facts } = row;
  const words = text?.lyrics ?? lyrics;
  return {
    line,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)),
    lyrics: `${words.slice(0, SHOWN_CHARACTERS).replaceAll('\n', ' / ')}${words.length > SHOWN_CHARACTERS ? '…' : ''}`,
    lyrics_lines: words === '' ? 0 : words.split('\n').length,
    key: key.geniusId === null ? key.sourceKey : `genius:${key.geniusId}`,
    ...(dropped.length === 0 ? {} : { dropped }),
  };
}

/** The result for a person. */
export function formatDryRun({ file, readable, rejected, reasons, first, notes }: DryRun): string {
  const used = file.columns.filter(({ fields }) => fields.length > 0);
  const unused = file.columns.filter(({ fields }) => fields.length === 0);
  return [
    `format:      ${file.format}${file.compression === null ? '' : `, ${file.compression}`}`,
    ...(file.delimiter === null ? [] : [`delimiter:   ${JSON.stringify(file.delimiter)}`]),
    `encoding:    ${file.encoding}`,
    'columns:',
    ...used.map(({ name, fields }) => `  ${name} -> ${fields.join(', ')}`),
    ...(unused.length === 0 ? [] : [`  not used: ${listed(unused.map(({ name }) => name || '(no name)'))}`]),
    ...(first === null
      ? []
      : ['first row:', ...Object.entries(first).map(([name, value]) => `  ${name}: ${shown(value)}`)]),
    `${readable} rows can be stored, ${rejected} rejected; nothing was stored`,
    ...notes.map((note) => `  ${note}`),
    ...reasons.map(({ reason, count, line }) => `  ${count} times, first on line ${line}: ${reason}`),
  ].join('\n');
}

const MAX_LISTED = 20;

const listed = (names: readonly string[]): string =>
  names.slice(0, MAX_LISTED).join(', ') +
  (names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : '');

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
