import type { Lexicon } from '../../phonetics/lexicon.ts';
import { CONSONANTS } from '../../phonetics/phones.ts';
import { endingOf, KEY_VOWELS, keySpan } from '../../phonetics/sound-order.ts';
import type { RhymeKind } from './contract.ts';
import { type SoundEntry, soundEntries } from './sound-index.ts';
import { keysOf } from './sound-keys.ts';
import { isWeakEnd, type Sounding } from './soundings.ts';
import {
  anchorOf,
  isSameRun,
  isSameVowel,
  joinSounds,
  MIN_VOWEL,
  type Sound,
  soundLikeness,
  vowelLikeness,
} from './sounds.ts';

/** A word of the lexicon that rhymes; its spelling is read when it is among the best. */
export interface RatedWord {
  readonly id: number;
  readonly frequency: number;
  readonly syllables: number;
  readonly matched: number;
  readonly score: number;
  readonly rank: number;
}

const MIN_NEAR = 0.6;
/** For a query that ends in a vowel, any word with that vowel would be similar. */
const MIN_OPEN = 0.4;
const MAX_MULTI = 4;
/** A pronunciation that is not the word's first is seldom the one in mind. */
const RARE_READING = 4;
/** The rhyming syllable counts as much as two that follow it. */
const ANCHOR_WEIGHT = 2;
const USE_WEIGHT = 0.02;
/** What a syllable is worth that matches before the rhyming one. */
const FURTHER = 0.3;
/** A word that rhymes on its secondary stress comes after those that rhyme on their primary. */
const SECONDARY = 0.12;
/** Weak vowels that the dictionary writes differently. */
const INEXACT = 0.06;
/** An unstressed ending alone is at best this similar. */
const ENDING_SCORE = 0.4;

interface Wanted {
  readonly sounds: readonly Sound[];
  readonly kind: RhymeKind;
  /** Syllables from the end that have to rhyme. */
  readonly needed: number;
}

/** Mean likeness of the last syllables, the first of them, which carries the rhyme, counting double. */
function likeness(query: readonly Sound[], candidate: readonly Sound[], count: number): number {
  let sum = 0;
  let weights = 0;
  for (let back = 1; back <= count; back++) {
    const [a, b] = [query.at(-back), candidate.at(-back)];
    if (!a || !b) return 0;
    const weight = back === count ? ANCHOR_WEIGHT : 1;
    sum += weight * soundLikeness(a, b);
    weights += weight;
  }
  return sum / weights;
}

/** Sum of the likeness of the syllables that match before the rhyming ones. */
function furtherLikeness(
  query: readonly Sound[],
  candidate: readonly Sound[],
  { needed, matched }: { needed: number; matched: number },
): number {
  let sum = 0;
  for (let back = needed + 1; back <= matched; back++) {
    const [a, b] = [query.at(-back), candidate.at(-back)];
    if (a && b) sum += soundLikeness(a, b);
  }
  return sum;
}

/** Whether everything from the rhyming vowel on is the same. */
function isWhole(query: readonly Sound[], candidate: readonly Sound[], count: number): boolean {
  for (let back = 1; back <= count; back++) {
    const [a, b] = [query.at(-back), candidate.at(-back)];
    if (!a || !b || !isSameVowel(a, b) || !isSameRun(a.tail, b.tail)) return false;
  }
  return true;
}

/** Whether the last syllables are the same, with what the first of them begins: a homophone, or the word in another. */
function isRepeated(query: readonly Sound[], candidate: readonly Sound[], count: number): boolean {
  const [a, b] = [query.at(-count), candidate.at(-count)];
  return (
    a !== undefined && b !== undefined && isSameRun(a.onset, b.onset) && isWhole(query, candidate, count)
  );
}

/** Syllables from the end whose vowels are similar and of which none is stressed in one word alone. */
function countMatched(query: readonly Sound[], candidate: readonly Sound[]): number {
  let count = 0;
  while (count < Math.min(query.length, candidate.length, MAX_MULTI)) {
    const [a, b] = [query.at(-1 - count), candidate.at(-1 - count)];
    if (!a || !b || vowelLikeness(a, b) < MIN_VOWEL) break;
    count++;
  }
  return count;
}

/** Whether a word can rhyme on a syllable: on its primary stress, or on a secondary one after it ("yesterday"). */
function carriesRhyme(candidate: readonly Sound[], at: number): boolean {
  const main = anchorOf(candidate);
  return (
    candidate[at]?.stress !== 0 &&
    (at === main || (at > main && candidate[at]?.stress === 2 && !isWeakEnd(candidate[at])))
  );
}

function rate({ sounds, kind, needed }: Wanted, { id, variant, frequency, syllables }: SoundEntry) {
  const candidate = joinSounds([syllables]);
  const at = candidate.length - needed;
  const anchor = candidate[at];
  const own = sounds.at(-needed);
  if (!anchor || !own || !carriesRhyme(candidate, at)) return undefined;
  const repeated = kind === 'multi' ? Math.min(sounds.length, candidate.length) : needed;
  if (isRepeated(sounds, candidate, repeated)) return undefined;
  const isPerfect = isWhole(sounds, candidate, needed);
  if (kind === 'perfect' ? !isPerfect : kind === 'near' && isPerfect) return undefined;
  const matched = kind === 'multi' ? countMatched(sounds, candidate) : needed;
  if (matched < needed) return undefined;
  const score = isPerfect ? 1 : likeness(sounds, candidate, needed);
  const least = sounds.at(-1)?.tail.length === 0 && kind === 'near' ? MIN_OPEN : MIN_NEAR;
  if (score < least) return undefined;
  const use = variant === 0 ? frequency : Math.max(0, frequency - RARE_READING);
  const exact = candidate
    .slice(at)
    .every((sound, index) => sound.vowel === sounds[sounds.length - needed + index]?.vowel);
  const rank =
    FURTHER * furtherLikeness(sounds, candidate, { needed, matched }) +
    score +
    USE_WEIGHT * use -
    (isPerfect && !exact ? INEXACT : 0) -
    (anchor.stress === 2 ? SECONDARY : 0);
  return { id, frequency, syllables: candidate.length, matched, score, rank };
}

