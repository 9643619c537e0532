import { type Reading, readReading } from './feeling-lexicon.ts';
import { NEIGHBOUR_CLASSES, SENSES } from './senses.ts';

interface Sense {
  where: 'prev' | 'next' | 'near' | 'anywhere';
  words: ReadonlySet<string>;
  /** Null: the word means what the lexicon says. */
  reading: Reading | null;
}

const NEAR = 5;
const TABLE = new Map<string, readonly Sense[]>();

/** What a word with several senses means here; undefined for any other word, null where the lexicon has the meaning. */
export function chooseSense(line: readonly string[], at: number): Reading | null | undefined {
  if (TABLE.size === 0) readTable();
  const senses = TABLE.get(line[at] ?? '');
  if (senses === undefined) return undefined;
  return senses.find((sense) => applies(sense, line, at))?.reading ?? null;
}

function applies({ where, words }: Sense, line: readonly string[], at: number): boolean {
  switch (where) {
    case 'prev':
      return words.has(line[at - 1] ?? '');
    case 'next':
      return words.has(line[at + 1] ?? '');
    case 'near':
      return line.slice(Math.max(0, at - NEAR), at + NEAR + 1).some((word) => words.has(word));
    case 'anywhere':
      return true;
  }
}

function readTable(): void {
  for (const row of SENSES.trim().split('\n')) {
    const [heads = '', ...cells] = row.split('|');
    const senses = cells.map(readSense);
    for (const head of heads.trim().split(',')) TABLE.set(head, senses);
  }
}

function readSense(cell: string): Sense {
  const [first = '', second] = cell.split(':');
  const reading = (second ?? first).trim();
  return {
    ...(second === undefined ? { where: 'anywhere', words: new Set() } : readCondition(first)),
    reading: reading === '.' ? null : readReading(reading),
  };
}

function readCondition(text: string): Pick<Sense, 'where' | 'words'> {
  const [where, ...names] = text.trim().split(/\s+/);
  if (where !== 'prev' && where !== 'next' && where !== 'near')
    throw new Error(`unknown condition "${text}"`);
  const words = names.flatMap((name) => NEIGHBOUR_CLASSES[name]?.split(' ') ?? [name]);
  return { where, words: new Set(words) };
}
