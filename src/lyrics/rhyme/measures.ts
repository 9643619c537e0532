import { VOWELS, type Vowel } from '../phonetics/phones.ts';
import type { WordGroups } from './groups.ts';
import type { Verse } from './verse.ts';

const LOOKBACK = 15;
const MAX_ECHO = 32;

/** Syllables of the words that take part in a rhyme. */
export function rhymedSyllables({ firstSyllable }: Verse, groups: WordGroups): number {
  let sum = 0;
  for (const [word, group] of groups.entries()) {
    if (group >= 0) sum += (firstSyllable[word + 1] ?? 0) - (firstSyllable[word] ?? 0);
  }
  return sum;
}

/**
 * A diphthong is two symbols, as in the paper's phonemic spelling; similar vowels share a symbol, also as in the
 * paper.
 */
const SYMBOLS: Readonly<Record<Vowel, string>> = {
  AA: 'a',
  AE: 'A',
  AH: 'V',
  AO: 'o',
  AW: 'au',
  AY: 'ai',
  EH: 'e',
  ER: '3',
  EY: 'ei',
  IH: 'i',
  IY: 'i',
  OW: 'ou',
  OY: 'oi',
  UH: 'U',
  UW: 'u',
};
/** The symbols of each vowel, in the order of VOWELS. */
export const SYMBOL_CODES: readonly (readonly number[])[] = VOWELS.map((name) =>
  [...SYMBOLS[name]].map((symbol) => symbol.charCodeAt(0)),
);
const MAX_SYMBOLS = 2;
const SCHWA = VOWELS.indexOf('AH');

interface VowelText {
  /** Character codes. */
  readonly symbols: Uint8Array;
  /** End of each word in symbols. */
  readonly ends: readonly number[];
  readonly words: readonly number[];
}

function vowelText(verse: Verse): VowelText {
  const symbols = new Uint8Array(verse.vowel.length * MAX_SYMBOLS);
  const ends: number[] = [];
  const words: number[] = [];
  let length = 0;
  for (let word = 0; word < verse.text.words.length; word++) {
    const before = length;
    const last = verse.firstSyllable[word + 1] ?? 0;
    for (let syllable = verse.firstSyllable[word] ?? 0; syllable < last; syllable++) {
      const vowel = verse.vowel[syllable] ?? 0;
      if (vowel === SCHWA && verse.stress[syllable] === 0) continue;
      for (const code of SYMBOL_CODES[vowel] ?? []) symbols[length++] = code;
    }
    if (length === before) continue;
    ends.push(length);
    words.push(word);
  }
  return { symbols, ends, words };
}

/**
 * Rhyme factor of Malmi et al. 2016 ("DopeLearning", section 3): for every word the longest vowel sequence
 * that its end shares with one of the 15 words before (another word, at least two vowels, not overlapping),
 * averaged over words from the second on. Null for fewer than two words.
 */
export function malmiFactor(verse: Verse): number | null {
  const { symbols, ends, words } = vowelText(verse);
  if (ends.length < 2) return null;
  let sum = 0;
  for (let index = 1; index < ends.length; index++) {
    const right = ends[index] ?? 0;
    const last = symbols[right - 1];
    const spelling = verse.spellingId[words[index] ?? 0];
    let longest = 0;
    for (let other = Math.max(0, index - LOOKBACK); other < index; other++) {
      const left = ends[other] ?? 0;
      if (symbols[left - 1] !== last || verse.spellingId[words[other] ?? 0] === spelling) continue;
      const room = Math.min(MAX_ECHO, left, right - left);
      let length = 0;
      while (length < room && symbols[left - 1 - length] === symbols[right - 1 - length]) length++;
      if (length >= 2) longest = Math.max(longest, length);
    }
    sum += longest;
  }
  return sum / (ends.length - 1);
}

/** Stressed syllables of one line as [syllable, …], word by word. */
function stressedOf(verse: Verse, line: { firstWord: number; lastWord: number }): number[] {
  const found: number[] = [];
  const end = verse.firstSyllable[line.lastWord] ?? 0;
  for (let syllable = verse.firstSyllable[line.firstWord] ?? 0; syllable < end; syllable++) {
    if (verse.stress[syllable] === 1) found.push(syllable);
  }
  return found;
}

/** Share of stressed syllables with a match among the few before it in the line, according to `echoes`. */
function echoShare(verse: Verse, reach: number, echoes: (a: number, b: number) => boolean): number | null {
  let [heard, total] = [0, 0];
  for (const line of verse.text.lines) {
    const stressed = stressedOf(verse, line);
    total += stressed.length;
    for (const [index, syllable] of stressed.entries()) {
      let other = Math.max(0, index - reach);
      while (other < index && !echoes(stressed[other] ?? 0, syllable)) other++;
      if (other < index) heard++;
    }
  }
  return total === 0 ? null : heard / total;
}

const isOtherWord = (verse: Verse, a: number, b: number): boolean =>
  verse.spellingId[verse.wordOfSyllable[a] ?? 0] !== verse.spellingId[verse.wordOfSyllable[b] ?? 0];

/** Share of stressed syllables whose first consonant begins one of the two before them in the line. */
export const alliteration = (verse: Verse): number | null =>
  echoShare(verse, 2, (a, b) => {
    const left = verse.runs.phones(verse.head[a] ?? 0)[0];
    const right = verse.runs.phones(verse.head[b] ?? 0)[0];
    return left !== undefined && left === right && isOtherWord(verse, a, b);
  });

/** Share of stressed syllables whose vowel sounded in one of the four before them in the line. */
export const assonance = (verse: Verse): number | null =>
  echoShare(verse, 4, (a, b) => verse.vowel[a] === verse.vowel[b] && isOtherWord(verse, a, b));
