import { readSong } from '../../lyrics/text/song.ts';
import { vocabularyWords } from '../../lyrics/vocabulary/measure-vocabulary.ts';

/**
 * Token counts at which types are counted. Fixed, because types grow with tokens and only equal numbers of tokens are
 * comparable; several, so that artists with few songs can be compared too. The last is the number used by the
 * best-known such comparison (M. Daniels, "The Largest Vocabulary in Hip Hop", 2014).
 */
export const VOCABULARY_TOKENS = [1000, 5000, 35_000] as const;
const MARKS: ReadonlySet<number> = new Set(VOCABULARY_TOKENS);
const ENOUGH = Math.max(...VOCABULARY_TOKENS);

export interface ArtistVocabulary {
  /** Tokens read: all of them, or the last number of `VOCABULARY_TOKENS`. */
  tokens: number;
  /** Types in the first so many tokens; null if there are fewer tokens. */
  typesInFirst: { tokens: number; types: number | null }[];
  /** The types in order of first use. */
  words: string[];
}

/** The types of an artist's songs, read song by song until there are enough tokens. Each line counts once per song. */
export class VocabularyCounter {
  readonly #words = new Set<string>();
  readonly #typesAt = new Map<number, number>();
  #tokens = 0;

  get isFull(): boolean {
    return this.#tokens >= ENOUGH;
  }

  add(lyrics: string): void {
    const { words, isNew } = vocabularyWords(readSong(lyrics));
    for (let at = 0; at < words.length && !this.isFull; at++) {
      const word = words[at];
      if (word === undefined || !isNew[at]) continue;
      this.#words.add(word);
      this.#tokens += 1;
      if (MARKS.has(this.#tokens)) this.#typesAt.set(this.#tokens, this.#words.size);
    }
  }

  result(): ArtistVocabulary {
    return {
      tokens: this.#tokens,
      typesInFirst: VOCABULARY_TOKENS.map((tokens) => ({ tokens, types: this.#typesAt.get(tokens) ?? null })),
      words: [...this.#words],
    };
  }
}
