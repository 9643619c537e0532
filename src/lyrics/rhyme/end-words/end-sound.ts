import { VOWELS } from '../../phonetics/phones.ts';
import { pronounce, type SpokenWord } from '../../phonetics/pronounce.ts';
import type { PronunciationSource } from '../../phonetics/pronunciation-source.ts';
import { anchorOf, type Syllable } from '../../phonetics/syllables.ts';
import { runSimilarity, vowelSimilarity } from '../sound-similarity.ts';

export interface EndWord {
  readonly spelling: string;
  readonly frequency: number;
  readonly isKnown: boolean;
  readonly variants: readonly (readonly Syllable[])[];
  /** The spelling from its last vowel letters on, without a silent final e: used for eye rhymes. */
  readonly eye: string;
}

export const readEndWord = (spelling: string, source: PronunciationSource): EndWord =>
  asEndWord(spelling, pronounce(source, spelling));

/** A word with its pronunciation. */
export function asEndWord(
  spelling: string,
  { frequency, isKnown, syllables }: Pick<SpokenWord, 'frequency' | 'isKnown' | 'syllables'>,
): EndWord {
  const eye = lastVowels(spelling.replace(/(?<=[a-z]{2})e$/, '')) ?? spelling;
  return { spelling, frequency, isKnown, variants: syllables, eye };
}

const VOWEL_LETTERS = 'aeiouy';

// The last run of vowels with what follows it; null without a vowel.
function lastVowels(spelling: string): string | null {
  let end = spelling.length;
  while (end > 0 && !VOWEL_LETTERS.includes(spelling.charAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && VOWEL_LETTERS.includes(spelling.charAt(start - 1))) start -= 1;
  return end === 0 ? null : spelling.slice(start);
}

/** The similarity of two end words, for the best of their pronunciations. */
export interface EndSound {
  /** The sounds from the stressed vowel on are the same. */
  readonly isPerfect: boolean;
  /** Anchor against anchor. */
  readonly anchor: { readonly vowels: number; readonly tails: number; readonly pair: number };
  /** Last syllable against last syllable, whatever the stress. */
  readonly last: { readonly vowels: number; readonly tails: number; readonly pair: number };
  readonly after: readonly [number, number];
  readonly lastStress: number;
  readonly heads: number;
}

const SILENT: EndSound = {
  isPerfect: false,
  anchor: { vowels: 0, tails: 0, pair: 0 },
  last: { vowels: 0, tails: 0, pair: 0 },
  after: [0, 0],
  lastStress: 0,
  heads: 0,
};

function compare(a: Syllable | undefined, b: Syllable | undefined): EndSound['anchor'] {
  if (!a || !b) return SILENT.anchor;
  return {
    vowels: vowelSimilarity(a.vowel, b.vowel),
    tails: runSimilarity(a.tail, b.tail),
    pair: Math.min(a.vowel, b.vowel) * VOWELS.length + Math.max(a.vowel, b.vowel),
  };
}

const isSameRun = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((phone, index) => phone === b[index]);

function isPerfect(a: readonly Syllable[], b: readonly Syllable[]): boolean {
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.every((syllable, index) => {
      const other = b[index];
      return other !== undefined && syllable.vowel === other.vowel && isSameRun(syllable.tail, other.tail);
    })
  );
}

function soundOf(a: readonly Syllable[], b: readonly Syllable[]): EndSound {
  const [left, right] = [anchorOf(a), anchorOf(b)];
  return {
    isPerfect: isPerfect(a.slice(left), b.slice(right)),
    anchor: compare(a[left], b[right]),
    last: compare(a.at(-1), b.at(-1)),
    after: [a.length - 1 - left, b.length - 1 - right],
    lastStress: Number((a.at(-1)?.stress ?? 0) > 0) + Number((b.at(-1)?.stress ?? 0) > 0),
    heads: runSimilarity(a.at(-1)?.head ?? [], b.at(-1)?.head ?? []),
  };
}

const worth = ({ isPerfect: perfect, anchor, last }: EndSound): number =>
  (perfect ? 2 : 0) + anchor.vowels * (0.5 + 0.5 * anchor.tails) + last.vowels * (0.5 + 0.5 * last.tails);

/** The most similar pair of two words' pronunciations. */
export function soundTogether(a: EndWord, b: EndWord): EndSound {
  let best = SILENT;
  for (const left of a.variants) {
    for (const right of b.variants) {
      const sound = soundOf(left, right);
      if (worth(sound) > worth(best)) best = sound;
    }
  }
  return best;
}
