import { consonant, isVowel, type Pronunciation, parsePhones } from './phones.ts';
import type { Speak } from './pronunciation-source.ts';

const NG = consonant('NG');
const N = consonant('N');
const R = consonant('R');
const SCHWA = parsePhones('AH0');
const ER0 = parsePhones('ER0')[0];

const dropG = (phones: Pronunciation): number[] => [
  ...phones.slice(0, -1),
  phones.at(-1) === NG ? N : (phones.at(-1) ?? N),
];

/** "killer" pronounced "killa": a final ER0 (or vowel and R) loses its r. */
function dropR(phones: Pronunciation, tail: readonly number[]): number[] {
  if (phones.at(-1) === ER0) return [...phones.slice(0, -1), ...SCHWA, ...tail];
  if (phones.at(-1) === R) return [...phones.slice(0, -1), ...tail];
  return [...phones, ...tail];
}

type Respelling = (word: string, speak: Speak) => readonly Pronunciation[] | undefined;

const swap =
  (pattern: RegExp, replacement: string): Respelling =>
  (word, speak) =>
    pattern.test(word) ? speak(word.replace(pattern, replacement)) : undefined;

const droppedG: Respelling = (word, speak) => {
  if (!/.in'?$/.test(word)) return undefined;
  return speak(`${word.replace(/'$/, '')}g`)?.map(dropG);
};

const droppedR: Respelling = (word, speak) => {
  const match = /^(.{2,}?)a([sz]|h|'s)?$/.exec(word);
  const [, stem, ending] = match ?? [];
  if (!stem) return undefined;
  const isPlural = ending !== undefined && ending !== 'h';
  const spoken = speak(`${stem}er`) ?? speak(`${stem}or`);
  return spoken?.map((phones) => dropR(phones, isPlural ? [consonant('Z')] : []));
};

/** Tried in order on a spelling that the dictionary lacks; the first that leads to a known word is used. */
const RESPELLINGS: readonly Respelling[] = [
  (word, speak) => (word.includes("'") ? speak(word.replace(/^'+|'+$/g, '')) : undefined),
  droppedG,
  swap(/^'/, ''),
  swap(/([^aeious])\1$/, '$1'),
  swap(/'(?=[rn]$)/, 'e'),
  swap(/([a-z])'([a-z])/, '$1e$2'),
  swap(/nt$/, "n't"),
  swap(/(?<=[a-z]{2})z$/, 's'),
  droppedR,
  swap(/ie$/, 'y'),
  // A final e makes the vowel before a single consonant long, so there it is no mere ornament.
  swap(/(?<=[^aeiou][^aeiouy]|ee|oo|ea)e$/, ''),
  swap(/^v(?=[^aeiou])/, 'u'),
  swap(/(?<=[a-z])u(?=e)/, 'v'),
  swap(/^i(?=[aeou])/, 'j'),
  swap(/k$/, 'ck'),
  swap(/(?<=i)ck$/, 'c'),
  swap(/our$/, 'or'),
  swap(/our(?=[a-z])/, 'or'),
  swap(/ll$/, 'l'),
  swap(/([^aeiou])$/, '$1e'),
  swap(/y(?=[a-z])/, 'i'),
  swap(/^ph/, 'f'),
];

/** Pronounces a word by its standard spelling; undefined if none is known. */
export function speakRespelled(word: string, speak: Speak): readonly Pronunciation[] | undefined {
  for (const respell of RESPELLINGS) {
    const spoken = respell(word, speak);
    if (spoken?.[0]?.some(isVowel)) return spoken;
  }
  return undefined;
}
