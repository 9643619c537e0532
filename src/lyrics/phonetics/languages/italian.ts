import {
  type LanguageSound,
  letters,
  type SpellingRule,
  sameVowels,
  speakBySpelling,
  wordSet,
} from './spelling-rules.ts';

const SOFT = 'eièéìí';
const HARD = 'aouàòùó';

const RULES: readonly SpellingRule[] = [
  ...letters({ a: 'AA', à: "AA'", á: "AA'", e: 'EH', è: "EH'", é: "EH'", ì: "IY'", í: "IY'" }),
  ...letters({ o: 'OW', ò: "OW'", ó: "OW'", ù: "UW'", ú: "UW'" }),
  ['i', 'Y', 'aeouàèéòóù'],
  ['i', 'Y', '', 'aeouúàèéòóù'],
  ['i', 'IY'],
  ['u', 'W', 'aeioàèéìòó'],
  ['u', 'W', '', 'aeo'],
  ['u', 'UW'],
  ['c', 'CH', SOFT],
  ['ci', 'CH', HARD],
  ['cc', 'CH CH', SOFT],
  ['cci', 'CH CH', HARD],
  ['g', 'JH', SOFT],
  ['gi', 'JH', HARD],
  ['gg', 'JH JH', SOFT],
  ['ggi', 'JH JH', HARD],
  ['gli', 'L Y', 'aeouàèéòóù'],
  ['gli', 'L Y IY', '#'],
  ['sc', 'SH', SOFT],
  ['sci', 'SH', HARD],
  ['s', 'Z', 'aeiouàèìòù', 'aeiou'],
  ['qu', 'K W'],
  ['qui', 'K W IY', '^aeo'],
  ['gui', 'G W IY', '^aeo'],
  ...letters({
    b: 'B',
    c: 'K',
    ch: 'K',
    cch: 'K K',
    d: 'D',
    f: 'F',
    g: 'G',
    gh: 'G',
    gn: 'N Y',
    j: 'Y',
    k: 'K',
  }),
  ...letters({ l: 'L', m: 'M', n: 'N', p: 'P', q: 'K', r: 'R', s: 'S', sch: 'S K', t: 'T', v: 'V', w: 'W' }),
  ...letters({ x: 'K S', y: 'IY', z: 'T S', zz: 'T S' }),
];

const FUNCTION_WORDS = wordSet(
  'a ad ai al alla anche che ci col con da dal dalla dei del della di e ed è gli ha ho i il in io la le lo ma mi ne nel nella non o per più se si sono su sua sul suo ti tra tu un una uno vi',
);

/** Words of which the only vowels are i or u and the one after it stress the first: mio, due, via. */
const SHORT_HIATUS = /^([^aeiou]*)([iu])([aeo])$/;
/** Endings in a stressed i: poesia, allegria, follia, compagnia. */
const LONG_HIATUS = /(?<=[^aeiou]r|er|[aeo]s|[^g]n|gn|f|m|ll|at|og|erg|lg)ia$/;
const FALLING = /^([^aeiouqg]*)ui$/;

const accentHiatus = (word: string): string =>
  word
    .replace(SHORT_HIATUS, (_, head, high, last) => `${head}${high === 'i' ? 'ì' : 'ù'}${last}`)
    .replace(FALLING, '$1ùi')
    .replace(LONG_HIATUS, 'ìa');

/** Endings whose words stress the last but two. */
const EARLY =
  /(?:ssim[oaie]|bil[ei]|evol[ei]|col[oaie]|gol[oi]|pol[oi]|gel[oi]|esim[oa]|tic[oai]|tiche|gic[oai]|fic[oai]|nic[oai]|ric[oai]|lic[oai]|sic[oai]|itmo)$/;

function stressOf({ word, vowels }: { word: string; vowels: number }): number {
  if (!/[aeiou]$/.test(word)) return 0;
  return vowels > 2 && EARLY.test(word) && !/(?:ami|nemi|anti|fati)c[oahie]+$/.test(word) ? 2 : 1;
}

const speak = speakBySpelling(RULES, stressOf);

/** The last but one as a rule, the last but two before some endings. Double consonants are two sounds. */
export const ITALIAN: LanguageSound = {
  code: 'it',
  functionWords: FUNCTION_WORDS,
  vowelClass: sameVowels(),
  assonance: { last: 0.5, earlier: 0.3 },
  speak: (word) => speak(accentHiatus(word)),
};
