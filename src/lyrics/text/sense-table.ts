interface Sense<Reading> {
  where: 'prev' | 'next' | 'near' | 'anywhere';
  words: ReadonlySet<string>;
  /** Null: the word means what the lexicon says. */
  reading: Reading | null;
}

interface SenseRows<Reading> {
  /** Rows `word,word | where words or CLASSES: reading | … | reading`; the reading `.` is that of the lexicon. */
  rows: string;
  /** Words by class name. */
  classes: Readonly<Record<string, string>>;
  read: (text: string) => Reading;
}

const NEAR = 5;

/** What words with several senses mean beside their neighbours: the first reading whose condition applies. */
export class SenseTable<Reading> {
  readonly #senses = new Map<string, readonly Sense<Reading>[]>();

  constructor({ rows, classes, read }: SenseRows<Reading>) {
    for (const row of rows.trim().split('\n')) {
      const [heads = '', ...cells] = row.split('|');
      const senses = cells.map((cell) => readSense(cell, classes, read));
      for (const head of heads.trim().split(',')) this.#senses.set(head, senses);
    }
  }

  /** What a word means here; undefined for a word without senses, null where the lexicon has the meaning. */
  choose(line: readonly string[], at: number): Reading | null | undefined {
    const senses = this.#senses.get(line[at] ?? '');
    if (senses === undefined) return undefined;
    return senses.find((sense) => applies(sense, line, at))?.reading ?? null;
  }
}

function applies(
  { where, words }: Pick<Sense<unknown>, 'where' | 'words'>,
  line: readonly string[],
  at: number,
): boolean {
  switch (where) {
    case 'prev':
      return words.has(line[at - 1] ?? '');
    case 'next':
      return words.has(line[at + 1] ?? '');
    case 'near':
      return isNear(line, at, words);
    case 'anywhere':
      return true;
  }
}

function isNear(line: readonly string[], at: number, words: ReadonlySet<string>): boolean {
  const last = Math.min(line.length - 1, at + NEAR);
  for (let other = Math.max(0, at - NEAR); other <= last; other++)
    if (other !== at && words.has(line[other] ?? '')) return true;
  return false;
}

function readSense<Reading>(
  cell: string,
  classes: Readonly<Record<string, string>>,
  read: (text: string) => Reading,
): Sense<Reading> {
  const [first = '', second] = cell.split(':');
  const reading = (second ?? first).trim();
  return {
    ...(second === undefined
      ? { where: 'anywhere', words: new Set<string>() }
      : readCondition(first, classes)),
    reading: reading === '.' ? null : read(reading),
  };
}

function readCondition(
  text: string,
  classes: Readonly<Record<string, string>>,
): Pick<Sense<unknown>, 'where' | 'words'> {
  const [where, ...names] = text.trim().split(/\s+/);
  if (where !== 'prev' && where !== 'next' && where !== 'near')
    throw new Error(`unknown condition "${text}"`);
  const words = names.flatMap((name) => classes[name]?.split(' ') ?? [name]);
  return { where, words: new Set(words) };
}
