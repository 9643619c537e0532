import { dotted } from '../phonetics/spoken/initials.ts';
import { numberAt } from '../phonetics/spoken/number-tokens.ts';

/** A stretch of a row that is spoken as one word. */
export interface SpokenToken {
  /** UTF-16 offsets into the row, end exclusive. */
  readonly start: number;
  readonly end: number;
  /**
   * How it is said: the word as written; the words of a number ("one thousand dollars"); initials dotted ("n.b.a."); letters
   * with signs that stand for letters as they are ("sh!t").
   */
  readonly spoken: string;
  /** A plain word as written, to be spelled as the dictionary does. */
  readonly isWord: boolean;
}

/** Whether a row may hold anything but plain words; other rows need no tokens. */
export const isUnusual = (row: string): boolean => UNUSUAL.test(row);
const UNUSUAL = /[\d$£€¥¢%&@#*+½⅓⅔¼¾⅕-⅞]|[A-Z]{2}|[A-Za-z]\.[A-Za-z]|[a-z]![a-z]|\bw\/|\b(?:Dr|St)\b/;

const WORD_CHAR = /[\p{L}\p{N}\p{M}]/u;
const LOWER = /\p{Ll}/u;
const APOSTROPHES = /[‘’‛ʼʹ`´′＇ꞌ՚]/g;
const START = /[\p{L}\p{N}$£€¥@&#.'*(+½⅓⅔¼¾⅕-⅞]/u;

type Found = Omit<SpokenToken, 'start'>;
/** Whether capitals mean initials rather than a word. */
export type IsInitials = (capitals: string) => boolean;
type Reader = (row: string, at: number, isInitials: IsInitials) => Found | undefined;

function sticky(
  pattern: RegExp,
  say: (match: RegExpExecArray, isInitials: IsInitials) => string | undefined,
  isWord = false,
): Reader {
  return (row, at, isInitials) => {
    pattern.lastIndex = at;
    const match = pattern.exec(row);
    const spoken = match ? say(match, isInitials) : undefined;
    return match && spoken !== undefined ? { end: at + match[0].length, spoken, isWord } : undefined;
  };
}

const number: Reader = (row, at) => {
  const said = numberAt(row, at);
  return said && { end: said.end, spoken: said.words.join(' '), isWord: false };
};

const count = (digits: string): string | undefined => numberAt(digits, 0)?.words.join(' ');

const LETTERS_AND = sticky(
  /([A-Z])\s?&\s?([A-Z])('?s)?(?![\p{L}\p{N}])/uy,
  ([, left = '', right = '', end = '']) => `${dotted(left)} and ${dotted(right)}${end}`,
);
/** Longer dotted words are said as a word ("C.R.E.A.M."). */
const LONGEST_DOTTED = 3;
const DOTTED = sticky(
  /((?:[A-Za-z]\.){2,12}(?:[A-Za-z](?![\p{L}\p{N}]))?|[A-Z]\.[A-Z](?![\p{L}\p{N}]))('?s(?![\p{L}\p{N}]))?/uy,
  ([, found = '', end = '']) => {
    const letters = found.replaceAll('.', '');
    return (letters.length > LONGEST_DOTTED ? letters.toLowerCase() : dotted(letters)) + end;
  },
);
const SIGN_WORD = sticky(/[&@](?=\s|$)/y, ([sign]) => (sign === '&' ? 'and' : 'at'));
const WITH = sticky(/[wW]\/(o)?(?=\s|$|\p{L})/uy, ([, without]) => (without ? 'without' : 'with'));

/** Letters with a digit that are a word and no code. */
const LEET = new Set('b4 d8 f8 gr8 h8 in2 l8 m8 ne1 no1 sk8 so1 str8 w8'.split(' '));
const LETTERS_NUMBER = sticky(
  /([A-Za-z]{1,4})-?(\d{1,4})('?s)?(?![\p{L}\p{N}])/uy,
  ([found = '', letters = '', digits = '', end = ''], isInitials) => {
    const isUpper = letters === letters.toUpperCase();
    const isCode = isUpper || letters.length < 3 || !/[aeiou]/.test(letters);
    const said = isCode && !LEET.has(found.toLowerCase()) ? count(digits + (end && 's')) : undefined;
    const isWord = letters.length > 2 && /[aeiou]/i.test(letters) && !isInitials(letters);
    return said && `${isWord ? letters.toLowerCase() : dotted(letters)} ${said}`;
  },
);
/** "5G", "3D"; k, m, b and x after a number are units. */
const NUMBER_LETTERS = sticky(
  /(\d{1,3})([AC-JLN-RT-WYZ]|(?!MM|KG|KM|FT|OZ|LB|AM|PM)[A-Z]{2})(?![\p{L}\p{N}])/uy,
  ([, digits = '', letters = '']) =>
    /^(?:ST|ND|RD|TH)$/.test(letters) ? undefined : `${count(digits)} ${dotted(letters)}`,
);
const CAPITALS = sticky(
  /([A-Z]{2,6})('?s)?(?![\p{L}\p{N}\p{M}'])/uy,
  ([, letters = '', end = ''], isInitials) => (isInitials(letters) ? dotted(letters) + end : undefined),
);
const ADDRESS = sticky(/(?:Dr|St)(?![\p{L}\p{N}'])\.?/uy, ({ input, index, 0: found }) =>
  addressWord(input, index, found),
);
const WORD = sticky(/[\p{L}\p{N}'][\p{L}\p{N}\p{M}']*/uy, ([found = '']) => found, true);

const MIXED = /[\p{L}\p{N}\p{M}$@!+*#'£€]{2,48}/uy;

/** Digits or signs among letters; asterisks at an edge are marks around the word unless they follow it in a row. */
const STANDS_IN = /[\d$@!+#£€]|[\p{L}\d$]\*+[\p{L}\d$]|^[^*]+\*{2}/u;

/** A word in which digits or signs stand for letters, without the signs behind it. */
const leetWord: Reader = (row, at) => {
  MIXED.lastIndex = at;
  const [found = ''] = (MIXED.exec(row)?.[0] ?? '').split(/[!+]{2}/);
  const body = found.slice(0, lastOf(found, /[\p{L}\p{N}$*]/u) + 1);
  const isMixed = STANDS_IN.test(body) && /\p{L}/u.test(body) && !/^[#+!*]/.test(body);
  return isMixed ? { end: at + body.length, spoken: body.toLowerCase(), isWord: false } : undefined;
};

function lastOf(text: string, pattern: RegExp): number {
  let at = text.length - 1;
  while (at >= 0 && !pattern.test(text.charAt(at))) at--;
  return at;
}

/** "Mulholland Dr" is a drive, "Dr Dre" a doctor; "Main St" a street, "St Louis" a saint. */
function addressWord(row: string, at: number, found: string): string | undefined {
  const isBeforeName = /^\s+\p{Lu}/u.test(row.slice(at + found.length, at + found.length + 3));
  const isAfterName =
    /\p{Lu}[\p{Ll}']+\s$/u.test(row.slice(Math.max(0, at - 32), at)) ||
    /\d(?:st|nd|rd|th)\s$/.test(row.slice(Math.max(0, at - 8), at));
  if (found.startsWith('Dr')) return isAfterName && !isBeforeName ? 'drive' : undefined;
  if (isBeforeName) return 'saint';
  return isAfterName ? 'street' : undefined;
}

const READERS: readonly Reader[] = [
  ADDRESS, LETTERS_AND, DOTTED, WITH, SIGN_WORD, LETTERS_NUMBER, NUMBER_LETTERS, number, leetWord, CAPITALS, WORD,
]; // biome-ignore format: a table

function readAt(row: string, at: number, isInitials: IsInitials): SpokenToken | undefined {
  for (const read of READERS) {
    const found = read(row, at, isInitials);
    if (found) return { start: at, ...found };
  }
  return undefined;
}

/** Capitals mean nothing in a row that has nothing else, unless it is one word. */
const isShouted = (row: string): boolean => !LOWER.test(row) && /\p{L}[^\p{L}\p{N}']+\p{L}/u.test(row);

/**
 * The words of a row as they are spoken, in order: numbers, prices, times, initials and masked words are one token each
 * with their signs, so that nothing is lost or counted twice.
 */
export function spokenTokens(row: string, isInitials: IsInitials): SpokenToken[] {
  const plain = row.replace(APOSTROPHES, "'");
  const areInitials = isShouted(plain) ? () => false : isInitials;
  const tokens: SpokenToken[] = [];
  for (let at = 0; at < plain.length; ) {
    const char = String.fromCodePoint(plain.codePointAt(at) ?? 0);
    const token = START.test(char) ? readAt(plain, at, areInitials) : undefined;
    if (token && WORD_CHAR.test(token.spoken)) tokens.push(token);
    at = token ? token.end : at + char.length;
  }
  return tokens;
}
