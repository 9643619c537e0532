import { classesOf, type WordClass } from './phrase-words.ts';

/** J is an adjective of several syllables: two of them may stand together ("satirical, empirical"). */
const NAMES = 'DKSOXVWGNMABRFQTCJ';
const bitOf = (name: string): number => 1 << NAMES.indexOf(name);
const maskOf = (names: string): number => [...names].reduce((mask, name) => mask | bitOf(name), 0);

/** Which classes may follow which. */
const FOLLOWS: Readonly<Record<WordClass | 'J', string>> = {
  D: 'NMA',
  K: 'D',
  Q: 'F',
  S: 'VWX',
  X: 'V',
  O: 'RFBT',
  V: 'ODKMRTB',
  W: 'ODKMRTB',
  G: 'ODKMRTB',
  N: 'RF',
  M: 'RFC',
  A: 'NMC',
  J: 'NMJC',
  B: 'C',
  R: 'DKOM',
  F: 'DKOM',
  T: 'RDK',
  C: 'MVWGAB',
};
const FOLLOW_MASKS = [...NAMES].map((name) => maskOf(FOLLOWS[name as WordClass | 'J']));

const CONJUNCTION = bitOf('C');
/** Verbs end a phrase after a subject, adjectives after another one. */
const ENDS: readonly (readonly [last: number, before: number])[] = [
  [maskOf('NMOTB'), -1],
  [maskOf('VW'), maskOf('SX')],
  [maskOf('AVWG'), maskOf('C')],
  [maskOf('J'), maskOf('J')],
];

/** The classes with which a phrase may begin. */
export const BEGINNING = maskOf('DKSXVWGMABRTOQJ');
export const PARTICLE = bitOf('T');

/** The classes of a word as bits. */
export function classMask(word: string, syllables: number): number {
  const classes = classesOf(word);
  return maskOf(classes.join('')) | (syllables > 1 && classes.includes('A') ? maskOf('J') : 0);
}

/** The classes that may follow a word that can be any of `last`; after a conjunction, those of what it joins. */
export function following(last: number, before: number): number {
  let next = 0;
  for (let index = 0; index < NAMES.length; index++) {
    const bit = 1 << index;
    if ((last & bit) === 0) continue;
    const allowed = FOLLOW_MASKS[index] ?? 0;
    next |= bit === CONJUNCTION ? allowed & before : allowed;
  }
  return next;
}

/** Whether a phrase may end on a word of one of these classes. */
export const mayEnd = (last: number, before: number): boolean =>
  ENDS.some(([ends, after]) => (last & ends) !== 0 && (after & before) !== 0);
