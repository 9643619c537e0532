import { trimOf } from '../../lib/trim-text.ts';
import { headerNumber, KIND_BY_WORD, MODIFIERS, type SectionKind, STRONG_KINDS } from './header-words.ts';
import { splitPerformers } from './performers.ts';

export interface Header {
  kind: SectionKind;
  label: string;
  number: number | null;
  performers: string[];
  repeat: number;
}

const MAX_HEADER_LENGTH = 160;
const MAX_SUFFIX_WORDS = 5;
const MAX_BARE_LENGTH = 60;
const REPEAT = /(?:^|[\s|,:–—-])\(?(?:[x×*]\s?(\d{1,2})|(\d{1,2})\s?(?:[x×]|times))\)?\s*$/i;
const MAX_KIND_LENGTH = 20;
const PREFIXES: ReadonlySet<string> = new Set(['pre', 'post', 'pré', 'pós']);
const TITLE_LINE =
  /^(?:letra (?:de|da|do|completa)|paroles (?:de|du|d['’])|testo (?:di|del)|songtext (?:zu|von)|lyrics (?:zu|von|to|for)|tekst piosenki|текст песни|текст пісні)(?![\p{L}])|(?:şarkı sözleri|歌詞|가사)\s*$/iu;

/**
 * Reads one line as a section header, or null when it is sung text. Accepts `[Verse 2: A & *B*] x2`, `(Hook)`,
 * `Verse 1 (Name):`, `**chorus**`; a bracket that names no section (`[?]`, `[laughs]`) is text.
 */
export function parseHeader(line: string): Header | null {
  const trimmed = stripMarks(line.trim());
  if (trimmed.length < 3 || trimmed.length > MAX_HEADER_LENGTH) return null;
  const first = trimmed[0];
  if (first === '[' || first === '【') return parseEnclosed(trimmed, first === '[' ? ']' : '】', false);
  if (first === '(') return parseEnclosed(trimmed, ')', true);
  return trimmed.length <= MAX_BARE_LENGTH ? parseBare(trimmed, line) : null;
}

/** True when the line is a section header and not part of the sung text. */
export function isHeaderLine(line: string): boolean {
  return parseHeader(line) !== null;
}

/** True when a bracket opens a header on this line but closes on a later one. */
export function opensHeader(line: string): boolean {
  const trimmed = stripMarks(line.trim());
  if (trimmed[0] !== '[' || trimmed.length < 4 || trimmed.length >= MAX_HEADER_LENGTH) return false;
  if (trimmed.includes(']')) return false;
  return /[:,&+]\s*$|^\[\p{L}[\p{L} -]*\d*\s*:/u.test(trimmed) && parseHeader(`${trimmed}]`) !== null;
}

function stripMarks(text: string): string {
  const first = text[0];
  if (first !== '*' && first !== '_') return text;
  return trimOf(text, '*_').trim();
}

function parseEnclosed(text: string, close: string, strongOnly: boolean): Header | null {
  const end = text.lastIndexOf(close);
  if (end < 2) return null;
  const tail = stripMarks(text.slice(end + 1).trim()).replace(/^[:–—-]\s*/, '');
  const outside = repeatOf(tail);
  if (tail !== '' && (outside === null || outside.rest !== '')) return null;
  const inner = text.slice(1, end).trim();
  if (close !== ')' && inner.includes(close)) return null;
  const header = parseContent(inner);
  if (!header || (strongOnly && !isStrong(header))) return null;
  return outside ? { ...header, repeat: outside.count } : header;
}

function parseBare(text: string, line: string): Header | null {
  if (!opensWithKind(text)) return null;
  const marked = line.trim() !== text;
  const named =
    /^([\p{L}][\p{L} -]*?\s?\d{0,2})\s*(?:\(([^()]+)\)\s*)?:(?:\s*\(?([x×]\s?\d|\d\s?[x×])\)?)?$/iu.exec(
      text,
    );
  const content = named ? named[1] : text;
  if (content === undefined || !/^\p{L}/u.test(content)) return null;
  const words = headerWords(content);
  if (words.length > (named || marked ? 4 : 3)) return null;
  const header = parseContent(content);
  if (!header || !STRONG_KINDS.has(header.kind)) return null;
  if (!named && !marked && !isBareName(words)) return null;
  const performers = named?.[2] === undefined ? header.performers : splitPerformers(named[2]);
  const repeat = named?.[3] === undefined ? header.repeat : (repeatOf(named[3])?.count ?? 1);
  return { ...header, performers, repeat };
}

// Almost every line is decided here, so only its first word is examined, and a plain word without a pattern.
function opensWithKind(text: string): boolean {
  let end = 0;
  while (end < text.length && end < MAX_KIND_LENGTH && !isBreak(text.charCodeAt(end))) end += 1;
  const word = text.slice(0, end).toLowerCase();
  return KIND_BY_WORD.has(word) || PREFIXES.has(word) || KIND_BY_WORD.has(word.replace(/\d+$/, ''));
}

function isBreak(code: number): boolean {
  return code <= 47 || (code >= 58 && code <= 64) || code === 0x2013 || code === 0x2014;
}

// Without a colon or brackets, only the name itself with a number and a repeat mark is certain to be a header.
function isBareName(words: readonly string[]): boolean {
  return words.every(
    (word) => KIND_BY_WORD.has(word) || /^\d{1,2}$/.test(word) || /^(?:x\d{1,2}|\d{1,2}x)$/.test(word),
  );
}

function isStrong(header: Header): boolean {
  return STRONG_KINDS.has(header.kind) || header.kind === 'bridge' || header.kind === 'interlude';
}

function parseContent(raw: string): Header | null {
  const content = raw.replace(/[*_]{1,3}(?=\s*$)|^\s*[*_]{1,3}/g, '').trim();
  if (TITLE_LINE.test(content))
    return { kind: 'title', label: content, number: null, performers: [], repeat: 1 };
  const { name, credit } = splitCredit(content);
  const nameRepeat = repeatOf(name);
  const creditRepeat = repeatOf(credit);
  const label = (nameRepeat?.rest ?? name).replace(/[*_]/g, '').trim();
  const words = headerWords(label);
  const kind = kindOf(words);
  if (kind === null) return null;
  const people = creditRepeat?.rest ?? credit;
  return {
    kind,
    label: kind === 'part' && people !== '' ? `${label}: ${people}` : label,
    number: numberOf(words),
    performers: kind === 'part' ? [] : splitPerformers(people),
    repeat: nameRepeat?.count ?? creditRepeat?.count ?? 1,
  };
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

function repeatOf(text: string): { count: number; rest: string } | null {
  const match = REPEAT.exec(text);
  if (!match) return null;
  const count = Number(match[1] ?? match[2]);
  if (count < 1) return null;
  return {
    count,
    rest: text
      .slice(0, match.index)
      .replace(/[\s|,:–—-]+$/, '')
      .trim(),
  };
}

function headerWords(label: string): string[] {
  const joined = label
    .toLowerCase()
    .replace(/\b(pre|post|pré|pós)[\s-]+(?=\p{L})/gu, '$1')
    .replace(/\bad[\s-]lib/g, 'adlib')
    .replace(/\bbuild[\s-]up/g, 'buildup');
  return joined.split(/[\s/&,().#'"“”„«»|-]+/u).filter((word) => word !== '');
}

function kindOf(words: readonly string[]): SectionKind | null {
  if (words.length === 0) return null;
  const found = words.map((word) => KIND_BY_WORD.get(word) ?? KIND_BY_WORD.get(word.replace(/\d+$/, '')));
  const index = found.findIndex((kind) => kind !== undefined);
  const kind = found[index];
  if (kind === undefined) return null;
  const others = words.filter((_, position) => found[position] === undefined);
  if (others.every((word) => MODIFIERS.has(word) || headerNumber(word) !== null))
    return specific(found, kind);
  return index === 0 && STRONG_KINDS.has(kind) && others.length <= MAX_SUFFIX_WORDS ? kind : null;
}

// "Guitar solo", "instrumental break", "spoken interlude": the more specific noun is chosen over the generic one.
function specific(found: readonly (SectionKind | undefined)[], first: SectionKind): SectionKind {
  if (first === 'instrumental' || first === 'spoken') {
    const strong = found.find((kind) => kind !== undefined && STRONG_KINDS.has(kind));
    return strong ?? first;
  }
  return first;
}

function numberOf(words: readonly string[]): number | null {
  for (const word of words) {
    const glued = /^\p{L}{3,}(\d{1,2})$/u.exec(word);
    const value = glued ? Number(glued[1]) : headerNumber(word);
    if (value !== null) return value;
  }
  return null;
}
