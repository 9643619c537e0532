import {
  type LanguageSound,
  letters,
  type SpellingRule,
  sameVowels,
  speakBySpelling,
  wordSet,
} from './spelling-rules.ts';

const SOFT = 'eiéêí';
const VOWEL = 'aeiouáàâãéêíóôõú';
/** What a nasal closes: a consonant or the word's end. */
const CLOSED = `^${VOWEL}mnh`;

/** Brazilian Portuguese: unstressed final e and o are i and u, l after a vowel is a glide, open and closed e, o are one. */
const RULES: readonly SpellingRule[] = [
  ...letters({ a: 'AA', á: "AA'", à: 'AA', â: "AA'", e: 'EH', é: "EH'", ê: "EH'", í: "IY'" }),
  ...letters({
    o: 'OW',
    ó: "OW'",
    ô: "OW'",
    ú: "UW'",
    ão: "AW' N",
    ãos: "AW' N S",
    ões: "OY' N S",
    ãe: "AY' N",
  }),
  ['ãe', "AY' N"],
  ['ã', "AH' N"],
  ['õ', "OW' N"],
  ['am', 'AW N', '#'],
  ['em', 'EY N', '#'],
  ['ens', 'EY N S', '#'],
  ['ém', "EY' N", '#'],
  ['êm', "EY' N", '#'],
  ['éns', "EY' N S", '#'],
  ['an', 'AH N', CLOSED],
  ['am', 'AH N', CLOSED],
  ['em', 'EH N', CLOSED],
  ['im', 'IY N', CLOSED],
  ['om', 'OW N', CLOSED],
  ['um', 'UW N', CLOSED],
  ['e', 'IY', '#', '^aeo'],
  ['es', 'IY S', '#', '^aeo'],
  ['o', 'UW', '#', '^aeou'],
  ['os', 'UW S', '#', '^aeou'],
  ['ou', 'OW', '', ''],
  ['i', 'Y', '', 'aeouáéêóô'],
  ['i', 'IY'],
  ['u', 'W', '', 'aeiáéêí'],
  ['u', 'UW'],
  ['l', 'W', '^aeiouáàâãéêíóôõúhl', 'aeiouáéêíóôú'],
  ['c', 'S', SOFT],
  ['g', 'ZH', SOFT],
  ['gu', 'G', SOFT],
  ['gu', 'G W', 'aoáãâóôõ'],
  ['qu', 'K', SOFT],
  ['qu', 'K W'],
  ['qui', 'K IY'],
  ['gui', 'G IY'],
  ['s', 'Z', VOWEL, VOWEL],
  ['z', 'S', '#'],
  ['r', 'HH', VOWEL, '#'],
  ...letters({
    b: 'B',
    c: 'K',
    ç: 'S',
    ch: 'SH',
    d: 'D',
    f: 'F',
    g: 'G',
    j: 'ZH',
    k: 'K',
    l: 'L',
    lh: 'L Y',
  }),
  ...letters({
    m: 'M',
    n: 'N',
    nh: 'N Y',
    p: 'P',
    r: 'R',
    rr: 'HH',
    s: 'S',
    ss: 'S',
    t: 'T',
    v: 'V',
    w: 'W',
  }),
  ...letters({ x: 'SH', y: 'IY', z: 'Z' }),
];

const FUNCTION_WORDS = wordSet(
  'a à ao aos as até com da das de do dos e é em eu me meu minha na nas no nos não o os ou para pra pro por que se sem seu sua só te tu um uma você vai',
);

const RISING = /[^aeiou][iu][aeo]s?$/;

/** Of história, água, sério: i and u before the last vowel are glides if an earlier vowel has the accent. */
function speakGlides(word: string): string {
  const ending = RISING.exec(word);
  if (!ending || !/[áéíóúâêô]/.test(word.slice(0, ending.index))) return word;
  return word.replace(/i(?=[aeo]s?$)/, 'y').replace(/u(?=[aeo]s?$)/, 'w');
}

const glide: readonly SpellingRule[] = [['y', 'Y', 'aeo', '^#']];
const speak = speakBySpelling([...glide, ...RULES], ({ word }) =>
  /(?:[aeo]s?|am|ens?)$/.test(word) ? 1 : 0,
);

/** Last but one after a, e, o, also with s, m or ns; otherwise the last. */
export const PORTUGUESE: LanguageSound = {
  code: 'pt',
  functionWords: FUNCTION_WORDS,
  vowelClass: sameVowels(),
  assonance: { last: 0.5, earlier: 0 },
  speak: (word) => speak(speakGlides(word)),
};
