import { analyzeLyrics } from '../../../src/lyrics/analyze.ts';
import type { Lexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { exactText } from '../../../src/lyrics/text/exact-text.ts';
import type { LabelledCouplet } from './read-sets.ts';
import type { Judged } from './tally.ts';

const VOWELS = new Set('aeiouy');
const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.has(letter);

/** The letters of a line from its last group of vowel letters on, without a silent e. */
export function writtenEnd(line: string): string {
  const letters = line.toLowerCase().match(/\p{L}/gu) ?? [];
  if (letters.at(-1) === 'e' && !isVowel(letters.at(-2))) letters.pop();
  let start = letters.findLastIndex(isVowel);
  if (start < 0) return '';
  while (isVowel(letters[start - 1])) start -= 1;
  return letters.slice(start).join('');
}

/** The letters of the scheme by line: "A-" for a first line that rhymes and a second that does not. */
function lettersOf(text: string, lexicon: Lexicon): string {
  const letters = new Map<number, string>();
  for (const { scheme, lines } of analyzeLyrics(exactText(text), { lexicon }).rhyme.schemes)
    for (const [i, line] of lines.entries()) letters.set(line, scheme.charAt(i));
  return [0, 1].map((line) => letters.get(line) ?? '-').join('');
}

/** Right when both lines get the same letter if and only if they are labelled as rhyming. */
export function judgeCouplet({ kind, lines, rhymes }: LabelledCouplet, lexicon: Lexicon): Judged {
  const letters = lettersOf(lines.join('\n'), lexicon);
  const isHeard = letters.charAt(0) !== '-' && letters.charAt(0) === letters.charAt(1);
  return {
    kind,
    text: lines.join(' / '),
    expected: rhymes ? 'rhymes' : 'no rhyme',
    got: letters,
    isRight: isHeard === rhymes,
    isBaselineRight: (writtenEnd(lines[0]) === writtenEnd(lines[1])) === rhymes,
  };
}
