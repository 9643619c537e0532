import { FUNCTION_WORDS } from '../phonetics/function-words.ts';
import type { Lexicon } from '../phonetics/lexicon.ts';
import { VOWELS } from '../phonetics/phones.ts';
import { pronounce } from '../phonetics/pronounce.ts';
import { KEY_VOWELS, keyPart, keySpan } from '../phonetics/sound-order.ts';
import { anchorOf, type Syllable, syllablesOf } from '../phonetics/syllables.ts';
import { type SoundEntry, soundEntries } from './sound-index.ts';
import { runSimilarity, vowelSimilarity } from './sound-similarity.ts';

export type RhymeFinderKind = 'perfect' | 'near' | 'multi';

export interface RhymeFinderOptions {
  readonly kind: RhymeFinderKind;
  /** Only words with this number of syllables. */
  readonly syllables?: number;
  readonly limit: number;
}

export interface FoundRhyme {
  readonly word: string;
  /** 0-1: 1 is the same sound from the rhyming vowel on. */
  readonly score: number;
  readonly syllables: number;
  /** Syllables that rhyme, counted from the end. */
  readonly matched: number;
  /** log2 of its count in 51 million spoken words. */
  readonly frequency: number;
}

const MIN_VOWEL = 0.5;
const MIN_NEAR = 0.6;
/** For a query that ends in a vowel, any word with that vowel would be similar. */
const MIN_OPEN = 0.4;
const MAX_RANGES = 24;
const MAX_MULTI = 4;
/** Extra results for the query itself and for the letters that the dictionary lists as words. */
const MARGIN = 32;
/** Scores closer than this are ranked by frequency. */
const SCORE_STEP = 0.05;

/** The syllables of a word or phrase, concatenated; function words of one syllable lose their stress. */
function speakPhrase(lexicon: Lexicon, query: string): Syllable[] {
  const words =
    query
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z0-9']+/g) ?? [];
  return words.flatMap((word) => {
    const [phones = []] = pronounce(lexicon, word).pronunciations;
    const syllables = syllablesOf(phones);
    const isLight = words.length > 1 && syllables.length === 1 && FUNCTION_WORDS.has(word);
    return isLight ? syllables.map((syllable) => ({ ...syllable, stress: 0 })) : syllables;
  });
}

/** Vowels, most likely first, that may replace one of the query. */
function alternatives({ vowel }: Syllable, isLoose: boolean): number[] {
  if (!isLoose) return [vowel];
  return VOWELS.map((_, other) => ({ other, likeness: vowelSimilarity(vowel, other) }))
    .filter(({ likeness }) => likeness >= MIN_VOWEL)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ other }) => other);
}

/** Keys of every combination of vowels for the last syllables of the query, at most MAX_RANGES. */
function keysOf(syllables: readonly Syllable[], isLoose: boolean): number[] {
  let keys = [0];
  for (const [back, syllable] of syllables.toReversed().entries()) {
    const parts = alternatives(syllable, isLoose).map((vowel) => keyPart(vowel, syllable.stress, back));
    keys = keys.flatMap((key) => parts.map((part) => key | part)).slice(0, MAX_RANGES);
  }
  return keys;
}

/** Mean similarity of the rhyming syllables: the vowels and what follows them. */
function likeness(query: readonly Syllable[], candidate: readonly Syllable[], count: number): number {
  let sum = 0;
  for (let back = 1; back <= count; back++) {
    const [a, b] = [query.at(-back), candidate.at(-back)];
    if (!a || !b) return 0;
    sum += vowelSimilarity(a.vowel, b.vowel) * (0.4 + 0.6 * runSimilarity(a.tail, b.tail));
  }
  return sum / count;
}

const isSameRun = (a: readonly number[] = [], b: readonly number[] = []): boolean => a.join() === b.join();

/** Number of syllables from the end whose vowels are similar. */
function countMatched(query: readonly Syllable[], candidate: readonly Syllable[]): number {
  let count = 0;
  while (count < query.length && count < candidate.length) {
    const [a, b] = [query.at(-1 - count), candidate.at(-1 - count)];
    if (!a || !b || vowelSimilarity(a.vowel, b.vowel) < MIN_VOWEL) break;
    count++;
  }
  return count;
}

interface Wanted {
  readonly query: readonly Syllable[];
  readonly kind: RhymeFinderKind;
  /** Number of syllables from the end that have to rhyme. */
  readonly needed: number;
}

type Rated = Omit<FoundRhyme, 'word'> & { readonly id: number };

function rate({ query, kind, needed }: Wanted, { id, frequency, syllables }: SoundEntry): Rated | undefined {
  const matched = kind === 'multi' ? Math.min(MAX_MULTI, countMatched(query, syllables)) : needed;
  const anchor = syllables.at(-matched);
  if (matched < needed || !anchor) return undefined;
  if (kind !== 'multi' && anchor.stress !== 1) return undefined;
  const score = likeness(query, syllables, matched);
  const isWhole = score > 0.999;
  const isOpen = query.at(-1)?.tail.length === 0;
  if (kind === 'perfect' && !isWhole) return undefined;
  if (kind === 'near' && (isWhole || score < (isOpen ? MIN_OPEN : MIN_NEAR))) return undefined;
  if (kind === 'multi' && score < MIN_VOWEL) return undefined;
  // If the sounds before the vowel are equal too, it is a homophone or the word itself with a prefix, not a rhyme.
  const isIdentical = isWhole && isSameRun(query.at(-matched)?.head, anchor.head);
  if (isIdentical && kind !== 'multi') return undefined;
  return { id, frequency, syllables: syllables.length, matched, score: Math.round(score * 1000) / 1000 };
}

const rank = (found: Rated): number => found.matched + Math.round(found.score / SCORE_STEP) * SCORE_STEP;

/**
 * Words of the lexicon that rhyme with a word or phrase, ordered by sound, then by frequency. `perfect` shares every
 * sound from the last stressed vowel on, `near` has similar vowels and consonants there, `multi` rhymes on two or more
 * syllables. Empty for text without a sound.
 */
export function findRhymes(lexicon: Lexicon, query: string, options: RhymeFinderOptions): FoundRhyme[] {
  const syllables = speakPhrase(lexicon, query);
  if (syllables.length === 0 || (options.kind === 'multi' && syllables.length < 2)) return [];
  const needed = options.kind === 'multi' ? 2 : syllables.length - anchorOf(syllables);
  const wanted: Wanted = { query: syllables, kind: options.kind, needed };
  const depth = Math.min(needed, KEY_VOWELS);
  const found = new Map<number, Rated>();
  for (const key of keysOf(syllables.slice(-depth), options.kind !== 'perfect')) {
    for (const entry of soundEntries(lexicon, key, keySpan(depth))) {
      if (options.syllables !== undefined && entry.syllables.length !== options.syllables) continue;
      const rhyme = rate(wanted, entry);
      if (rhyme) found.set(entry.id, rhyme);
    }
  }
  const own = query.trim().toLowerCase();
  return [...found.values()]
    .sort((a, b) => rank(b) - rank(a) || b.frequency - a.frequency || a.id - b.id)
    .slice(0, options.limit + MARGIN)
    .map(({ id, ...rhyme }) => ({ word: lexicon.entry(id).spelling, ...rhyme }))
    .filter(({ word }) => word !== own && (word.length > 1 || /[aio]/.test(word)))
    .slice(0, options.limit);
}
