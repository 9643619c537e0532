import {
  type LanguageSound,
  letters,
  type SpellingRule,
  sameVowels,
  speakBySpelling,
  wordSet,
} from './spelling-rules.ts';

const V = 'aeiouäöüy';
const END = '#';
/** Two consonants make the vowel before them short: written as the letters that follow it. */
const EDGE = '#st';

const RULES: readonly SpellingRule[] = [
  ...letters({
    ei: 'AY',
    ai: 'AY',
    ey: 'AY',
    ay: 'AY',
    eih: 'AY',
    au: 'AW',
    äu: 'OY',
    eu: 'OY',
    ie: 'IY',
    ieh: 'IY',
  }),
  ...letters({
    ah: 'AA',
    aa: 'AA',
    eh: 'EY',
    ee: 'EY',
    oh: 'OW',
    oo: 'OW',
    uh: 'UW',
    ih: 'IY',
    äh: 'EY',
    öh: 'EY',
    üh: 'IY',
  }),
  ...letters({ a: 'AA', á: 'AA', à: 'AA', é: "EY'", è: 'EH' }),
  ['er', 'ER', END, `^#${V}`],
  ['ern', 'ER N', END, `^#${V}`],
  ['ers', 'ER S', END, `^#${V}`],
  ['e', 'AH', END, '^#'],
  ['en', 'AH N', END, '^#ei'],
  ['el', 'AH L', END, '^#'],
  ['eln', 'AH L N', END, '^#'],
  ['em', 'AH M', END, '^#'],
  ['es', 'AH S', END, '^#'],
  ['et', 'AH T', END, '^#'],
  ['est', 'AH S T', END, '^#'],
  ['end', 'AH N T', END, '^#'],
  ['i', 'IH'],
  ['ä', 'EH'],
  ['ö', 'EH'],
  ['ü', 'IH'],
  ['y', 'IH'],
  ['e', 'EH'],
  ['o', 'AO'],
  ['u', 'UH'],
  ...['b', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'ß', 'k'].flatMap(
    (letter): SpellingRule[] => [
      [`e${letter}`, `EY ${soundOf(letter)}`, V],
      [`o${letter}`, `OW ${soundOf(letter)}`, V],
      [`u${letter}`, `UW ${soundOf(letter)}`, V],
      [`i${letter}`, `IY ${soundOf(letter)}`, V],
      [`ä${letter}`, `EY ${soundOf(letter)}`, V],
      [`ö${letter}`, `EY ${soundOf(letter)}`, V],
      [`ü${letter}`, `IY ${soundOf(letter)}`, V],
    ],
  ),
  ['b', 'P', EDGE],
  ['d', 'T', EDGE],
  ['g', 'K', EDGE],
  ['dt', 'T'],
  ['ig', 'IH HH', END],
  ['ch', 'HH'],
  ['chs', 'K S'],
  ['sch', 'SH'],
  ['tsch', 'CH'],
  ['st', 'SH T', '', END],
  ['sp', 'SH P', '', END],
  ['s', 'Z', V],
  ['h', 'HH', V, `${END}bcdfgklmnprstvz`],
  ['ng', 'NG'],
  ['nk', 'NG K'],
  ['qu', 'K V'],
  ['v', 'V', '', 'aeiou'],
  ...letters({
    b: 'B',
    bb: 'B',
    c: 'K',
    ck: 'K',
    d: 'D',
    dd: 'D',
    f: 'F',
    ff: 'F',
    g: 'G',
    gg: 'G',
    j: 'Y',
    k: 'K',
  }),
  ...letters({
    l: 'L',
    ll: 'L',
    m: 'M',
    mm: 'M',
    n: 'N',
    nn: 'N',
    p: 'P',
    pp: 'P',
    pf: 'P F',
    ph: 'F',
    r: 'R',
    rr: 'R',
  }),
  ...letters({
    s: 'S',
    ss: 'S',
    ß: 'S',
    t: 'T',
    tt: 'T',
    th: 'T',
    tz: 'T S',
    v: 'F',
    w: 'V',
    x: 'K S',
    z: 'T S',
  }),
];

function soundOf(letter: string): string {
  const sounds: Readonly<Record<string, string>> = { s: 'Z', v: 'V', z: 'T S', ß: 'S' };
  return sounds[letter] ?? letter.toUpperCase();
}

const FUNCTION_WORDS = wordSet(
  'aber als am an auf aus bei bin da das dass dem den der des die doch du ein eine er es für hab hat ich ihr im in ist ja mein mich mir mit nicht noch nur ob sein sich sie sind so um und uns von war was wenn wie wir zu zum zur',
);

/** Suffixes that stay weak however full their vowel is. */
const WEAK_SUFFIX = /(?:ung|lich|ig|isch|nis|ungen|liche|lichen|ige|igen)$/;

/**
 * The last syllable with a full vowel that no weak suffix has: a rhyme begins there, also in the second part of a
 * compound (Sonnenschein, allein).
 */
function stressOf({ word, vowels }: { word: string; vowels: number }): number {
  const suffix = WEAK_SUFFIX.exec(word)?.[0];
  const weak = suffix ? (suffix.match(/[aeiouäöü]+/g)?.length ?? 0) : weakEnding(word);
  return Math.min(weak, Math.max(0, vowels - 1));
}

const weakEnding = (word: string): number =>
  /[^aeiouäöü](?:e|en|el|er|es|em|et|est|end|ern|eln|ers)$|(?:ei|au|eu|äu|ie|ue)(?:e|en|er|es|et|est)$/.test(
    word,
  )
    ? 1
    : 0;

const VOWELS = /[aeiouäöüyáàéè]+/g;
const speak = speakBySpelling(RULES, stressOf);
/** In a word of one syllable the vowel is full: wer, Fest, den. */
const speakFull = speakBySpelling(
  RULES.filter(([, sounds, next]) => next !== END || !/^(?:AH|ER)/.test(sounds)),
  () => 0,
);

export const GERMAN: LanguageSound = {
  code: 'de',
  functionWords: FUNCTION_WORDS,
  vowelClass: sameVowels(['EH', 'EY'], ['AO', 'OW'], ['UH', 'UW'], ['IH', 'IY']),
  assonance: { last: 0.5, earlier: 0.5 },
  speak: (word) => ((word.match(VOWELS)?.length ?? 0) > 1 ? speak(word) : speakFull(word)),
};