/** Words whose last syllable sounds the same but whose stress lies elsewhere: a weak rhyme. */
function rateEnding({ sounds, needed }: Wanted, entry: SoundEntry): RatedWord | undefined {
  const candidate = joinSounds([entry.syllables]);
  const [own, other] = [sounds.at(-1), candidate.at(-1)];
  const at = candidate.length - needed;
  if (entry.variant !== 0 || !own || !other || (candidate[at] && anchorOf(candidate) === at))
    return undefined;
  if (own.vowel !== other.vowel || !isSameRun(own.tail, other.tail)) return undefined;
  const score = ENDING_SCORE * (other.stress === 0 ? 1 : 0.75);
  const { id, frequency } = entry;
  return {
    id,
    frequency,
    syllables: candidate.length,
    matched: 1,
    score,
    rank: score + USE_WEIGHT * frequency,
  };
}

interface Ranges {
  readonly keys: readonly number[];
  readonly span: number;
  readonly endings: ReadonlySet<number> | undefined;
  readonly withRare: boolean;
}

/** The best rating of each word in the ranges of the index. */
function collect(
  lexicon: Lexicon,
  { keys, ...range }: Ranges,
  judge: (entry: SoundEntry) => RatedWord | undefined,
): RatedWord[] {
  const found = new Map<number, RatedWord>();
  for (const key of keys) {
    for (const entry of soundEntries(lexicon, { key, ...range, leastUse: 0 })) {
      const rated = judge(entry);
      if (rated && rated.rank > (found.get(rated.id)?.rank ?? 0)) found.set(rated.id, rated);
    }
  }
  return [...found.values()].sort((a, b) => b.rank - a.rank || a.id - b.id);
}

/** With fewer perfect rhymes, rare words are searched too. */
const ENOUGH = 20;
const CONSONANT_ENDINGS: ReadonlySet<number> = new Set(CONSONANTS.map((_, phone) => phone + 1));

/** The last sounds that a rhyme can have; undefined: any. */
function endingsFor({ sounds, kind, needed }: Wanted): Ranges['endings'] {
  const wanted = sounds.at(-1)?.tail ?? [];
  if (kind === 'perfect') return new Set([endingOf(wanted)]);
  // An open syllable is too unlike a closed one.
  return kind === 'near' && needed === 1 && wanted.length > 0 ? CONSONANT_ENDINGS : undefined;
}

export interface WordSearch {
  readonly kind: RhymeKind;
  /** Whether rare words are searched where others give few perfect rhymes, not only where they give none. */
  readonly isThorough: boolean;
}

/**
 * Words of the lexicon that rhyme with one sounding, best first. `perfect` shares every sound from the last stressed
 * vowel on, `near` has similar sounds there, `multi` similar vowels in at least two syllables from there or further back.
 */
export function findWords(
  lexicon: Lexicon,
  sounding: Sounding,
  { kind, isThorough }: WordSearch,
): RatedWord[] {
  const { sounds, anchor } = sounding;
  const tail = sounds.length - anchor;
  if (kind === 'multi' && sounds.length < 2) return [];
  const wanted: Wanted = { sounds, kind, needed: tail };
  const depth = Math.min(kind === 'multi' ? Math.max(2, tail) : tail, KEY_VOWELS);
  const stressed = sounds.map((sound, at) =>
    at === anchor && sound.stress !== 1 ? { ...sound, stress: 1 } : sound,
  );
  const keys = keysOf(stressed.slice(-depth), kind !== 'perfect');
  const minimum = kind === 'multi' ? 2 : 1;
  const judge = (entry: SoundEntry) => {
    const rated = rate({ ...wanted, sounds: stressed }, entry);
    return rated && rated.matched >= minimum ? rated : undefined;
  };
  const ranges = { keys, span: keySpan(depth), endings: endingsFor(wanted) };
  const found = collect(lexicon, { ...ranges, withRare: false }, judge);
  const isScarce = kind === 'perfect' && found.length < (isThorough ? ENOUGH : 1);
  return isScarce ? collect(lexicon, { ...ranges, withRare: true }, judge) : found;
}

/** Words that share only the unstressed last syllable with one sounding, for where too few rhyme. */
export function findEndings(lexicon: Lexicon, { sounds, anchor }: Sounding): RatedWord[] {
  const needed = sounds.length - anchor;
  if (needed < 2) return [];
  const [last] = sounds.slice(-1);
  const endings = new Set([endingOf(last?.tail ?? [])]);
  const keys = last ? [1, 0].flatMap((stress) => keysOf([{ ...last, stress }], false)) : [];
  return collect(lexicon, { keys, span: keySpan(1), endings, withRare: false }, (entry) =>
    rateEnding({ sounds, kind: 'near', needed }, entry),
  );
}
