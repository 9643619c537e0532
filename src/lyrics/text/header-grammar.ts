import { trimEndOf, trimOf } from '../../lib/trim-text.ts';
import { opensWithName, readHeaderName } from './header-name.ts';
import { takeRepeat } from './header-repeat.ts';
import { isTitleLine } from './header-titles.ts';
import { type SectionKind, STRONG_KINDS } from './header-words.ts';
import { isInterjection } from './interjections.ts';
import { splitPerformers } from './performers.ts';

export interface Header {
  kind: SectionKind;
  label: string;
  number: number | null;
  performers: string[];
  repeat: number;
}

/** A header, and whether only names of sections and numbers stand before its performers. */
interface Content {
  readonly header: Header;
  readonly isCertain: boolean;
}

const MAX_HEADER_LENGTH = 160;
const MAX_BARE_LENGTH = 60;
const MAX_CREDIT_WORDS = 4;
const CLOSING: Readonly<Record<string, string>> = {
  '[': ']',
  '【': '】',
  '［': '］',
  '〔': '〕',
  '(': ')',
  '（': '）',
  '{': '}',
  '<': '>',
};
/** Brackets in which nothing else stands on a line of its own; in others, people also sing. */
const SQUARE: ReadonlySet<string> = new Set(['[', '【', '［', '〔']);
const DECORATIONS = '*_#=~-–—+|/\\•·►▶♪♫>< ';
const ENDINGS = ' =~|_*-';
const STYLES = '*_';
const OPENINGS = new Set(`${DECORATIONS}`.replace(' ', ''));

/**
 * Reads one line as a section header, or null when it is sung text. Accepts `[Verse 2: A & *B*] x2`, `(Hook)`,
 * `Verse 1 (Name):`, `**chorus**`, `#CHORUS`, `-- Verse 2 --`; a bracket that names no section (`[?]`, `[laughs]`) is
 * text, and so is whatever people sing: `(Hook me up)`, `Chorus of angels`.
 */
export function parseHeader(line: string): Header | null {
  const trimmed = line.trim();
  if (trimmed.length < 2 || trimmed.length > MAX_HEADER_LENGTH) return null;
  const text = OPENINGS.has(trimmed[0] ?? '') ? trimOf(trimmed, STYLES).trim() : trimmed;
  const close = CLOSING[text[0] ?? ''];
  if (close !== undefined) {
    const enclosed = parseEnclosed(text, close, SQUARE.has(text[0] ?? ''));
    if (enclosed || text[0] !== '<') return enclosed;
  }
  return trimmed.length <= MAX_BARE_LENGTH ? parseBare(trimmed) : null;
}

/** True when the line is a section header and not part of the sung text. */
export function isHeaderLine(line: string): boolean {
  return parseHeader(line) !== null;
}

