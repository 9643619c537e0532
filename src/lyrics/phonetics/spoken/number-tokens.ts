import { dotted } from './initials.ts';
import { asOrdinal, asPlural, cardinal, digitByDigit, plainNumber, shortYear } from './number-words.ts';

/** Finds one kind of written number where it starts, and says it in words. */
interface NumberRule {
  /** Sticky. */
  readonly pattern: RegExp;
  readonly say: (groups: readonly string[]) => string[];
}

const NUMBER = String.raw`(\d{1,3}(?:,\d{3}){1,6}(?!,?\d)|\d{1,400})`;
/** Nothing of a word or number follows. */
const END = String.raw`(?![\p{L}\p{N}])`;

const rule = (pattern: string, say: NumberRule['say']): NumberRule => ({
  pattern: new RegExp(pattern, 'iuy'),
  say,
});

const hasSeparators = (digits: string): boolean => digits.includes(',');
const plain = (digits: string): string => digits.replaceAll(',', '');
const inFull = (digits: string): string[] => cardinal(plain(digits));
const asSaid = (digits: string): string[] => (hasSeparators(digits) ? inFull(digits) : plainNumber(digits));
const withDecimals = (digits: string, decimals: string): string[] =>
  decimals === '' ? asSaid(digits) : [...inFull(digits), 'point', ...decimalsOf(decimals)];
const decimalsOf = (decimals: string): string[] =>
  digitByDigit(decimals).map((word, _, all) => (word === 'oh' && all.length < 2 ? 'zero' : word));

const CURRENCIES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  $: ['dollar', 'dollars'], '£': ['pound', 'pounds'], '€': ['euro', 'euros'], '¥': ['yen', 'yen'], '¢': ['cent', 'cents'],
}; // biome-ignore format: a table
const MAGNITUDES: Readonly<Record<string, string>> = {
  k: 'k.', m: 'million', mil: 'mil', b: 'billion', bn: 'billion', hundred: 'hundred', grand: 'grand',
  thousand: 'thousand', million: 'million', billion: 'billion', trillion: 'trillion',
}; // biome-ignore format: a table
const SHORT_MAGNITUDES = new Set(['k.', 'mil', 'grand']);

/** "$5" five dollars, "$1.50" one fifty, "$20k" twenty k, "$2 million" two million dollars. */
function sayPrice(sign: string, digits: string, cents: string, magnitude: string): string[] {
  const [one, many] = CURRENCIES[sign] ?? ['', ''];
  const size = MAGNITUDES[magnitude.toLowerCase()];
  if (size !== undefined) {
    const amount = cents === '' ? inFull(digits) : withDecimals(digits, cents);
    return SHORT_MAGNITUDES.has(size) ? [...amount, size] : [...amount, size, many];
  }
  const amount = inFull(digits);
  if (Number(cents) === 0) return [...amount, amount.join() === 'one' ? one : many];
  if (Number(plain(digits)) === 0) return [...cardinal(cents), sign === '£' ? 'p.' : 'cents'];
  return [...amount, ...shortYear(cents.padEnd(2, '0'))];
}

/** "8:00" eight o'clock, "3:05" three oh five, with "pm" or "p.m." as two letters and no "o'clock". */
function sayClock(hour: string, minutes: string, half: string): string[] {
  const end = half === '' ? [] : [dotted(`${half}m`)];
  const full = half === '' && Number(hour) > 0 && Number(hour) < 13 ? ["o'clock"] : [];
  return [...cardinal(hour), ...(Number(minutes) === 0 ? full : shortYear(minutes)), ...end];
}

const PARTS: Readonly<Record<string, string>> = {
  2: 'half', 3: 'third', 4: 'quarter', 5: 'fifth', 6: 'sixth', 8: 'eighth', 10: 'tenth', 16: 'sixteenth',
}; // biome-ignore format: a table

/** "1/2" one half, "2/3" two thirds; "24/7" and "9/11" number by number. */
function saySlash(left: string, right: string, year: string): string[] {
  const part = PARTS[right];
  if (year === '' && part !== undefined && Number(left) < Number(right) && Number(left) > 0) {
    return [...cardinal(left), ...(left === '1' ? [part] : asPlural([part]))];
  }
  return [...plainNumber(left), ...plainNumber(right), ...(year === '' ? [] : plainNumber(year))];
}

