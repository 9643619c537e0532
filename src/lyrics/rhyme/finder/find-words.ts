import type { Lexicon } from '../../phonetics/lexicon.ts';
import { CONSONANTS } from '../../phonetics/phones.ts';
import { endingOf, KEY_VOWELS, keySpan } from '../../phonetics/sound-order.ts';
import {
  carriesRhyme,
  countMatched,
  furtherLikeness,
  isRepeated,
  isWhole,
  likeness,
} from './compare-words.ts';
import type { RhymeKind } from './contract.ts';
import { type SoundEntry, soundEntries } from './sound-index.ts';
import { keysOf } from './sound-keys.ts';
import { SECONDARY_SCORE, type Sounding } from './soundings.ts';
import { anchorOf, isSameRun, joinSounds, type Sound } from './sounds.ts';

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
/** A pronunciation that is not the word's first is seldom the one in mind. */
const RARE_READING = 4;
const USE_WEIGHT = 0.02;
/** What a syllable is worth that matches before the rhyming one. */
const FURTHER = 0.3;
/** A word that rhymes on its secondary stress comes after others, where the rhyme is perfect after all others. */
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
  const isSecondary = anchor.stress === 2;
  const likely = isPerfect ? 1 : likeness(sounds, candidate, needed);
  const score = isSecondary ? SECONDARY_SCORE * likely : likely;
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
    (isSecondary ? (kind === 'perfect' ? 1 : SECONDARY) : 0);
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
      if (rated && rated.rank > (found.get(rated.id)?.rank ?? Number.NEGATIVE_INFINITY))
        found.set(rated.id, rated);
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
  const primary = found.filter(({ score }) => score === 1).length;
  const isScarce = kind === 'perfect' && primary < (isThorough ? ENOUGH : 1);
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
