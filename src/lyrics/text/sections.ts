import { trimOf } from '../../lib/trim-text.ts';
import { type Header, opensHeader, parseHeader } from './header-grammar.ts';
import type { SectionKind } from './header-words.ts';
import { inferSections } from './infer-sections.ts';
import { splitRows } from './rows.ts';

export { isHeaderLine } from './header-grammar.ts';

/** A stretch of lines under one header. Lines are 0-based numbers of the text's rows, `end_line` exclusive. */
export interface Section {
  kind: SectionKind;
  label: string;
  number: number | null;
  performers: string[];
  repeat: number;
  header_line: number | null;
  start_line: number;
  end_line: number;
}

interface FoundHeader {
  header: Header;
  line: number;
  next: number;
}

const MAX_HEADER_LINES = 3;

/**
 * Sections of a text in order, disjoint; together with the header lines they cover every line but leading blank ones.
 * A text without any header is divided by `inferSections`.
 */
export function parseSections(lyrics: string): Section[] {
  const lines = splitRows(lyrics);
  const headers = findHeaders(lines);
  if (headers.length === 0) return inferSections(lines);
  const sections: Section[] = [];
  const lead = lines.findIndex((line) => line.trim() !== '');
  const firstLine = headers[0]?.line ?? 0;
  if (lead < firstLine) sections.push(unlabelled(lead, firstLine));
  headers.forEach(({ header, line, next }, index) => {
    sections.push({
      ...header,
      header_line: line,
      start_line: next,
      end_line: headers[index + 1]?.line ?? lines.length,
    });
  });
  return sections;
}

/** The text without its header lines; stanza breaks stay, except at the start and end. */
export function stripHeaders(lyrics: string): string {
  const lines = splitRows(lyrics);
  const dropped = new Set<number>();
  for (const { line, next } of findHeaders(lines)) {
    for (let at = line; at < next; at++) dropped.add(at);
  }
  if (dropped.size === 0) return lyrics;
  const kept = lines.filter((_, index) => !dropped.has(index)).join('\n');
  return trimOf(kept.replace(/\n{3,}/g, '\n\n'), '\n');
}

// A header may have a time of its own in a file with time stamps.
const STAMPS = /^(?:\s?[[<]\d{1,3}:\d{1,2}[\d:.,]{0,8}[\]>]){1,9}/;

function findHeaders(rows: readonly string[]): FoundHeader[] {
  return settleBro(readHeaders(rows));
}

// A Danish "bro" leads to the chorus, a Norwegian one is the bridge.
function settleBro(headers: FoundHeader[]): FoundHeader[] {
  if (!headers.some(({ header }) => /^refreng|^mellomsp|^omkved/iu.test(header.label))) return headers;
  return headers.map((found) =>
    /^bro\b/i.test(found.header.label) ? { ...found, header: { ...found.header, kind: 'bridge' } } : found,
  );
}

function readHeaders(rows: readonly string[]): FoundHeader[] {
  const lines = rows.map((row) => (/^[[<]\d/.test(row) ? row.replace(STAMPS, '') : row));
  const headers: FoundHeader[] = [];
  // The header of a chorus comes again and again.
  const known = new Map<string, Header | null>();
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line] ?? '';
    const before = known.get(text);
    const header = before === undefined ? parseHeader(text) : before;
    known.set(text, header);
    const found = header ? { header, line, next: line + 1 } : wrappedHeader(lines, line);
    if (!found) continue;
    headers.push(found);
    line = found.next - 1;
  }
  return headers;
}

function wrappedHeader(lines: readonly string[], line: number): FoundHeader | null {
  let joined = lines[line] ?? '';
  if (!opensHeader(joined)) return null;
  for (let next = line + 1; next < Math.min(lines.length, line + MAX_HEADER_LINES); next++) {
    const text = (lines[next] ?? '').trim();
    if (text === '' || text.startsWith('[')) return null;
    joined += ` ${text}`;
    const header = parseHeader(joined);
    if (header) return { header, line, next: next + 1 };
  }
  return null;
}

function unlabelled(start: number, end: number): Section {
  return {
    kind: 'unlabelled',
    label: '',
    number: null,
    performers: [],
    repeat: 1,
    header_line: null,
    start_line: start,
    end_line: end,
  };
}
