const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];
/** Longer runs of digits are read digit by digit. */
const MAX_CARDINAL = SCALES.length * 3;
/** Digits of a run that are read; nobody says more. */
const MAX_DIGITS = 24;

const small = (value: number): string => SMALL[value] ?? '';

function belowHundred(value: number): string[] {
  if (value < 20) return [small(value)];
  const unit = value % 10;
  return [TENS[Math.floor(value / 10)] ?? '', ...(unit ? [small(unit)] : [])];
}

function belowThousand(value: number): string[] {
  if (value < 100) return belowHundred(value);
  const rest = value % 100;
  return [small(Math.floor(value / 100)), 'hundred', ...(rest ? belowHundred(rest) : [])];
}

/** "2007" as two zero zero seven, a zero as "oh" unless it stands alone. */
export const digitByDigit = (digits: string): string[] =>
  [...digits.slice(0, MAX_DIGITS)].map((digit) =>
    digit === '0' && digits.length > 1 ? 'oh' : small(Number(digit)),
  );

/** "1250" as one thousand two hundred fifty. */
export function cardinal(digits: string): string[] {
  const plain = digits.replace(/^0+(?=\d)/, '');
  if (plain.length > MAX_CARDINAL) return digitByDigit(plain);
  if (plain === '0') return ['zero'];
  const words: string[] = [];
  for (let rest = plain, scale = 0; rest !== ''; rest = rest.slice(0, -3), scale++) {
    const value = Number(rest.slice(-3));
    if (value > 0) words.unshift(...belowThousand(value), ...(scale > 0 ? [SCALES[scale] ?? ''] : []));
  }
  return words;
}

/** Hundreds with a teen that people say digit by digit: emergency lines and area codes. */
const CODES = new Set(
  '211 212 213 214 216 217 310 311 312 313 314 318 410 411 412 414 415 416 510 512 610 612 614 615 617 619 713 714 717 718 719 813 814 815 816 817 818 819 910 911 912 913 914 915 916 917 918 919'.split(
    ' ',
  ),
);

function threeDigits(digits: string): string[] {
  const [first = '', ...rest] = digits;
  const value = Number(rest.join(''));
  if (value === 0) return [small(Number(first)), 'hundred'];
  if (value < 10) return [small(Number(first)), 'oh', small(value)];
  if (CODES.has(digits) && value !== 10) return digitByDigit(digits);
  return [small(Number(first)), ...belowHundred(value)];
}

function fourDigits(digits: string): string[] {
  const [high, low] = [Math.floor(Number(digits) / 100), Number(digits) % 100];
  if (Number(digits) % 1000 < 10) return cardinal(digits);
  if (low === 0) return [...belowHundred(high), 'hundred'];
  return [...belowHundred(high), ...(low < 10 ? ['oh'] : []), ...belowHundred(low)];
}

/**
 * A number without separators as people say it: "808" eight oh eight, "187" one eighty-seven, years in pairs ("1998"),
 * round ones in full ("10000"), and long or odd ones digit by digit ("90210", "007").
 */
export function plainNumber(digits: string): string[] {
  if (digits.length > 1 && digits.startsWith('0')) return digitByDigit(digits);
  if (digits.length < 3) return belowHundred(Number(digits));
  if (digits.length === 3) return threeDigits(digits);
  if (digits.length === 4) return fourDigits(digits);
  return digits.endsWith('00') ? cardinal(digits) : digitByDigit(digits);
}

/** "94" after an apostrophe: ninety-four; "07" oh seven. */
export const shortYear = (digits: string): string[] =>
  digits.startsWith('0') ? ['oh', small(Number(digits))] : belowHundred(Number(digits));

const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth',
}; // biome-ignore format: a table

const changeLast = (words: readonly string[], change: (word: string) => string): string[] =>
  words.map((word, index) => (index === words.length - 1 ? change(word) : word));

/** "twenty one" as twenty first. */
export const asOrdinal = (words: readonly string[]): string[] =>
  changeLast(
    words,
    (word) => ORDINALS[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`),
  );

/** "nineteen ninety" as nineteen nineties. */
export const asPlural = (words: readonly string[]): string[] =>
  changeLast(words, (word) => {
    if (word.endsWith('y')) return `${word.slice(0, -1)}ies`;
    return word.endsWith('x') ? `${word}es` : `${word}s`;
  });
