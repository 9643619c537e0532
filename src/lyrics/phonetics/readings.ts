import { isVowel, type Pronunciation, stressOf, type Vowel, vowel } from './phones.ts';
import { anchorOf, type Syllable, syllablesOf } from './syllables.ts';

/** Vowels that dialects exchange in one word: "roof", "aunt", "again" before r, "because". */
const DIALECT: readonly (readonly [Vowel, Vowel])[] = [
  ['AA', 'AO'],
  ['AA', 'AH'],
  ['AO', 'AH'],
  ['IH', 'IY'],
  ['IH', 'EH'],
  ['IH', 'AH'],
  ['EH', 'AE'],
  ['UH', 'AO'],
  ['UH', 'UW'],
  ['UH', 'ER'],
  ['AH', 'ER'],
];
const pairOf = (a: number, b: number): number => Math.min(a, b) * 100 + Math.max(a, b);
const EXCHANGED = new Set(DIALECT.map(([a, b]) => pairOf(vowel(a), vowel(b))));
const FULL = new Set([vowel('EY'), vowel('AY'), vowel('OW')]);
const REDUCED = new Set([vowel('AH'), vowel('IH'), vowel('IY')]);

const isOneVowel = (a: number, b: number): boolean => a === b || EXCHANGED.has(pairOf(a, b));

/** Whether the shorter run is the longer one with sounds left out, as in fast speech ("friends" without d). */
function isShortened(a: readonly number[], b: readonly number[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const phone of long) if (short[at] === phone) at++;
  return at === short.length;
}

/** "graduate" the verb ends on a full vowel, the noun on a weak one. */
function endsOtherwise(a: Syllable | undefined, b: Syllable | undefined): boolean {
  if (!a || !b) return false;
  return (FULL.has(a.vowel) && REDUCED.has(b.vowel)) || (FULL.has(b.vowel) && REDUCED.has(a.vowel));
}

function isVariant(left: readonly Syllable[], right: readonly Syllable[]): boolean {
  const [from, to] = [anchorOf(left), anchorOf(right)];
  const [a, b] = [left[from], right[to]];
  if (!a || !b) return false;
  if (a.stress === 0 || b.stress === 0) return true;
  if (from !== to || !isOneVowel(a.vowel, b.vowel)) return false;
  const isLast = from === left.length - 1 && to === right.length - 1;
  return isLast ? isShortened(a.tail, b.tail) : !endsOtherwise(left.at(-1), right.at(-1));
}

/**
 * For each pronunciation of a word the index of the reading it belongs to, which is that of the first pronunciation it
 * is a mere variant of. Readings differ in the place of the stress, in the stressed vowel or in what rhymes after it;
 * variants differ in what dialects exchange or fast speech leaves out.
 */
export function groupReadings(pronunciations: readonly Pronunciation[]): number[] {
  const spoken = pronunciations.map(syllablesOf);
  return spoken.map((own, index) => {
    const first = spoken.findIndex((other) => isVariant(own, other));
    return first < 0 ? index : Math.min(first, index);
  });
}

/** The sounds that a rhyme shares: from the last stressed vowel to the end. Empty without a vowel. */
export function rhymePart(phones: Pronunciation): Pronunciation {
  const isStressed = (stress: number) => (phone: number) => isVowel(phone) && stressOf(phone) === stress;
  for (const stress of [1, 2]) {
    const at = phones.findLastIndex(isStressed(stress));
    if (at >= 0) return phones.slice(at);
  }
  const first = phones.findIndex(isVowel);
  return first < 0 ? [] : phones.slice(first);
}
