import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { soundOf } from './word-sounds.ts';
import type { WordTable } from './word-table.ts';

/** Words that rhyme with one another. */
export interface RhymeClass {
  readonly key: string;
  /** The vowel that carries the rhyme, an index in VOWELS. */
  readonly anchor: number;
  /** By number in the table. */
  readonly words: readonly number[];
  readonly numbers: ReadonlySet<number>;
}

const END_TAGS = 'nusjbdgzmr';
const CACHES = new WeakMap<WordTable, ReadonlyMap<string, RhymeClass>>();

/** Every rhyme of the table with the words that can end a line on it, kept for the table's lifetime. */
export function rhymeClasses(table: WordTable, lexicon: Lexicon): ReadonlyMap<string, RhymeClass> {
  const known = CACHES.get(table);
  if (known) return known;
  const classes = new Map<string, { key: string; anchor: number; words: number[]; numbers: Set<number> }>();
  for (let number = 0; number < table.size; number++) {
    if (!END_TAGS.includes(table.tags[number]?.charAt(0) ?? '-') || !table.isChoosable(number)) continue;
    const { rhymeKey: key, anchor } = soundOf(lexicon, table.words[number] ?? '');
    if (key === '') continue;
    const found = classes.get(key) ?? { key, anchor, words: [], numbers: new Set<number>() };
    classes.set(key, found);
    found.words.push(number);
    found.numbers.add(number);
  }
  CACHES.set(table, classes);
  return classes;
}