const UNITS: Readonly<Record<string, string>> = {
  mm: 'millimeter', cm: 'centimeters', km: 'kilometers', mph: 'miles an hour', kg: 'kilos', kilo: 'kilo', mg: 'milligrams',
  lb: 'pounds', lbs: 'pounds', oz: 'ounce', ozs: 'ounces', ft: 'feet', ml: 'milliliters', gb: 'gigs', g: 'grams', k: 'k.',
  m: 'million', mil: 'mil', b: 'billion', bn: 'billion', c: 'c.', p: 'p.', x: 'x.', '°': 'degrees', hr: 'hour', hrs: 'hours',
  min: 'minutes', mins: 'minutes', sec: 'seconds', secs: 'seconds', yo: 'year old', yr: 'year', yrs: 'years', hunnid: 'hunnid',
}; // biome-ignore format: a table
const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join('|');

function sayUnit(digits: string, decimals: string, unit: string): string[] {
  const isOne = digits === '1' && decimals === '';
  const name = UNITS[unit.toLowerCase()] ?? unit;
  const words = (
    isOne ? name.replace(/(?<=gram|pound|ounce|meter|degree|minute|second|kilo)s$/, '') : name
  ).split(' ');
  return [...withDecimals(digits, decimals), ...words];
}

const VULGAR: Readonly<Record<string, readonly [string, string]>> = {
  '½': ['1', '2'], '⅓': ['1', '3'], '⅔': ['2', '3'], '¼': ['1', '4'], '¾': ['3', '4'], '⅕': ['1', '5'], '⅖': ['2', '5'],
  '⅗': ['3', '5'], '⅘': ['4', '5'], '⅙': ['1', '6'], '⅛': ['1', '8'], '⅜': ['3', '8'], '⅝': ['5', '8'], '⅞': ['7', '8'],
}; // biome-ignore format: a table

function sayVulgar(digits: string, sign: string): string[] {
  const [left, right] = VULGAR[sign] ?? ['1', '2'];
  if (digits === '') return saySlash(left, right, '');
  const part = right === '2' ? ['half'] : saySlash(left, right, '').slice(left === '1' ? 1 : 0);
  return [...asSaid(digits), 'and', ...(left === '1' ? ['a'] : []), ...part];
}

/** "9-5" nine to five, "10-20" ten to twenty; "1-2" one two, "50-50" fifty fifty. */
function sayRange(left: string, right: string): string[] {
  const isRange = (left === '9' && right === '5') || (right.length > 1 && Number(left) < Number(right));
  return [...plainNumber(left), ...(isRange ? ['to'] : []), ...plainNumber(right)];
}

const isThousands = (groups: readonly string[]): boolean => groups.length > 1 || groups[0] === '000';

/** "1.000.000" and "10.000" are thousands as in Europe, any other "1.234" is a decimal. */
function sayDots(digits: string, rest: string): string[] {
  const groups = rest.split('.').slice(1);
  if (isThousands(groups)) return cardinal(digits + groups.join(''));
  return withDecimals(digits, groups.join(''));
}

/** A calibre is said like a number: ".45" forty-five, ".357" three fifty-seven; ".5" is point five. */
const sayCalibre = (digits: string): string[] =>
  digits.length === 2 || digits.length === 3 ? plainNumber(digits) : ['point', ...digitByDigit(digits)];

