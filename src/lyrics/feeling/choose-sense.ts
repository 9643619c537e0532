import { SenseTable } from '../text/sense-table.ts';
import { type Reading, readReading } from './feeling-lexicon.ts';
import { NEIGHBOUR_CLASSES, SENSES } from './senses.ts';

let table: SenseTable<Reading> | undefined;

/** What a word with several senses means here; undefined for any other word, null where the lexicon has the meaning. */
export function chooseSense(line: readonly string[], at: number): Reading | null | undefined {
  table ??= new SenseTable({ rows: SENSES, classes: NEIGHBOUR_CLASSES, read: readReading });
  return table.choose(line, at);
}
