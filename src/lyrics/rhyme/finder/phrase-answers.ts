import type { Lexicon } from '../../phonetics/lexicon.ts';
import type { FoundRhyme, RhymeOptions } from './contract.ts';
import { findPhrases, type RatedPhrase } from './find-phrases.ts';
import type { QueryReading } from './read-query.ts';
import { replaceWords } from './replace-words.ts';
import { roundScore, type WordAnswers } from './word-answers.ts';

/** Phrases of an answer whose first stressed word, or whose last, is the same. */
const PER_FIRST = 3;
const PER_LAST = 2;

/** Counts up to a limit for each key. */
class Quota {
  readonly #counts = new Map<string, number>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  isFull(key: string): boolean {
    return (this.#counts.get(key) ?? 0) >= this.#most;
  }

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
}

const isOfKind = (isPerfect: boolean, kind: RhymeOptions['kind']): boolean =>
  kind === 'multi' || isPerfect === (kind === 'perfect');

/** The best phrases for one reading, of different words; none holds a form of a word of the query. */
export function phraseAnswers(
  lexicon: Lexicon,
  { reading, index, words }: { reading: QueryReading; index: number; words: WordAnswers },
  options: RhymeOptions,
): FoundRhyme[] {
  const rated = [...findPhrases(lexicon, reading), ...replaceWords(lexicon, reading, words)];
  const [lasts, firsts, whole] = [new Quota(PER_LAST), new Quota(PER_FIRST), new Quota(1)];
  const found: FoundRhyme[] = [];
  for (const phrase of rated.sort((a, b) => b.rank - a.rank)) {
    if (found.length === options.limit) break;
    if (!isOfKind(phrase.isPerfect, options.kind)) continue;
    if (options.syllables !== undefined && phrase.syllables !== options.syllables) continue;
    const heavy = phrase.words.filter(({ isLight }) => !isLight).map(({ word }) => word);
    const name = phrase.words.map(({ word }) => word).join(' ');
    const [first, last] = [heavy[0] ?? name, heavy.at(-1) ?? name];
    if (whole.isFull(name) || firsts.isFull(first) || lasts.isFull(last)) continue;
    if (heavy.some((word) => words.isOwn(word))) continue;
    for (const [quota, key] of [
      [whole, name],
      [firsts, first],
      [lasts, last],
    ] as const)
      quota.add(key);
    found.push(asRhyme(name, phrase, index));
  }
  return found;
}

function asRhyme(word: string, phrase: RatedPhrase, reading: number): FoundRhyme {
  const { matched, syllables, isPerfect } = phrase;
  const frequency = Math.min(...phrase.words.map((each) => each.frequency));
  return {
    word,
    is_phrase: true,
    reading,
    score: isPerfect ? 1 : roundScore(phrase.score),
    syllables,
    matched,
    frequency,
  };
}