/** In the order in which they are tried. */
const RULES: readonly NumberRule[] = [
  rule(String.raw`(?:\+?1[-. ])?\(?(\d{3})\)?[-. ](\d{3})[-. ](\d{4})(?![\p{L}\p{N}])`, (parts) =>
    parts.flatMap(digitByDigit),
  ),
  rule(String.raw`(\d{3})-(\d{4})${END}`, (parts) => parts.flatMap(digitByDigit)),
  rule(
    String.raw`([$£€¥])\s?${NUMBER}(?:\.(\d{1,2}))?(?:\s?(hundred|thousand|million|billion|trillion|grand|mil|bn|[kmb])${END})?(?![\p{N}])`,
    ([sign = '', digits = '', cents = '', magnitude = '']) => sayPrice(sign, digits, cents, magnitude),
  ),
  rule(String.raw`${NUMBER}(?:\.(\d{1,2}))?\s?([€£¥¢$])${END}`, ([digits = '', cents = '', sign = '']) =>
    sayPrice(sign, digits, cents, ''),
  ),
  rule(
    String.raw`(\d{1,2}):([0-5]\d)(?::\d\d)?(?:\s?([ap])\.?m\b\.?)?${END}`,
    ([hour = '', minutes = '', half = '']) => sayClock(hour, minutes, half),
  ),
  rule(String.raw`(\d{1,2})\s?([ap])\.?m\b\.?${END}`, ([hour = '', half = '']) => sayClock(hour, '00', half)),
  rule(String.raw`${NUMBER}(?:\.(\d{1,4}))?\s?%`, ([digits = '', decimals = '']) => [
    ...(decimals === '' ? inFull(digits) : withDecimals(digits, decimals)),
    'percent',
  ]),
  rule(
    String.raw`(\d{1,4})\/(\d{1,4})(?:\/(\d{2,4}))?(?![\p{L}\p{N}/])`,
    ([left = '', right = '', year = '']) => saySlash(left, right, year),
  ),
  rule(String.raw`(\d{0,4})([½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞])`, ([digits = '', sign = '']) => sayVulgar(digits, sign)),
  rule(String.raw`${NUMBER}(?:st|nd|rd|th)${END}`, ([digits = '']) => asOrdinal(asSaid(digits))),
  rule(String.raw`'(\d\d)'?s${END}`, ([digits = '']) => asPlural(shortYear(digits))),
  rule(String.raw`'(\d\d)(?![\p{L}\p{N}'])`, ([digits = '']) => shortYear(digits)),
  rule(String.raw`(\d{1,5})'?s${END}`, ([digits = '']) => asPlural(plainNumber(digits))),
  rule(String.raw`(\d{1,3})x(\d{1,3})${END}`, ([left = '', right = '']) => [
    ...plainNumber(left),
    'by',
    ...plainNumber(right),
  ]),
  rule(String.raw`(\d{1,2})'(\d{1,2})(?:"|'')?${END}`, ([feet = '', inches = '']) => [
    ...plainNumber(feet),
    ...plainNumber(inches),
  ]),
  rule(
    String.raw`${NUMBER}(?:\.(\d{1,4}))?(?:\s?(?=(?:mm|mph|kg|km|cm|lbs|oz|°)))?(${UNIT})${END}`,
    ([digits = '', decimals = '', unit = '']) => sayUnit(digits, decimals, unit),
  ),
  rule(String.raw`(\d{1,12})((?:\.\d{3}){1,4})(?![\p{N}])`, ([digits = '', rest = '']) =>
    sayDots(digits, rest),
  ),
  rule(String.raw`${NUMBER}\.(\d{1,24})`, ([digits = '', decimals = '']) => withDecimals(digits, decimals)),
  rule(String.raw`\.(\d{1,24})${END}`, ([digits = '']) => sayCalibre(digits)),
  rule(String.raw`(\d{1,4})[-–](\d{1,4})(?![\p{L}\p{N}-])`, ([left = '', right = '']) =>
    sayRange(left, right),
  ),
  rule(String.raw`#${NUMBER}${END}`, ([digits = '']) => ['number', ...asSaid(digits)]),
  rule(String.raw`${NUMBER}${END}`, ([digits = '']) => asSaid(digits)),
];

export interface SaidNumber {
  /** Offset behind it. */
  readonly end: number;
  readonly words: readonly string[];
}

/**
 * The number that starts at an offset of a row, in the words with which people say it; undefined if none does or letters
 * belong to it ("2Pac"). Apostrophes are straight. Ends within the row; at most 24 digits of a long run are said.
 */
export function numberAt(row: string, at: number): SaidNumber | undefined {
  for (const { pattern, say } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(row);
    if (match) return { end: at + match[0].length, words: say(match.slice(1).map((group) => group ?? '')) };
  }
  return undefined;
}
