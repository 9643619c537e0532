import type { WordTable } from '../word-table.ts';
import { inflectVerb, VERB_FORMS } from './verb-forms.ts';

const CACHES = new WeakMap<WordTable, ReadonlyMap<string, string>>();

function readBases(table: WordTable): ReadonlyMap<string, string> {
  const bases = new Map<string, string>();
  const verbs = table.words.filter(
    (word, number) => /^[a-z]+$/.test(word) && (table.tags[number] ?? '').includes('b'),
  );
  for (const verb of verbs) {
    // A past that looks like a base ("saw", "left") is read as the past of the more usual verb.
    for (const form of VERB_FORMS) {
      const spelled = inflectVerb(verb, form);
      const known = bases.get(spelled);
      if (known === undefined || usesOf(table, verb) > usesOf(table, known)) bases.set(spelled, verb);
    }
  }
  return bases;
}

const usesOf = ({ frequency, find }: WordTable, word: string): number => frequency[find(word)] ?? 0;

/** The base of a verb in any form; null for what is not a verb of the table. */
export function baseOfVerb(table: WordTable, word: string): string | null {
  const known = CACHES.get(table) ?? readBases(table);
  CACHES.set(table, known);
  return known.get(word) ?? null;
}
