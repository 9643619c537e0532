/** The words that the composer may write with, by number: parts of speech, senses, how usual they are, what they mean. */
export interface WordTable {
  readonly size: number;
  readonly words: readonly string[];
  /** Letters of parts of speech, the most usual first: see tag-words.ts. */
  readonly tags: readonly string[];
  /** Senses as bits, two numbers a word; none where they are not known. */
  readonly senses: Int32Array;
  /** log2 of the count in 51 million spoken words. */
  readonly frequency: Uint8Array;
  readonly vectorSize: number;
  /** `vectorSize` numbers a word, of length 127. */
  readonly vectors: Int8Array;
  /** The number of a word, -1 where it is not in the table. */
  find(word: string): number;
  /** The numbers of the words whose most usual tag this is and that the composer may choose by itself. */
  choosable(tag: string): readonly number[];
  isChoosable(number: number): boolean;
  /** Whether it is written as it is sung: "runnin'". */
  isClipped(number: number): boolean;
}

export interface PackedWords {
  readonly vector_size: number;
  /** Lines of "word tags senses frequency", with "-" for no senses. */
  readonly words: string;
  /** Base64 of the vectors. */
  readonly vectors: string;
}

/** Numbers from here on stand for other things than words. */
const MOST_WORDS = (1 << 14) - 2;

/** Throws RangeError for more words than have numbers. */
export function unpackWords({ vector_size: vectorSize, words: rows, vectors }: PackedWords): WordTable {
  const split = rows.split('\n').map((row) => row.split(' '));
  if (split.length > MOST_WORDS) throw new RangeError(`${split.length} words are too many for the composer`);
  const words = split.map(([word = '']) => word);
  const tags = split.map(([, tag = '']) => tag);
  const numbers = new Map(words.map((word, number) => [word, number]));
  const frequency = Uint8Array.from(split, ([, , , uses]) => Number(uses));
  const isChoosable = (number: number): boolean =>
    !(tags[number] ?? PROFANE).includes(PROFANE) && isUsual(words[number] ?? '', frequency[number] ?? 0);
  const byTag = Map.groupBy([...words.keys()].filter(isChoosable), (number) => tags[number]?.charAt(0) ?? '');
  const choosable = new Set([...byTag.values()].flat());
  const clipped = Uint8Array.from(words, (word) => Number(word.endsWith("in'")));
  return {
    size: words.length,
    words,
    tags,
    senses: Int32Array.from(split.flatMap(([, , senses = '-']) => senseBits(senses))),
    frequency,
    vectorSize,
    vectors: Int8Array.from(atob(vectors), (byte) => byte.charCodeAt(0)),
    find: (word) => numbers.get(word) ?? -1,
    choosable: (tag) => byTag.get(tag) ?? [],
    isChoosable: (number) => choosable.has(number),
    isClipped: (number) => clipped[number] === 1,
  };
}

/** Among the tags of words that are profane in some use: they stay where a source has them, and are never chosen. */
const PROFANE = 'x';
const MIN_FREQUENCY = 7;
const LONGEST = 12;

/** Whether most people know the word, and it is a whole one. */
const isUsual = (word: string, frequency: number): boolean =>
  frequency >= MIN_FREQUENCY && word.length >= 3 && word.length <= LONGEST && /^[a-z]+(?:in')?$/.test(word);

const HALF = 26;
const CAPITAL_A = 65;
const SMALL_A = 97;

/** Letters A-Z are the bits of the first number, a-z those of the second. */
function senseBits(senses: string): [number, number] {
  const bits: [number, number] = [0, 0];
  for (let at = 0; at < senses.length; at++) {
    const code = senses.charCodeAt(at);
    if (code >= SMALL_A) bits[1] |= 1 << (code - SMALL_A);
    else if (code >= CAPITAL_A && code < CAPITAL_A + HALF) bits[0] |= 1 << (code - CAPITAL_A);
  }
  return bits;
}

function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const SQUARE = 127 * 127;

/** Cosine of what two words mean, -1 to 1. */
export function likeness({ vectors, vectorSize }: WordTable, a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < vectorSize; i++)
    sum += (vectors[a * vectorSize + i] ?? 0) * (vectors[b * vectorSize + i] ?? 0);
  return sum / SQUARE;
}

/** Share of the senses of the word with fewer that the other has too, 0-1; 0.5 where nothing is known. */
export function sharedSenses({ senses }: WordTable, a: number, b: number): number {
  const [a0, a1, b0, b1] = [
    senses[2 * a] ?? 0,
    senses[2 * a + 1] ?? 0,
    senses[2 * b] ?? 0,
    senses[2 * b + 1] ?? 0,
  ];
  const few = Math.min(bitCount(a0) + bitCount(a1), bitCount(b0) + bitCount(b1));
  return few === 0 ? 0.5 : (bitCount(a0 & b0) + bitCount(a1 & b1)) / few;
}
