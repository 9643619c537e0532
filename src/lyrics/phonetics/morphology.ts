import {
  consonant,
  isVowel,
  type Pronunciation,
  parsePhones,
  stressOf,
  vowelOf,
  vowelPhone,
} from './phones.ts';
import type { Speak } from './pronunciation-source.ts';

const SIBILANTS = new Set((['S', 'Z', 'SH', 'ZH', 'CH', 'JH'] as const).map(consonant));
const VOICELESS = new Set((['P', 'T', 'K', 'F', 'TH'] as const).map(consonant));
const [S, Z, T, D] = [consonant('S'), consonant('Z'), consonant('T'), consonant('D')];
const IZ = parsePhones('IH0 Z');
const ID = parsePhones('IH0 D');

function pluralTail(base: Pronunciation): number[] {
  const last = base.at(-1) ?? Z;
  if (SIBILANTS.has(last)) return IZ;
  return [VOICELESS.has(last) ? S : Z];
}

function pastTail(base: Pronunciation): number[] {
  const last = base.at(-1) ?? D;
  if (last === T || last === D) return ID;
  return [VOICELESS.has(last) || SIBILANTS.has(last) ? (last === Z ? D : T) : D];
}

interface SuffixRule {
  readonly ending: string;
  /** What may follow in the base where the suffix was cut off. */
  readonly restore: readonly string[];
  readonly tail: (base: Pronunciation) => readonly number[];
  /** Whether a doubled final consonant may be single in the base ("dropped" from "drop"). */
  readonly undouble?: boolean;
}

const fixed = (phones: string) => {
  const tail = parsePhones(phones);
  return () => tail;
};

/** Longest first where one ending contains another. */
const SUFFIXES: readonly SuffixRule[] = [
  { ending: "'s", restore: [''], tail: pluralTail },
  {
    ending: "s'",
    restore: ['s', ''],
    tail: (base) => (base.at(-1) === S || base.at(-1) === Z ? [] : pluralTail(base)),
  },
  { ending: "'d", restore: ['', 'e'], tail: pastTail },
  { ending: "'ll", restore: [''], tail: fixed('AH0 L') },
  { ending: "'ve", restore: [''], tail: fixed('AH0 V') },
  { ending: "'re", restore: [''], tail: fixed('ER0') },
  { ending: 'ings', restore: ['', 'e'], tail: fixed('IH0 NG Z'), undouble: true },
  { ending: 'ing', restore: ['', 'e'], tail: fixed('IH0 NG'), undouble: true },
  { ending: 'ies', restore: ['y', 'ie'], tail: fixed('Z') },
  { ending: 'ied', restore: ['y'], tail: fixed('D') },
  { ending: 'iest', restore: ['y'], tail: fixed('AH0 S T') },
  { ending: 'ier', restore: ['y'], tail: fixed('ER0') },
  { ending: 'iness', restore: ['y'], tail: fixed('N AH0 S') },
  { ending: 'edly', restore: ['', 'e'], tail: fixed('IH0 D L IY0'), undouble: true },
  { ending: 'ers', restore: ['', 'e'], tail: fixed('ER0 Z'), undouble: true },
  { ending: 'eth', restore: ['', 'e'], tail: fixed('AH0 TH'), undouble: true },
  { ending: 'est', restore: ['', 'e'], tail: fixed('AH0 S T'), undouble: true },
  { ending: 'ed', restore: ['', 'e'], tail: pastTail, undouble: true },
  { ending: 'er', restore: ['', 'e'], tail: fixed('ER0'), undouble: true },
  { ending: 'es', restore: ['', 'e'], tail: pluralTail },
  { ending: 's', restore: [''], tail: pluralTail },
  { ending: 'lessness', restore: [''], tail: fixed('L AH0 S N AH0 S') },
  { ending: 'nesse', restore: [''], tail: fixed('N AH0 S') },
  { ending: 'ness', restore: [''], tail: fixed('N AH0 S') },
  { ending: 'less', restore: [''], tail: fixed('L AH0 S') },
  { ending: 'fully', restore: [''], tail: fixed('F AH0 L IY0') },
  { ending: 'full', restore: [''], tail: fixed('F AH0 L') },
  { ending: 'ful', restore: [''], tail: fixed('F AH0 L') },
  { ending: 'ments', restore: [''], tail: fixed('M AH0 N T S') },
  { ending: 'ment', restore: [''], tail: fixed('M AH0 N T') },
  { ending: 'ably', restore: ['', 'e'], tail: fixed('AH0 B L IY0') },
  { ending: 'able', restore: ['', 'e'], tail: fixed('AH0 B AH0 L'), undouble: true },
  { ending: 'ily', restore: ['y'], tail: fixed('L IY0') },
  { ending: 'ly', restore: [''], tail: fixed('L IY0') },
  { ending: 'ship', restore: [''], tail: fixed('SH IH2 P') },
  { ending: 'hood', restore: [''], tail: fixed('HH UH2 D') },
  { ending: 'some', restore: [''], tail: fixed('S AH0 M') },
  { ending: 'ish', restore: ['', 'e'], tail: fixed('IH0 SH'), undouble: true },
  { ending: 'ism', restore: ['', 'e'], tail: fixed('IH2 Z AH0 M') },
  {
    ending: 'ie',
    restore: ['', 'y'],
    tail: (base) => (isVowel(base.at(-1) ?? 0) ? [] : parsePhones('IY0')),
    undouble: true,
  },
  { ending: 'y', restore: ['', 'e'], tail: fixed('IY0'), undouble: true },
];

