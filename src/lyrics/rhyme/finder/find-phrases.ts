import type { Lexicon } from '../../phonetics/lexicon.ts';
import { runSimilarity } from '../sound-similarity.ts';
import { BEGINNING, following, mayEnd, PARTICLE } from './phrase-grammar.ts';
import { type PhraseIndex, type PhraseWord, phraseIndexOf } from './phrase-index.ts';
import { comparePhrase, lossAt, syllableFit, type Target, weightOf, wordFit } from './phrase-match.ts';
import type { QueryReading } from './read-query.ts';
import type { Sound } from './sounds.ts';

/** A phrase of two to four words. */
export interface RatedPhrase {
  readonly words: readonly PhraseWord[];
  readonly matched: number;
  readonly syllables: number;
  /** Whether everything from the rhyming vowel on is the same. */
  readonly isPerfect: boolean;
  readonly score: number;
  readonly rank: number;
}

/** Syllables of the query, from its end, that a phrase is to match. */
const MAX_SYLLABLES = 6;
const MAX_WORDS = 4;
const MAX_CHUNK = 4;
/** Words kept at a place. */
const PLACED = 48;
/** Unfinished phrases kept from one place to another, and those of them whose last word is of one class. */
const BEAM = 24;
const PER_CLASS = 8;
const USE_WEIGHT = 0.03;
const PERFECT_BONUS = 0.3;
const WORD_COST = 0.1;
/** Not every verb takes every particle. */
const PARTICLE_COST = 0.15;

/** A word at a place of the target, with the weighted likeness of its syllables. */
interface Placed {
  readonly word: PhraseWord;
  readonly sum: number;
  /** How well the consonants after its last vowel begin the run of the target, 0-1. */
  readonly promise: number;
}

/** The beginning of a phrase, up to a place of the target. */
interface State {
  readonly words: readonly PhraseWord[];
  readonly start: number;
  readonly end: number;
  /** Classes of the last word and of the one before, as bits. */
  readonly last: number;
  readonly before: number;
  readonly sum: number;
  readonly promise: number;
  readonly weight: number;
  readonly use: number;
}

const EMPTY: Omit<State, 'start' | 'end'> = {
  words: [],
  last: 0,
  before: 0,
  sum: 0,
  promise: 0,
  weight: 0,
  use: Number.POSITIVE_INFINITY,
};

/** The words that fit the target from a place on, best first. */
function wordsAt(index: PhraseIndex, target: Target, at: number): Placed[] {
  const placed: (Placed & { readonly value: number })[] = [];
  for (let size = 1; size <= Math.min(MAX_CHUNK, target.sounds.length - at); size++) {
    const part = target.sounds.slice(at, at + size);
    const isUsable = (sounds: readonly Sound[]) => wordFit(target, at, sounds) > 0;
    for (const word of [...index.listed(part), ...index.alike(part, isUsable)]) {
      const sum = wordFit(target, at, word.sounds);
      if (sum === 0) continue;
      // By syllable, so that long words do not displace short ones.
      const promise = promiseOf(target, at + size - 1, word);
      const value = sum / size + promise + USE_WEIGHT * word.frequency;
      placed.push({ word, sum, promise, value });
    }
  }
  return placed.sort((a, b) => b.value - a.value).slice(0, PLACED);
}

function promiseOf(target: Target, at: number, { sounds }: PhraseWord): number {
  const last = sounds.at(-1);
  const wanted = target.sounds[at]?.tail ?? [];
  if (!last) return 0;
  return syllableFit(
    target,
    at,
    last,
    runSimilarity(wanted.slice(0, Math.max(1, last.tail.length)), last.tail),
  );
}

