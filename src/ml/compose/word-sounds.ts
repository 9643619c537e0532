import { readingsOf } from '../../lyrics/phonetics/homographs.ts';
import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { pronounce } from '../../lyrics/phonetics/pronounce.ts';
import { numberAt } from '../../lyrics/phonetics/spoken/number-tokens.ts';
import { anchorOf, type Syllable } from '../../lyrics/phonetics/syllables.ts';

/** What the composer hears of a word. */
export interface WordSound {
  /** As the engine counts them; 0 for what is not a word. */
  readonly syllables: number;
  /** The sounds from the stressed vowel on: words of one key rhyme. Empty where a word is read in more than one way. */
  readonly rhymeKey: string;
  /** The same of the first reading, whatever the others; empty for what is not a word. */
  readonly endKey: string;
  /** The first reading whole: words that sound alike do not rhyme, whatever their spelling. */
  readonly whole: string;
  /** The vowel that carries its rhyme, an index in VOWELS; -1 for none. */
  readonly anchor: number;
  /** Every vowel with its stress: vowel × 3 + stress. */
  readonly vowels: readonly number[];
  /** Whether it begins with a vowel sound: "an hour". */
  readonly startsOpen: boolean;
}

const SILENT: WordSound = {
  syllables: 0,
  rhymeKey: '',
  endKey: '',
  whole: '',
  anchor: -1,
  vowels: [],
  startsOpen: false,
};

const keyOf = (syllables: readonly Syllable[]): string =>
  syllables
    .slice(anchorOf(syllables))
    .map(({ vowel, tail }) => `${vowel}:${tail.join('.')}`)
    .join(' ');

/** How a word is said: a number in digits as the engine says it, "1" as "one". */
function spokenAs(word: string): string {
  const number = /^\d/.test(word) ? numberAt(word, 0) : undefined;
  return number?.end === word.length ? number.words.join(' ') : word;
}

function hear(lexicon: Lexicon, word: string): WordSound {
  const { syllables: variants, isKnown } = pronounce(lexicon, spokenAs(word));
  const [first] = variants;
  if (!first || first.length === 0) return SILENT;
  const key = keyOf(first);
  const isSure = isKnown && readingsOf(word) === undefined && variants.every((other) => keyOf(other) === key);
  return {
    syllables: first.length,
    rhymeKey: isSure ? key : '',
    endKey: key,
    whole: first.map(({ head, vowel, tail }) => `${head.join('.')}:${vowel}:${tail.join('.')}`).join(' '),
    anchor: first[anchorOf(first)]?.vowel ?? -1,
    vowels: first.map(({ vowel, stress }) => vowel * 3 + stress),
    startsOpen: first[0]?.head.length === 0,
  };
}

const CACHES = new WeakMap<Lexicon, Map<string, WordSound>>();
const MAX_CACHED = 30_000;

/** The sound of a word, kept for the lexicon's lifetime. */
export function soundOf(lexicon: Lexicon, word: string): WordSound {
  const cache = CACHES.get(lexicon) ?? new Map<string, WordSound>();
  CACHES.set(lexicon, cache);
  const known = cache.get(word);
  if (known) return known;
  if (cache.size >= MAX_CACHED) cache.clear();
  const sound = hear(lexicon, word);
  cache.set(word, sound);
  return sound;
}
