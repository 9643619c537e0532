import { voiced } from './letter-to-sound.ts';
import { type Consonant, consonant, type Pronunciation } from './phones.ts';

const PAIRS: Readonly<Record<string, Consonant>> = {
  sh: 'SH',
  ch: 'CH',
  th: 'TH',
  ph: 'F',
  ng: 'NG',
  ck: 'K',
};
const SINGLE: Readonly<Record<string, readonly Consonant[]>> = {
  b: ['B'], c: ['K'], d: ['D'], f: ['F'], g: ['G'], h: ['HH'], j: ['JH'], k: ['K'], l: ['L'], m: ['M'], n: ['N'],
  p: ['P'], q: ['K'], r: ['R'], s: ['S'], t: ['T'], v: ['V'], w: ['W'], x: ['K', 'S'], z: ['Z'],
}; // biome-ignore format: a table

/** Whether a spelling without a vowel letter is a noise and not initials: a letter is drawn out in it ("brr", "krrk"). */
export const isNoise = (word: string): boolean => !/[aeiouy]/.test(word) && /([a-z])\1/.test(word);

/** A noise in one syllable: its consonants around a vowel; none without a letter. */
export function speakNoise(word: string): Pronunciation {
  const letters = word.replace(/[^a-z]/g, '').replace(/([a-z])\1+/g, '$1');
  const phones: number[] = [];
  for (let at = 0; at < letters.length; at++) {
    const pair = PAIRS[letters.slice(at, at + 2)];
    if (pair) {
      phones.push(consonant(pair));
      at++;
    } else for (const name of SINGLE[letters.charAt(at)] ?? []) phones.push(consonant(name));
  }
  return phones.length === 0 ? [] : voiced(phones);
}
