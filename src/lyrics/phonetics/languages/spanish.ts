import {
  type LanguageSound,
  letters,
  type SpellingRule,
  sameVowels,
  speakBySpelling,
  wordSet,
} from './spelling-rules.ts';

const SOFT = 'eiéí';
const STRONG = 'aeoáéó';

/** American Spanish: c before e and i, s and z sound alike, ll as y. A glide is a consonant and no syllable. */
const RULES: readonly SpellingRule[] = [
  ...letters({ a: 'AA', á: "AA'", e: 'EH', é: "EH'", í: "IY'", o: 'OW', ó: "OW'", ú: "UW'" }),
  ['i', 'Y', 'aeouáéóú'],
  ['i', 'Y', '', STRONG],
  ['i', 'IY'],
  ['u', 'W', 'aeioáéíó'],
  ['u', 'W', '', STRONG],
  ['u', 'UW'],
  ['ü', 'W'],
  ['y', 'Y', 'aeiouáéíóú'],
  ['y', 'Y', '#', 'aeouáéóú'],
  ['y', 'IY'],
  ['c', 'S', SOFT],
  ['g', 'HH', SOFT],
  ['gu', 'G', SOFT],
  ['xc', 'K S', SOFT],
  ['qu', 'K'],
  ...letters({ b: 'B', c: 'K', ch: 'CH', d: 'D', f: 'F', g: 'G', j: 'HH', k: 'K', l: 'L', ll: 'Y', m: 'M' }),
  ...letters({ n: 'N', ñ: 'N Y', p: 'P', q: 'K', r: 'R', rr: 'R', s: 'S', sh: 'SH', t: 'T', v: 'B', w: 'W' }),
  ...letters({ x: 'K S', z: 'S' }),
];

const FUNCTION_WORDS = wordSet(
  'a al con de del e el en es ha he la las le les lo los me mi mis ni no nos o os para pero por que se si sin su sus te tu tus u un una y ya',
);

/** Last but one after a vowel, n or s; otherwise the last. */
export const SPANISH: LanguageSound = {
  code: 'es',
  functionWords: FUNCTION_WORDS,
  vowelClass: sameVowels(),
  assonance: { last: 0, earlier: 0 },
  speak: speakBySpelling(RULES, ({ word }) => (/[aeious]$|n$/.test(word) ? 1 : 0)),
};