/** True when a bracket opens a header on this line but closes on a later one. */
export function opensHeader(line: string): boolean {
  const trimmed = trimOf(line.trim(), STYLES).trim();
  if (trimmed[0] !== '[' || trimmed.length < 4 || trimmed.length >= MAX_HEADER_LENGTH) return false;
  if (trimmed.includes(']')) return false;
  return /[:,&+]\s*$|^\[\p{L}[\p{L} -]*\d*\s*:/u.test(trimmed) && parseHeader(`${trimmed}]`) !== null;
}

function parseEnclosed(text: string, close: string, isSquare: boolean): Header | null {
  const end = isSquare ? text.indexOf(close) : text.lastIndexOf(close);
  if (end < 0) return isSquare ? parseUnclosed(text.slice(1)) : null;
  const tail = readTail(text.slice(end + 1));
  if (end < 2 || tail === null) return null;
  const inner = text.slice(1, end).trim();
  const content = parseContent(inner, isSquare);
  if (!content || !(isSquare || (content.isCertain && isStrong(content.header)))) return null;
  const performers = [...new Set([...content.header.performers, ...tail.performers])];
  return { ...content.header, performers, repeat: tail.repeat ?? content.header.repeat };
}

// "[Verse 1" without its end, where nothing but a section is named.
function parseUnclosed(text: string): Header | null {
  if (/[:：,&+]/.test(text)) return null;
  const content = parseContent(text.trim(), false);
  return content?.isCertain ? content.header : null;
}

// Behind the bracket: nothing, "x2", "(x2)", "(repeat)", a colon, or who performs: "[Verse 1] (Kilo)".
function readTail(after: string): { repeat: number | null; performers: string[] } | null {
  const tail = trimOf(after.trim(), STYLES)
    .trim()
    .replace(/^[:.–—-]+\s*/, '');
  if (tail === '') return { repeat: null, performers: [] };
  const repeat = takeRepeat(tail);
  if (repeat?.rest === '') return { repeat: repeat.count, performers: [] };
  const enclosed = /^[([]([^()[\]]+)[)\]]$/.exec(tail)?.[1];
  return enclosed !== undefined && isCredit(enclosed)
    ? { repeat: null, performers: splitPerformers(enclosed) }
    : null;
}

function parseBare(line: string): Header | null {
  const text = OPENINGS.has(line[0] ?? '') ? trimOf(line, DECORATIONS) : trimEndOf(line, ENDINGS);
  if (text === '' || !opensWithName(text)) return null;
  const isMarked = line[0] !== text[0] && isDecorated(line, text);
  const isNamed = /[:：]$/.test(text);
  const credited = /^([^()]+)\(([^()]+)\)\s*[:：]?$/.exec(text);
  if (credited?.[1] && credited[2] && isCredit(credited[2])) {
    const content = parseContent(credited[1].trim(), false);
    if (content === null || !isBareName(content, isNamed || isMarked)) return null;
    return { ...content.header, performers: splitPerformers(credited[2]) };
  }
  const content = parseContent(isNamed ? text.slice(0, -1) : text, false);
  if (content === null || !isBareName(content, isNamed || isMarked)) return null;
  // "Verse 2 - Kilo" credits somebody, "Chorus: hold the rope" is sung.
  if (content.header.performers.length > 0 && !(content.header.number !== null && isCreditOf(text)))
    return null;
  return content.header;
}

// On both sides ("-- Verse 2 --"), or by what headings begin with ("#CHORUS"); a single dash also begins speech.
const isDecorated = (line: string, text: string): boolean =>
  /^[#•►▶>=~|]/.test(line) || line.length - line.indexOf(text) > text.length;

function isBareName({ header, isCertain }: Content, isMarked: boolean): boolean {
  if (!isCertain) return false;
  return isMarked ? header.kind !== 'title' : STRONG_KINDS.has(header.kind) || header.kind === 'refrain';
}

// Names are capitalised; "(yeah)", "(I know)" and "(repeat)" are none.
function isCredit(text: string): boolean {
  if (takeRepeat(text)?.rest === '') return false;
  const words = text.match(/[\p{L}\p{N}$'’.-]+/gu) ?? [];
  const names = words.filter(
    (word) => !/^(?:and|feat|ft|with|the|y|e|et|und|og|och|x|con|com|mit)\.?$/.test(word),
  );
  return (
    names.length > 0 &&
    names.length <= MAX_CREDIT_WORDS &&
    names.every(
      (word) => /^[\p{Lu}\p{Lo}\p{N}$]/u.test(word) && !isInterjection(word) && !NO_NAMES.test(word),
    )
  );
}

const NO_NAMES = /^(?:i['’]?\w*|you|we|they|he|she|it|my|the|a|an|repeat|oh)$/i;
const isCreditOf = (text: string): boolean => isCredit(splitCredit(text.replace(/[:：]$/, '')).credit);

function isStrong(header: Header): boolean {
  return STRONG_KINDS.has(header.kind) || ['bridge', 'interlude', 'refrain'].includes(header.kind);
}

function parseContent(raw: string, isSquare: boolean): Content | null {
  const content = raw.replace(/[*_]{1,3}(?=\s*$)|^\s*[*_]{1,3}/g, '').trim();
  if (isSquare && isTitleLine(content)) {
    const header: Header = { kind: 'title', label: content, number: null, performers: [], repeat: 1 };
    return { header, isCertain: true };
  }
  const { name, credit } = splitCredit(content);
  const nameRepeat = takeRepeat(name);
  const creditRepeat = takeRepeat(credit);
  const label = (nameRepeat?.rest || name).replace(/[*_]/g, '').trim();
  const read = readHeaderName(label);
  if (read === null) return null;
  const people = creditRepeat?.rest ?? credit;
  const isPart = read.kind === 'part';
  const header = {
    kind: read.kind,
    label: isPart && people !== '' ? `${label}: ${people}` : label,
    number: read.number,
    performers: isPart ? [] : splitPerformers(people),
    repeat: nameRepeat?.count ?? creditRepeat?.count ?? 1,
  };
  return { header, isCertain: read.isCertain };
}

function splitCredit(content: string): { name: string; credit: string } {
  const colon = content.search(/[:：]/);
  if (colon > 0) return { name: content.slice(0, colon).trim(), credit: content.slice(colon + 1).trim() };
  const dash = /\s[–—-]\s/.exec(content);
  if (!dash) return { name: content, credit: '' };
  return {
    name: content.slice(0, dash.index).trim(),
    credit: content.slice(dash.index + dash[0].length).trim(),
  };
}
