import { isVowel } from '../phones.ts';
import {
  type LanguageSound,
  letters,
  type SpellingRule,
  sameVowels,
  speakBySpelling,
  wordSet,
} from './spelling-rules.ts';

const VOWEL = 'aeiouyàâéèêëîïôöûùœ';
const FRONT = 'eiyéèêî';
/** A vowel letter and n or m are nasal before another consonant and at the end. */
const NASAL = `^${VOWEL}nmh`;
const END = '#';

/** u is UH and eu ER, the nasals of an, in, on are AA, AE, OW with NG. Final e is silent, and most final consonants. */
const RULES: readonly SpellingRule[] = [
  ...letters({
    a: 'AA',
    à: 'AA',
    â: 'AA',
    é: 'EY',
    è: 'EH',
    ê: 'EH',
    ë: 'EH',
    ai: 'EH',
    aî: 'EH',
    ei: 'EH',
    aient: 'EH',
  }),
  ...letters({
    au: 'OW',
    eau: 'OW',
    ou: 'UW',
    où: 'UW',
    oû: 'UW',
    eu: 'ER',
    eû: 'ER',
    œ: 'ER',
    œu: 'ER',
    oeu: 'ER',
  }),
  ...letters({
    oi: 'W AA',
    oî: 'W AA',
    oy: 'W AA Y',
    ui: 'W IY',
    i: 'IY',
    î: 'IY',
    ï: 'IY',
    y: 'IY',
    o: 'AO',
    ô: 'OW',
    u: 'UH',
    û: 'UH',
    ù: 'UH',
  }),
  ['o', 'OW', END],
  ['os', 'OW', END],
  ['ot', 'OW', END],
  ['ots', 'OW', END],
  ['ou', 'W', 'aeiéèê'],
  ['i', 'Y', 'aeéèêoôuœ'],
  ['y', 'Y', 'aeéèêoôu'],
  ['ay', 'EH Y', VOWEL],
  ['ay', 'EH'],
  ...['an', 'am', 'en', 'em'].map((spelling): SpellingRule => [spelling, 'AA NG', NASAL]),
  ...['in', 'im', 'yn', 'ym', 'un', 'um', 'ain', 'aim', 'ein'].map(
    (spelling): SpellingRule => [spelling, 'AE NG', NASAL],
  ),
  ...['on', 'om'].map((spelling): SpellingRule => [spelling, 'OW NG', NASAL]),
  ['ien', 'Y AE NG', NASAL],
  ['oin', 'W AE NG', NASAL],
  ['emps', 'AA NG', END],
  ['ail', 'AA Y', END],
  ['aill', 'AA Y'],
  ['eil', 'EH Y', END],
  ['eill', 'EH Y'],
  ['euil', 'ER Y', END],
  ['euill', 'ER Y'],
  ['ueil', 'ER Y'],
  ['ouill', 'UW Y'],
  ['ill', 'IY Y', '', `^${VOWEL}#`],
  // the letter e
  ['e', '', END],
  ['es', '', END],
  ['ent', '', END, 'tslrhu'],
  ['ement', 'AH M AA NG', END],
  ['ée', 'EY'],
  ['er', 'EY', END, '^#'],
  ['ers', 'EY', END, '^#'],
  ['ez', 'EY', END],
  ['et', 'EH', END],
  ['ets', 'EH', END],
  ['e', '', VOWEL],
  ['e', 'AH'],
  ...['ll', 'tt', 'rr', 'ss', 'nn', 'mm', 'ff', 'pp'].map(
    (pair): SpellingRule => [`e${pair}`, `EH ${pair.charAt(0).toUpperCase()}`],
  ),
  ['er', 'EH R', `^${VOWEL}h#`],
  ['es', 'EH S', 'ptcqm'],
  ['el', 'EH L', `^${VOWEL}l`],
  ['ec', 'EH K', `^${VOWEL}hr`],
  ['ef', 'EH F', END],
  ['ex', 'EH G Z', VOWEL],
  ['ex', 'EH K S'],
  // consonants
  ['c', 'S', FRONT],
  ['sc', 'S', FRONT],
  ['cc', 'K S', FRONT],
  ['c', '', END, 'n'],
  ['g', 'ZH', FRONT],
  ['ge', 'ZH', 'aoâô'],
  ['gu', 'G', FRONT],
  ['g', '', END, 'n'],
  ['tion', 'S Y OW NG'],
  ['tions', 'S Y OW NG', END],
  ['s', 'Z', VOWEL, VOWEL],
  ...['t', 'ts', 'd', 'ds', 's', 'x', 'p', 'ps', 'z'].map((spelling): SpellingRule => [spelling, '', END]),
  ...letters({
    b: 'B',
    bb: 'B',
    c: 'K',
    cc: 'K',
    ch: 'SH',
    ç: 'S',
    d: 'D',
    dd: 'D',
    f: 'F',
    ff: 'F',
    g: 'G',
    gg: 'G',
    gn: 'N Y',
  }),
  ...letters({
    j: 'ZH',
    k: 'K',
    l: 'L',
    ll: 'L',
    m: 'M',
    mm: 'M',
    n: 'N',
    nn: 'N',
    p: 'P',
    pp: 'P',
    ph: 'F',
    q: 'K',
    qu: 'K',
  }),
  ...letters({
    r: 'R',
    rr: 'R',
    s: 'S',
    ss: 'S',
    sch: 'SH',
    t: 'T',
    tt: 'T',
    th: 'T',
    v: 'V',
    w: 'W',
    x: 'K S',
    z: 'Z',
  }),
];

/** Words that the rules would misread, respelled. */
const RESPELLED: Readonly<Record<string, string>> = {
  bus: 'busse', chef: 'chèffe', cher: 'chère', cinq: 'sinke', corps: 'core', dix: 'disse', enfer: 'anfère', est: 'è',
  et: 'é', eu: 'u', femme: 'fame', fer: 'fère', fier: 'fière', fils: 'fisse', fleur: 'fleure', hier: 'ière', hiver: 'ivère',
  huit: 'uite', mer: 'mère', mille: 'mile', monsieur: 'meusieu', sens: 'sanse', sept: 'sète', six: 'sisse', tranquille: 'tranquile',
  ver: 'vère', ville: 'vile', villes: 'vile',
}; // biome-ignore format: a table

const FUNCTION_WORDS = wordSet(
  "a à au aux avec ce ces c'est dans de des du elle en est et il ils j'ai je la le les leur lui ma mais me mes moi mon ne nos nous on ou où par pas pour qu que qui sa se ses si son sur ta te tes toi ton tu un une vos vous y",
);

/** The word before an apostrophe that lost its vowel. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu)'/;
const speak = speakBySpelling(RULES, () => 0);

/** Stress on the last syllable. A final e is silent except in words that have no other vowel. */
export const FRENCH: LanguageSound = {
  code: 'fr',
  functionWords: FUNCTION_WORDS,
  vowelClass: sameVowels(['EH', 'EY'], ['AO', 'OW']),
  assonance: { last: 0.6, earlier: 1 },
  speak: (word) => {
    const elided = ELIDED.exec(word)?.[0] ?? '';
    const bare = word.slice(elided.length);
    const spelling = `${elided}${RESPELLED[bare] ?? bare}`;
    const phones = speak(spelling);
    return phones.some(isVowel) ? phones : speak(spelling.replace('e', 'é'));
  },
};
