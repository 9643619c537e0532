import { isSameWord } from '../../lyrics/rhyme/same-word.ts';
import { likeness, sharedSenses, type WordTable } from './word-table.ts';

/** A word that may stand for another, and how well it does: about -1 to 2. */
export interface Stand {
  readonly number: number;
  readonly fit: number;
}

const NEIGHBOURS = 40;
const USUAL = 10;
/** Words that fit worse are not tried, unless the topic asks for them. */
export const MIN_FIT = -0.25;

/** How well one word stands for another of its part of speech: alike in meaning and in kind, and not a rare word. */
export function fitOf(table: WordTable, original: number, other: number): number {
  if (table.isClipped(other) !== table.isClipped(original)) return -1;
  const usual = Math.min(0, (table.frequency[other] ?? 0) - USUAL) * 0.12;
  return 1.2 * likeness(table, original, other) + 0.9 * sharedSenses(table, original, other) - 0.9 + usual;
}

const CACHES = new WeakMap<WordTable, Map<string, readonly Stand[]>>();

/** The words of a part of speech that stand best for a word, best first, kept for the table's lifetime. */
export function standsFor(table: WordTable, original: number, tag: string): readonly Stand[] {
  const cache = CACHES.get(table) ?? new Map<string, readonly Stand[]>();
  CACHES.set(table, cache);
  const key = `${original} ${tag}`;
  const known = cache.get(key);
  if (known) return known;
  const from = table.words[original] ?? '';
  const found: Stand[] = [];
  for (const number of table.choosable(tag)) {
    const fit = fitOf(table, original, number);
    if (fit > MIN_FIT && !isSameWord(table.words[number] ?? '', from)) found.push({ number, fit });
  }
  const best = found.sort((a, b) => b.fit - a.fit).slice(0, NEIGHBOURS);
  cache.set(key, best);
  return best;
}