/** The words placed after a state that the grammar allows there. */
function* extend(target: Target, state: State, placed: readonly Placed[]): Generator<State> {
  const allowed = state.words.length === 0 ? BEGINNING : following(state.last, state.before);
  const previous = state.words.at(-1)?.sounds.at(-1);
  const losses = new Map<number, number>();
  for (const { word, sum, promise } of placed) {
    const last = word.classes & allowed;
    if (last === 0) continue;
    let loss = previous ? losses.get(word.headId) : 0;
    if (loss === undefined && previous) {
      loss = lossAt(target, state.end, previous, word.head);
      losses.set(word.headId, loss);
    }
    if (loss === undefined || loss < 0) continue;
    const end = state.end + word.sounds.length;
    let weight = state.weight;
    for (let at = state.end; at < end; at++) weight += weightOf(target.sounds[at] ?? { stress: 0 });
    const use = Math.min(state.use, word.frequency);
    const words = [...state.words, word];
    yield {
      words,
      start: state.start,
      end,
      last,
      before: state.last,
      sum: state.sum - loss + sum,
      promise,
      weight,
      use,
    };
  }
}

const worth = ({ sum, promise, use }: State): number => sum + promise + USE_WEIGHT * use;

/** The best of the phrases that begin at each place, of each class only a few. */
function prune(states: State[]): State[] {
  const counts = new Map<string, number>();
  const isRoom = (key: string, most: number): boolean => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count < most;
  };
  return states
    .sort((a, b) => worth(b) - worth(a))
    .filter(({ start, last }) => isRoom(`${start} ${last}`, PER_CLASS) && isRoom(`${start}`, BEAM));
}

function finish(target: Target, { words, last, before, sum, weight, use }: State): RatedPhrase | undefined {
  const final = words.at(-1)?.sounds.at(-1);
  if (words.length < 2 || !final || !mayEnd(last, before)) return undefined;
  const loss = lossAt(target, target.sounds.length, final, []);
  if (loss < 0) return undefined;
  const { isPerfect, isRepeated, matched } = comparePhrase(target, words);
  if (isRepeated) return undefined;
  const costs = WORD_COST * words.length + (last === PARTICLE ? PARTICLE_COST : 0);
  const rank = sum - loss + USE_WEIGHT * use + (isPerfect ? PERFECT_BONUS : 0) - costs;
  const syllables = words.reduce((count, { sounds }) => count + sounds.length, 0);
  return { words, matched, syllables, isPerfect, score: (sum - loss) / weight, rank };
}

const nameOf = ({ words }: RatedPhrase): string => words.map(({ word }) => word).join(' ');
const byRank = (a: RatedPhrase, b: RatedPhrase): number =>
  b.rank - a.rank || (nameOf(a) < nameOf(b) ? -1 : 1);

/**
 * Phrases of two to four everyday words that rhyme with one reading from its rhyming syllable on or from further
 * back, best first: the more syllables match and the better they do, the higher. A beam search over the syllables
 * from left to right.
 */
export function findPhrases(lexicon: Lexicon, reading: QueryReading): RatedPhrase[] {
  const [sounding] = reading.soundings;
  if (!sounding) return [];
  const skipped = Math.max(0, sounding.sounds.length - MAX_SYLLABLES);
  const target: Target = { sounds: sounding.sounds.slice(skipped), anchor: sounding.anchor - skipped };
  const { length } = target.sounds;
  if (target.anchor < 0 || length < 2) return [];
  const index = phraseIndexOf(lexicon);
  const unfinished: State[][] = target.sounds.map(() => []);
  const found: RatedPhrase[] = [];
  for (let at = 0; at < length; at++) {
    const open = prune(unfinished[at] ?? []);
    if (at <= target.anchor) open.push({ ...EMPTY, start: at, end: at });
    const placed = open.length > 0 ? wordsAt(index, target, at) : [];
    for (const state of open) {
      if (state.words.length === MAX_WORDS) continue;
      for (const next of extend(target, state, placed)) {
        if (next.end < length) unfinished[next.end]?.push(next);
        else found.push(...[finish(target, next)].filter((phrase) => phrase !== undefined));
      }
    }
  }
  return found.sort(byRank);
}
