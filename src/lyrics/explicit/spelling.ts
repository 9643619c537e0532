import { foldLetters } from './fold-letters.ts';
import { HARMLESS_WORDS, isRooted, MASKABLE, VOCABULARY } from './vocabulary.ts';

/** A profane word (or one that scenes look for) that a spelling stands for. */
export interface Spelling {
  word: string;
  /** `masked`: letters are left out; `disguised`: other signs or more letters stand for them. */
  form: 'plain' | 'disguised' | 'masked';
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  $: 's',
  '@': 'a',
  '!': 'i',
  '¡': 'i',
  '|': 'i',
  '+': 't',
  '€': 'e',
  '£': 'l',
};
const LETTER = /[a-z]/;
const LONG_RUN = /(.)\1{2,}/g;
const NO_SIGNS = /^[a-z']+$/;
const DOUBLED = /(.)\1/;
const SHORTEST_LEET = 3;
const SHORTEST_DOUBLED = 4;

/** The profane word that a word of a text is, whatever its spelling; null for any other word. `word` is in lower case. */
export function readSpelling(word: string): Spelling | null {
  const folded = foldLetters(word);
  const plain = knownForm(folded);
  if (plain !== null) return { word: plain, form: folded === word ? 'plain' : 'disguised' };
  const stretched = stretchedForm(folded);
  if (stretched !== null) return { word: stretched, form: 'disguised' };
  if (NO_SIGNS.test(folded)) return null;
  const letters = leetForm(folded);
  if (letters !== null) return { word: letters, form: 'disguised' };
  const masked = maskedForm(folded);
  return masked === null ? null : { word: masked, form: 'masked' };
}

/** The entry of the vocabulary that a word is a form of: possessives, clipped endings and plurals included. */
function knownForm(word: string): string | null {
  if (HARMLESS_WORDS.has(word)) return null;
  for (const form of endingsOf(word)) if (VOCABULARY.has(form)) return form;
  return isRooted(word) ? word : null;
}

function endingsOf(word: string): string[] {
  const bare = word.replace(/^'|'$/g, '').replace(/'s$/, '');
  const forms = [bare];
  if (bare.endsWith('in')) forms.push(`${bare}g`);
  if (bare.length > 4 && /[sz]$/.test(bare)) forms.push(bare.slice(0, -1));
  // "m'fucker", and neither "he'll" nor "who're".
  const closed = bare.replaceAll("'", '');
  if (closed !== bare && closed.includes('fuck')) forms.push(closed);
  return forms;
}

/** "fuuuuck", "biiitch", "shiit": letters that are sung longer. */
function stretchedForm(word: string): string | null {
  if (!DOUBLED.test(word)) return null;
  const single = word.replace(LONG_RUN, '$1');
  if (single !== word) {
    const known = knownForm(single) ?? knownForm(word.replace(LONG_RUN, '$1$1'));
    if (known !== null) return known;
  }
  for (const entry of byRuns().get(collapse(word)) ?? []) {
    if (!HARMLESS_WORDS.has(word) && isStretched(runsOf(word), runsOf(entry), entry.length)) return entry;
  }
  return null;
}

function isStretched(runs: readonly number[], wanted: readonly number[], length: number): boolean {
  return runs.every((run, at) => {
    const want = wanted[at] ?? 0;
    return run === want || (run > want && (run > 2 || length >= SHORTEST_DOUBLED));
  });
}

/** "sh1t", "$hit", "a55", "b!tch". */
function leetForm(word: string): string | null {
  if (!LETTER.test(word)) return null;
  let letters = '';
  let replaced = 0;
  for (const sign of word) {
    const letter = LEET[sign];
    if (letter !== undefined) replaced += 1;
    letters += letter ?? sign;
  }
  if (replaced === 0 || letters.length < SHORTEST_LEET) return null;
  const known = knownForm(letters) ?? (word.includes('1') ? knownForm(letters.replaceAll('i', 'l')) : null);
  return known !== null && known.length >= SHORTEST_LEET ? known : null;
}

const MASKS = new Set('*#%&@!$?^~._-+|');
// Signs that also join words or end sentences; they hide letters only inside a word that has some left.
const JOINING = new Set('._-');

/** "f**k", "sh--", "n***a", "f#ck", "****ing". */
function maskedForm(word: string): string | null {
  const signs = [...word];
  const masks = signs.filter((sign) => MASKS.has(sign));
  const letters = signs.length - masks.length;
  if (masks.length === 0 || letters === 0 || !signs.every((sign) => MASKS.has(sign) || LETTER.test(sign)))
    return null;
  if (masks.length > letters * 5) return null;
  const joined = masks.every((sign) => JOINING.has(sign));
  if (joined) return joinedForm(signs, masks.length, letters);
  if (MASKS.has(signs[0] ?? '')) return openForm(signs, masks.length);
  // "love**" and "hell*" point to a footnote.
  const trailing = MASKS.has(signs.at(-1) ?? '') && masks.length === trailingRun(signs);
  if (trailing && letters > 3) return ENDLESS[signs.slice(0, letters).join('')] ?? null;
  if (trailing && masks.length === 1 && letters < 3) return null;
  return MASKABLE.find((entry) => fits(signs, entry, trailing && letters === 3)) ?? null;
}

function joinedForm(signs: readonly string[], masks: number, letters: number): string | null {
  if (MASKS.has(signs[0] ?? '')) return null;
  if (signs.at(-1) === '-' || signs.at(-1) === '_') return cutOff(signs.join(''));
  if (letters < 2 || (masks === 1 && letters < 3)) return null;
  return MASKABLE.find((entry) => entry.length > 3 && fits(signs, entry, masks === 1)) ?? null;
}

// Compounds of which only the harmless half is left: "bull****".
const ENDLESS: Readonly<Record<string, string>> = {
  bull: 'bullshit',
  horse: 'horseshit',
  mother: 'motherfucker',
  mutha: 'motherfucker',
};

// A word that is broken off before it can be heard.
const CUT_OFF: Readonly<Record<string, string>> = {
  f: 'fuck',
  fu: 'fuck',
  fuc: 'fuck',
  sh: 'shit',
  shi: 'shit',
  bi: 'bitch',
  bit: 'bitch',
  bitc: 'bitch',
  nig: 'nigga',
  nigg: 'nigga',
  mutha: 'motherfucker',
  motherf: 'motherfucker',
  motha: 'motherfucker',
  bullsh: 'bullshit',
  assh: 'asshole',
  cun: 'cunt',
  whor: 'whore',
};

function cutOff(word: string): string | null {
  const dash = word.search(/[-_]/);
  const kept = word.slice(0, dash);
  const enough = kept.length > 2 && kept !== 'bit' ? 1 : 2;
  return word.length - dash >= enough ? (CUT_OFF[kept] ?? null) : null;
}

/** "****ing", "***hole": only the end of the word is left. */
function openForm(signs: readonly string[], masks: number): string | null {
  const opening = signs.findIndex((sign) => !MASKS.has(sign));
  if (opening !== masks || signs.slice(0, opening).some((sign) => sign !== '*' && sign !== '#')) {
    return signs.at(-1) === '*'
      ? null
      : (MASKABLE.find((entry) => entry.length > 3 && fits(signs, entry, true)) ?? null);
  }
  const end = signs.slice(opening).join('');
  return opening > 2 &&
    ['ing', 'in', 'er', 'ers', 'ed', 'hole', 'holes', 'head', 's', 'y', 'face'].includes(end)
    ? 'fuck'
    : null;
}

function trailingRun(signs: readonly string[]): number {
  let run = 0;
  while (run < signs.length && MASKS.has(signs[signs.length - 1 - run] ?? '')) run += 1;
  return run;
}

/** Whether a word may be the one behind the masks: a run of them is as long as what it hides, or nearly. */
function fits(signs: readonly string[], entry: string, exact: boolean): boolean {
  const go = (sign: number, letter: number): boolean => {
    if (sign === signs.length) return letter === entry.length;
    const one = signs[sign] ?? '';
    if (!MASKS.has(one)) return one === entry[letter] && go(sign + 1, letter + 1);
    let run = 1;
    while (MASKS.has(signs[sign + run] ?? '')) run += 1;
    const least = run < 2 || exact ? run : run - 1;
    const most = run < 2 ? (entry.startsWith('fuck') && !exact ? 3 : 1) : exact ? run : run + 2;
    for (let hidden = least; hidden <= most; hidden++) if (go(sign + run, letter + hidden)) return true;
    return false;
  };
  return entry.length >= signs.length - 1 && go(0, 0);
}

const collapse = (word: string): string => word.replace(/(.)\1+/g, '$1');

function runsOf(word: string): number[] {
  const runs: number[] = [];
  for (let at = 0; at < word.length; at++) {
    if (at > 0 && word[at] === word[at - 1]) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(1);
  }
  return runs;
}

let runIndex: ReadonlyMap<string, readonly string[]> | undefined;

function byRuns(): ReadonlyMap<string, readonly string[]> {
  if (runIndex === undefined) {
    const index = new Map<string, string[]>();
    for (const entry of VOCABULARY.keys()) {
      const key = collapse(entry);
      index.set(key, [...(index.get(key) ?? []), entry]);
    }
    runIndex = index;
  }
  return runIndex;
}
