import type { Evidence } from '../../../../lyrics/contract.ts';
import { foldWord } from '../../../../lyrics/text/fold.ts';
import { readSong, type Song } from '../../../../lyrics/text/song.ts';
import { tokenize, type Word } from '../../../../lyrics/text/tokenize.ts';

/** Maximum distance between the line that the model names and the line that holds the words. */
const NEAR_LINES = 3;
/** A quote of at least this many words is accepted anywhere in the text: a match by chance is very unlikely. */
const LONG_QUOTE_WORDS = 4;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Finds quotes in a text by their words: ignores case, punctuation and spaces, but every word must match. */
export class QuoteFinder {
  readonly #text: string;
  readonly #words: readonly Word[];
  readonly #lines: Song['lines'];
  readonly #starts = new Map<string, number[]>();

  /** `hidden` lines (0-based) and header lines are not accepted as evidence. */
  constructor(text: string, hidden: ReadonlySet<number>) {
    const song = readSong(text);
    this.#text = text;
    this.#lines = song.lines.filter(({ number }) => !hidden.has(number));
    this.#words = this.#lines.flatMap(({ words }) => words);
    for (const [i, { norm }] of this.#words.entries()) {
      const known = this.#starts.get(norm);
      if (known) known.push(i);
      else this.#starts.set(norm, [i]);
    }
  }

  /** The position of the quote that is nearest to `line` (0-based); null if it does not occur there or nearby. */
  find(quote: string, line: number): Evidence | null {
    const words = tokenize(quote).map(({ norm }) => norm);
    if (UNSPACED.test(quote)) return this.#findUnspaced(quote, line);
    const near = words.length >= LONG_QUOTE_WORDS ? Number.POSITIVE_INFINITY : NEAR_LINES;
    let best: { at: number; distance: number } | null = null;
    for (const at of this.#matches(words)) {
      const distance = Math.abs((this.#words[at]?.line ?? 0) - line);
      if (distance <= near && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
        best = { at, distance };
    }
    return best === null ? null : this.#evidence(best.at, words.length);
  }

  /** All positions of the same words with the same capitals, in order. */
  findAll({ start, end }: Evidence): Evidence[] {
    const spelling = this.#text.slice(start, end);
    const words = tokenize(spelling).map(({ norm }) => norm);
    return this.#matches(words)
      .map((at) => this.#evidence(at, words.length))
      .filter((place) => this.#text.slice(place.start, place.end) === spelling);
  }

  #matches(words: readonly string[]): number[] {
    const starts = this.#starts.get(words[0] ?? '') ?? [];
    return starts.filter((start) => words.every((word, i) => this.#words[start + i]?.norm === word));
  }

  /** For a quote that runs over a line end, the part in the line that holds most of it is used. */
  #evidence(at: number, length: number): Evidence {
    const byLine = Map.groupBy(this.#words.slice(at, at + length), ({ line }) => line);
    const most = [...byLine.values()].reduce((a, b) => (b.length > a.length ? b : a));
    return { line: most[0]?.line ?? 0, start: most[0]?.start ?? 0, end: most.at(-1)?.end ?? 0 };
  }

  #findUnspaced(quote: string, line: number): Evidence | null {
    const wanted = foldWord(quote.trim());
    const near = this.#lines
      .filter(({ number }) => Math.abs(number - line) <= NEAR_LINES)
      .sort((a, b) => Math.abs(a.number - line) - Math.abs(b.number - line));
    for (const { number, words } of near) {
      const from = words[0]?.start ?? 0;
      const at = foldWord(this.#text.slice(from, words.at(-1)?.end)).indexOf(wanted);
      if (at >= 0) return { line: number, start: from + at, end: from + at + wanted.length };
    }
    return null;
  }
}

/** Whether the words are enough to support a judgement: two of them, or one of four letters. */
export function isTelling(quote: string): boolean {
  const words = tokenize(quote);
  return (
    words.length >= 2 ||
    (words[0]?.norm.length ?? 0) >= 4 ||
    (UNSPACED.test(quote) && quote.trim().length >= 2)
  );
}
