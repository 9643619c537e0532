import {
  BARE_MODIFIERS,
  headerNumber,
  isEverydayName,
  kindOfName,
  MODIFIERS,
  opensName,
  type SectionKind,
  STRONG_KINDS,
} from './header-words.ts';

/** What the words of a header say, without its performers. */
export interface HeaderName {
  readonly kind: SectionKind;
  readonly number: number | null;
  /** Whether it is made of names of sections and numbers only, and of none that people say every day. */
  readonly isCertain: boolean;
}

const MAX_SUFFIX_WORDS = 5;
const MAX_NAME_WORDS = 4;
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xff10];
const OTHER_DIGIT = /(?!\d)\p{Nd}/gu;
const BREAKS = /[\s/&,().#"“”„«»|+\u200c-]+/u;
const ENUMERATED = /^第?[\d一二三四五六七八九十]+[段节節]?|[\d一二三四五六七八九十]+$/gu;

/** Reads the words before the performers of a header; null if they name no section. */
export function readHeaderName(label: string): HeaderName | null {
  const pieces = findNames(headerWords(label));
  const named = pieces.filter(({ kind }) => kind !== undefined);
  // "Final chorus": a word that only goes with names is one itself when it stands alone ("Final").
  const first = named.find(({ text }) => !MODIFIERS.has(text)) ?? named[0];
  if (first?.kind === undefined) return null;
  const others = pieces.filter((piece) => piece.kind === undefined && headerNumber(piece.text) === null);
  const isEveryday = named.some(({ text }) => isEverydayName(text));
  const isClosed = others.every(({ text }) => MODIFIERS.has(text));
  const opens = pieces[0] === first && STRONG_KINDS.has(first.kind) && !isEveryday;
  if (!isClosed && !(opens && others.length <= MAX_SUFFIX_WORDS)) return null;
  return {
    kind: isClosed ? specific(named, first.kind) : first.kind,
    number: numberOf(pieces),
    isCertain: !isEveryday && others.every(({ text }) => BARE_MODIFIERS.has(text)),
  };
}

/** Whether a line may begin with the name of a section: a cheap test that almost every sung line fails. */
export function opensWithName(line: string): boolean {
  let end = 0;
  while (end < line.length && end < MAX_OPENING && !isBreak(line.charCodeAt(end))) end += 1;
  const word = line.slice(0, end).toLowerCase();
  if (word === '' || (word >= '0' && word < ':')) return true;
  return opensName(word) || opensName(word.replace(ENUMERATED, ''));
}

const MAX_OPENING = 24;

function isBreak(code: number): boolean {
  return code <= 47 || (code >= 58 && code <= 64) || code === 0x2013 || code === 0x2014 || code === 0x200c;
}

interface Piece {
  readonly text: string;
  readonly kind: SectionKind | undefined;
  readonly number: number | null;
}

// A name may be written as several words ("Ön Nakarat", "pre-chorus"), as one, and with its number ("主歌1", "1절").
function findNames(words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const piece = longestName(words, at);
    pieces.push(piece);
    at += piece.count;
  }
  return pieces;
}

function longestName(words: readonly string[], at: number): Piece & { count: number } {
  for (let count = Math.min(MAX_NAME_WORDS, words.length - at); count > 0; count--) {
    const text = words.slice(at, at + count).join('');
    const kind = kindOfName(text);
    if (kind !== undefined) return { text, kind, number: null, count };
  }
  const text = words[at] ?? '';
  const plain = text.replace(ENUMERATED, '');
  const kind = plain === text ? undefined : kindOfName(plain);
  return { text: kind === undefined ? text : plain, kind, number: kind ? enumeration(text) : null, count: 1 };
}

const enumeration = (text: string): number | null => {
  const numeral = /\d{1,2}|[一二三四五六七八九十]/.exec(text)?.[0];
  return numeral === undefined ? null : headerNumber(numeral);
};

function headerWords(label: string): string[] {
  return label
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replace(OTHER_DIGIT, digitOf)
    .split(BREAKS)
    .flatMap(splitApostrophe)
    .filter((word) => word !== '');
}

function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

// "d'intro" is two words, "koʻplet" is one.
function splitApostrophe(word: string): string[] {
  const parts = word.split(/[ʻʼ’‘'`]/u);
  return (parts[0]?.length ?? 0) === 1 ? parts : [parts.join('')];
}

// "Guitar solo", "instrumental break", "spoken interlude": the more specific noun is chosen over the generic one.
function specific(named: readonly Piece[], first: SectionKind): SectionKind {
  if (first !== 'instrumental' && first !== 'spoken') return first;
  return named.find(({ kind }) => kind !== undefined && STRONG_KINDS.has(kind))?.kind ?? first;
}

function numberOf(pieces: readonly Piece[]): number | null {
  for (const { text, kind, number } of pieces) {
    const value = number ?? (kind === undefined ? headerNumber(text) : null);
    if (value !== null) return value;
  }
  return null;
}
