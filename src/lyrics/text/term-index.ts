import type { NumberedNorms, Song } from './song.ts';
import type { Word } from './tokenize.ts';
import { memoizeByWord } from './word-memo.ts';

/** A weighted word or phrase of a lexicon, found in a text. */
export interface TermHit<Category extends string> {
  category: Category;
  weight: number;
  line: number;
  start: number;
  end: number;
  /** Position of the first word in the list that was searched. */
  at: number;
}

interface Entry<Category extends string> {
  category: Category;
  weight: number;
}

interface Phrase<Category extends string> extends Entry<Category> {
  rest: readonly string[];
}

/** The lexicon entries of a word, and the phrases that begin with it. */
interface Known<Category extends string> {
  entries: readonly Entry<Category>[];
  phrases: readonly Phrase<Category>[];
}

/**
 * Finds the words and phrases of several weighted lexicons in one pass. A lexicon is rows "weight word word two_words";
 * inflected words find their base form, phrases match word for word.
 */
export class TermIndex<Category extends string> {
  readonly #words = new Map<string, Entry<Category>[]>();
  readonly #phrases = new Map<string, Phrase<Category>[]>();
  readonly #lookUp = memoizeByWord((norm: string) => this.#read(norm));

  constructor(lexicons: ReadonlyMap<Category, string>) {
    for (const [category, rows] of lexicons) {
      for (const row of rows.trim().split('\n')) {
        const [weight, ...terms] = row.trim().split(' ');
        for (const term of terms) this.#add(term, { category, weight: Number(weight) });
      }
    }
  }

  /** Hits in reading order; a phrase hides the single words of its own category that it contains. */
  find({ words, norms, normIds }: Pick<Song, 'words' | keyof NumberedNorms>): TermHit<Category>[] {
    const byNorm = norms.map((norm) => this.#lookUp(norm));
    const hits: TermHit<Category>[] = [];
    const covered = new Map<Category, number>();
    for (let at = 0; at < words.length; at++) {
      const known = byNorm[normIds[at] ?? 0];
      const word = words[at];
      if (!word || !known) continue;
      for (const { category, weight, rest } of known.phrases) {
        const last = matchRest(words, at, rest);
        if (!last || last.line !== word.line) continue;
        covered.set(category, last.end);
        hits.push({ category, weight, line: word.line, start: word.start, end: last.end, at });
      }
      for (const { category, weight } of known.entries) {
        if (covered.size > 0 && (covered.get(category) ?? -1) > word.start) continue;
        hits.push({ category, weight, line: word.line, start: word.start, end: word.end, at });
      }
    }
    return hits;
  }

  #add(term: string, entry: Entry<Category>): void {
    const [first, ...rest] = term.split('_');
    if (first === undefined) return;
    if (rest.length === 0) this.#words.set(first, [...(this.#words.get(first) ?? []), entry]);
    else this.#phrases.set(first, [...(this.#phrases.get(first) ?? []), { ...entry, rest }]);
  }

  #read(norm: string): Known<Category> | null {
    const phrases = this.#phrases.get(norm) ?? [];
    const form = baseForms(norm).find((candidate) => this.#words.has(candidate));
    const entries = (form === undefined ? undefined : this.#words.get(form)) ?? [];
    return phrases.length + entries.length === 0 ? null : { entries, phrases };
  }
}

function matchRest(words: readonly Word[], at: number, rest: readonly string[]): Word | undefined {
  for (let step = 0; step < rest.length; step++) {
    if (words[at + 1 + step]?.norm !== rest[step]) return undefined;
  }
  return words[at + rest.length];
}

/** The word, then the words that it may be an inflected or shortened form of, most likely first. */
export function baseForms(norm: string): string[] {
  const bare = norm.replace(/^'+|'+$/g, '').replace(/'s$/, '');
  const forms = [norm, bare];
  const stem = /^(.{3,}?)(?:ing|in)$/.exec(bare)?.[1];
  if (stem !== undefined) forms.push(`${stem}ing`, ...verbStems(stem));
  const past = /^(.{3,}?)ed$/.exec(bare)?.[1];
  if (past !== undefined) forms.push(...verbStems(past));
  if (/[^s]s$/.test(bare) && bare.length > 3) {
    const single = bare.slice(0, -1);
    forms.push(single);
    if (single.endsWith('ie')) forms.push(`${single.slice(0, -2)}y`);
    if (single.endsWith('e')) forms.push(single.slice(0, -1));
    if (single.endsWith('in')) forms.push(`${single}g`);
  }
  return forms;
}

function verbStems(stem: string): string[] {
  const doubled = /(.)\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...doubled];
}
