const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function belowHundred(value: number): string[] {
  if (value < 20) return [SMALL[value] ?? ''];
  const unit = value % 10;
  return [TENS[Math.floor(value / 10)] ?? '', ...(unit ? [SMALL[unit] ?? ''] : [])];
}

function belowThousand(value: number): string[] {
  if (value < 100) return belowHundred(value);
  const rest = value % 100;
  return [SMALL[Math.floor(value / 100)] ?? '', 'hundred', ...(rest ? belowHundred(rest) : [])];
}

/**
 * The words of a whole number as a rapper says it: years in pairs ("1998" nineteen ninety eight), longer
 * runs digit by digit.
 */
export function speakNumber(digits: string): string[] {
  const value = Number(digits);
  if (digits.length > 4 || (digits.length > 1 && digits.startsWith('0'))) {
    return [...digits].map((digit) => SMALL[Number(digit)] ?? '');
  }
  if (digits.length < 4) return belowThousand(value);
  const [high, low] = [Math.floor(value / 100), value % 100];
  if (value % 1000 < 10) {
    return [SMALL[Math.floor(value / 1000)] ?? '', 'thousand', ...(low ? belowHundred(low) : [])];
  }
  return [
    ...belowHundred(high),
    ...(low === 0 ? ['hundred'] : low < 10 ? ['oh', ...belowHundred(low)] : belowHundred(low)),
  ];
}

const LETTERS: Readonly<Record<string, string>> = {
  a: 'EY1',
  b: 'B IY1',
  c: 'S IY1',
  d: 'D IY1',
  e: 'IY1',
  f: 'EH1 F',
  g: 'JH IY1',
  h: 'EY1 CH',
  i: 'AY1',
  j: 'JH EY1',
  k: 'K EY1',
  l: 'EH1 L',
  m: 'EH1 M',
  n: 'EH1 N',
  o: 'OW1',
  p: 'P IY1',
  q: 'K Y UW1',
  r: 'AA1 R',
  s: 'EH1 S',
  t: 'T IY1',
  u: 'Y UW1',
  v: 'V IY1',
  w: 'D AH1 B AH0 L Y UW0',
  x: 'EH1 K S',
  y: 'W AY1',
  z: 'Z IY1',
};

/** "mdma" letter by letter, as ARPABET text. */
export const spellOut = (letters: string): string =>
  [...letters]
    .map((letter) => LETTERS[letter] ?? '')
    .filter((phones) => phones !== '')
    .join(' ');
