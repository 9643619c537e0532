import type { Lexicon } from '../../phonetics/lexicon.ts';
import type { FoundRhyme, RhymeOptions } from './contract.ts';
import { findEndings, findWords, type RatedWord } from './find-words.ts';
import type { Query, QueryReading } from './read-query.ts';
import type { Sounding } from './soundings.ts';
import { familyOf } from './word-family.ts';

export const roundScore = (value: number): number => Math.round(Math.min(1, value) * 1000) / 1000;

/** Spellings that are read as another word or as a letter. */
const isWord = (spelling: string): boolean =>
  spelling.length > 1 ? /[aeiouy]/.test(spelling) : /[aio]/.test(spelling);

/** The words of one answer: none twice, and none that is a form of a word of the query. */
export class WordAnswers {
  readonly #families: ReadonlySet<string>;
  readonly #seen = new Set<string>();
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon, { words }: Query) {
    this.#lexicon = lexicon;
    this.#families = new Set(words.flatMap((word) => [...familyOf(word)]));
  }

  /** Whether it is a word of the query, or an inflection or derived word of one. */
  isOwn(word: string): boolean {
    for (const stem of familyOf(word)) if (this.#families.has(stem)) return true;
    return false;
  }

  /** The best words for one reading, at most `limit`. */
  find({ soundings }: QueryReading, reading: number, options: RhymeOptions): FoundRhyme[] {
    const found: FoundRhyme[] = [];
    for (const sounding of soundings) {
      const rated = findWords(this.#lexicon, sounding, { kind: options.kind, isThorough: options.limit > 1 });
      found.push(...this.#take(rated, { sounding, reading, options, room: options.limit - found.length }));
    }
    const [first] = soundings;
    const room = options.limit - found.length;
    if (options.kind === 'near' && first && room > 0)
      found.push(
        ...this.#take(findEndings(this.#lexicon, first), { sounding: first, reading, options, room }),
      );
    return found;
  }

  #take(
    rated: readonly RatedWord[],
    {
      sounding,
      reading,
      options,
      room,
    }: { sounding: Sounding; reading: number; options: RhymeOptions; room: number },
  ): FoundRhyme[] {
    const found: FoundRhyme[] = [];
    for (const { id, frequency, matched, score, syllables } of rated) {
      if (found.length >= room) break;
      if (options.syllables !== undefined && syllables !== options.syllables) continue;
      const word = written(this.#lexicon.entry(id).spelling, sounding);
      if (word === undefined || this.#seen.has(word) || !isWord(word) || this.isOwn(word)) continue;
      this.#seen.add(word);
      const worth = roundScore(score * sounding.worth);
      found.push({ word, is_phrase: false, reading, score: worth, syllables, matched, frequency });
    }
    return found;
  }
}

/** A word as the answer writes it: "gunnin'" for a query in -in'. */
function written(spelling: string, { dropsG }: Sounding): string | undefined {
  if (!dropsG) return spelling;
  return spelling.endsWith('ing') ? `${spelling.slice(0, -1)}'` : undefined;
}
