import { readableTitle } from './readable-title.ts';

/** Words that join two artists in a credit line. */
const ARTIST_JOINS =
  /\s*(?:,|;|&|\+|\/|\s[x×]\s(?![&+,/x×]|and\s|feat|ft\b|with\s)|\band\b|\bwith\b|\bfeat(?:uring)?\b\.?|\bft\b\.?|\bvs\b\.?|\bw\/)\s*/iu;

/** Letters that look like others, so that "Вeyond" with a Cyrillic В still matches. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
};

function foldLookAlikes(text: string): string {
  // A text that is entirely Cyrillic is not changed.
  if (!/[a-z]/.test(text)) return text;
  return text.replace(/[авекмнорстухіѕ]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
}

const SPELLINGS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
};

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Signs that tell one title from another where they stand alone at its end: "MOTOMAMI +". */
const TELLING = /(?<=\s)[+÷=×¥€£$∞]+$|^[+÷=×¥€£$∞]+(?=\s)/gu;

/**
 * Lower case, without accents and punctuation, single spaces; `$` becomes s inside a name, `&` and a `+` between words
 * become and. A text of nothing but signs ("÷", "¥$", "!!!") stays as it is.
 */
export function foldText(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđłðþ]/gu, (letter) => SPELLINGS[letter] ?? letter)
    .trim();
  if (!LETTER_OR_DIGIT.test(plain)) return plain.replace(/\s+/g, '');
  const signs = plain.match(TELLING) ?? [];
  const words = plain
    .replace(/(?<=\p{L})\$|\$(?=\p{L})/gu, 's')
    .replace(/&|(?<=[\p{L}\p{N}] )\+(?= [\p{L}\p{N}])/gu, ' and ')
    .replace(/['’‘`´ʼ]/g, '');
  const folded = foldLookAlikes(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return [folded, ...signs].join(' ');
}

/** A folded artist name without the article that many catalogues omit. */
export function foldArtist(name: string): string {
  return foldText(name).replace(/^the (?=.)/, '');
}

/** The names in a credit line such as "A & B feat. C", folded, without empty ones. */
export function splitArtists(line: string): string[] {
  return readableTitle(line)
    .split(ARTIST_JOINS)
    .map(foldArtist)
    .filter((name) => name !== '');
}

function commonPrefix(a: string, b: string, max: number): number {
  let length = 0;
  while (length < max && length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Indexes of the matching characters of `b` for those of `a`, in the order of `a`; -1 for none. */
function matchCharacters(a: string, b: string): number[] {
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  return Array.from(a, (_, i) => {
    for (let j = Math.max(0, i - window); j <= Math.min(b.length - 1, i + window); j += 1) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      return j;
    }
    return -1;
  });
}

/**
 * Jaro-Winkler similarity, 0 to 1 (Winkler 1990: prefix of at most 4, scale 0.1). Compares UTF-16 units of
 * folded texts.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const partner = matchCharacters(a, b).filter((index) => index !== -1);
  const matches = partner.length;
  if (matches === 0) return 0;
  const sorted = [...partner].sort((x, y) => x - y);
  const moved = partner.filter((index, position) => b[index] !== b[sorted[position] ?? -1]).length;
  const jaro = (matches / a.length + matches / b.length + (matches - moved / 2) / matches) / 3;
  return jaro + commonPrefix(a, b, 4) * 0.1 * (1 - jaro);
}

/** Dice coefficient of the words of two folded texts, counting repeats, 0 to 1. */
export function wordOverlap(a: string, b: string): number {
  const wordsA = a === '' ? [] : a.split(' ');
  const left = b === '' ? [] : b.split(' ');
  const total = wordsA.length + left.length;
  if (total === 0) return 1;
  let shared = 0;
  for (const word of wordsA) {
    const at = left.indexOf(word);
    if (at === -1) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / total;
}

/** Numbers tell songs of one series apart ("Part 1", "Part 2"): true when both texts hold the same ones. */
export function sameNumbers(a: string, b: string): boolean {
  const numbers = (text: string): string =>
    (text.match(/\p{N}+|\b(?:i{2,3}|iv|vi{0,3}|ix)\b/gu) ?? []).sort().join(' ');
  return numbers(a) === numbers(b);
}

const signsOf = (folded: string): string => folded.match(/[^\p{L}\p{N}\s]+$/u)?.[0] ?? '';

const NAME = '\uE000';
const JOINS: ReadonlySet<string> = new Set(
  'and x feat ft featuring with w vs y e et und con com og och mit the'.split(' '),
);

/**
 * Which of the names a credit line consists of, folded, when nothing else stands in it but words that join names: "Tyler,
 * the Creator & Kilo". Empty for another line.
 */
export function namesWithin(line: string, names: readonly string[]): string[] {
  let rest = ` ${foldText(line)} `;
  const found: string[] = [];
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const folded = foldText(name);
    if (folded === '' || !rest.includes(` ${folded} `)) continue;
    rest = rest.replaceAll(` ${folded} `, ` ${NAME} `);
    found.push(foldArtist(name));
  }
  const words = rest.split(' ').filter((word) => word !== '');
  // "Lil Nas X" is not "Lil Nas": a word that joins stands between names.
  const isWhole = words.at(-1) === NAME && (words[0] === NAME || words[0] === 'the');
  return isWhole && words.every((word) => word === NAME || JOINS.has(word)) ? found : [];
}

const FEATURED = /\s[([]?(?:feat(?:uring)?|ft)\b\.?\s|\s[([]?w\/\s?/iu;

/** The part of a credit line before those it features: "Kilo feat. Juno" is led by Kilo. */
export function leadOf(line: string): string {
  const read = readableTitle(line);
  const at = read.search(FEATURED);
  return at > 0 ? read.slice(0, at) : read;
}

/**
 * How alike two folded texts are, 0 to 1: the mean of letters (Jaro-Winkler) and words (Dice), capped at .6
 * when their numbers differ. Looks at their first 500 characters. Spelling alone may not make two songs of one.
 */
export function similarity(left: string, right: string): number {
  const [a, b] = [readableTitle(left), readableTitle(right)];
  if (a === b) return a === '' ? 0 : 1;
  if (!LETTER_OR_DIGIT.test(a) || !LETTER_OR_DIGIT.test(b)) return 0;
  const joined = jaroWinkler(a.replaceAll(' ', ''), b.replaceAll(' ', ''));
  if (joined === 1 && signsOf(a) === signsOf(b)) return 1;
  const blended = (jaroWinkler(a, b) + wordOverlap(a, b)) / 2;
  const score = Math.max(blended, joined > 0.95 ? joined - 0.05 : 0);
  return sameNumbers(a, b) && signsOf(a) === signsOf(b) ? score : Math.min(score, 0.6);
}