const PREFIXES: readonly (readonly [string, readonly number[]])[] = [
  ['un', parsePhones('AH0 N')],
  ['re', parsePhones('R IY0')],
  ['dis', parsePhones('D IH0 S')],
  ['mis', parsePhones('M IH0 S')],
  ['non', parsePhones('N AA0 N')],
  ['pre', parsePhones('P R IY0')],
  ['de', parsePhones('D IY0')],
  ['fore', parsePhones('F AO0 R')],
];

const MIN_BASE = 3;

function bases(word: string, rule: SuffixRule): string[] {
  const stem = word.slice(0, -rule.ending.length);
  if (stem.length < MIN_BASE) return [];
  const found = rule.restore.map((letters) => stem + letters);
  if (rule.undouble && stem.length > 3 && stem.at(-1) === stem.at(-2)) found.unshift(stem.slice(0, -1));
  return found;
}

/** Pronounces a word as a known base with an ending or a prefix; undefined if no base is known. */
export function speakInflected(word: string, speak: Speak): number[][] | undefined {
  for (const rule of SUFFIXES) {
    if (!word.endsWith(rule.ending)) continue;
    for (const base of bases(word, rule)) {
      const spoken = speak(base);
      if (spoken) return spoken.map((phones) => [...phones, ...rule.tail(phones)]);
    }
  }
  for (const [prefix, sounds] of PREFIXES) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 4) continue;
    const spoken = speak(word.slice(prefix.length));
    if (spoken) return spoken.map((phones) => [...sounds, ...phones]);
  }
  return undefined;
}

const demote = (phones: Pronunciation): number[] =>
  phones.map((phone) => (isVowel(phone) && stressOf(phone) === 1 ? vowelPhone(vowelOf(phone), 2) : phone));

const MIN_PART = 3;
/** Parts that sound otherwise at the end of a word than alone: "Stanford", "Hopkinson", "drinkable". */
const WORN = new Set([
  'berg',
  'borough',
  'burg',
  'bury',
  'don',
  'ford',
  'gate',
  'land',
  'ley',
  'low',
  'man',
  'men',
  'sell',
  'son',
  'ton',
  'well',
  'wood',
]);

/** Pronounces a closed compound ("dancefloor") from its two most frequent parts; undefined if there are none. */
export function speakCompound(
  word: string,
  speak: Speak,
  frequencyOf: (spelling: string) => number,
): number[][] | undefined {
  let best: { at: number; frequency: number } | undefined;
  for (let at = MIN_PART; at <= word.length - MIN_PART; at++) {
    const left = frequencyOf(word.slice(0, at));
    if (left < MIN_PART_FREQUENCY || left <= (best?.frequency ?? 0)) continue;
    const frequency = Math.min(left, frequencyOf(word.slice(at)));
    if (WORN.has(word.slice(at))) continue;
    if (frequency >= MIN_PART_FREQUENCY && frequency > (best?.frequency ?? 0)) best = { at, frequency };
  }
  if (!best) return undefined;
  const [left] = speak(word.slice(0, best.at)) ?? [];
  const [right] = speak(word.slice(best.at)) ?? [];
  return left && right ? [[...left, ...demote(right)]] : undefined;
}

/** log2 of a count: parts must be everyday words, because any string can be split into two rare ones. */
const MIN_PART_FREQUENCY = 9;
