import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { isSameWord } from '../../lyrics/rhyme/same-word.ts';
import { vowelSimilarity } from '../../lyrics/rhyme/sound-similarity.ts';
import { readWords } from './read-words.ts';
import { soundOf, type WordSound } from './word-sounds.ts';
import type { WordTable } from './word-table.ts';

/** What speaks for a line as the next one, in the order of WEIGHTS. */
export const NEXT_LINE_FEATURES = [
  'rhymes_last', 'rhymes_second', 'rhymes_third', 'alike_last', 'alike_second', 'same_end', 'length', 'words_last',
  'words_recent', 'words_song', 'meaning_recent', 'meaning_song', 'first_word', 'pairs_song', 'repeats_line',
  'names_song', 'clipped',
] as const; // biome-ignore format: a table

/** Learned by scripts/train/compose/train-next-line.ts, on real songs. */
export const WEIGHTS: readonly number[] = [
  1.32, 0.0165, 0.379, 1.53, 0.54, 3.39, 2.01, -0.161, 0.703, 1.76, 1.07, -1.57, 0.833, 1.84, 6.55, 1.27,
  2.61,
];

const RECENT = 4;
/** A word that the table lacks is worth this much when two lines share it: it is rare. */
const RARE_WORTH = 12;
const MOST_USUAL = 18;

interface ReadLine {
  readonly words: readonly string[];
  readonly end: string;
  readonly sound: WordSound;
  readonly syllables: number;
  readonly meaning: Float64Array;
  readonly names: readonly string[];
}

export interface NextLineTools {
  readonly lexicon: Lexicon;
  readonly table: WordTable;
}

/** The lines of a song so far, read for the comparison with what may come next. */
export class NextLineScorer {
  readonly #tools: NextLineTools;
  readonly #lines: readonly ReadLine[];
  readonly #song: ReadonlySet<string>;
  readonly #recent: ReadonlySet<string>;
  readonly #pairs: ReadonlySet<string>;
  readonly #texts: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  readonly #firsts: ReadonlySet<string>;
  readonly #meaning: { readonly recent: Float64Array; readonly song: Float64Array };
  readonly #clipped: number;

  constructor(given: readonly string[], tools: NextLineTools) {
    this.#tools = tools;
    this.#lines = given.map((line) => this.#read(line));
    const recent = this.#lines.slice(-RECENT);
    this.#song = new Set(this.#lines.flatMap(({ words }) => words));
    this.#recent = new Set(recent.flatMap(({ words }) => words));
    this.#pairs = new Set(this.#lines.flatMap(({ words }) => pairsOf(words)));
    this.#texts = new Set(this.#lines.map(({ words }) => words.join(' ')));
    this.#names = new Set(this.#lines.flatMap(({ names }) => names));
    this.#firsts = new Set(recent.map(({ words }) => words[0] ?? ''));
    this.#meaning = { recent: sumOf(recent, tools.table), song: sumOf(this.#lines, tools.table) };
    this.#clipped = clippedShare(this.#lines.flatMap(({ words }) => words));
  }

  /** Higher is more fitting. */
  score(candidate: string): number {
    return this.features(candidate).reduce((sum, value, at) => sum + value * (WEIGHTS[at] ?? 0), 0);
  }

  /** The values of NEXT_LINE_FEATURES. */
  features(candidate: string): number[] {
    const line = this.#read(candidate);
    const [last, second, third] = [this.#lines.at(-1), this.#lines.at(-2), this.#lines.at(-3)];
    const middle = meanSyllables(this.#lines.slice(-RECENT));
    const content = [...new Set(line.words)];
    const shared = (own: ReadonlySet<string>): number =>
      content.reduce((sum, word) => sum + (own.has(word) ? this.#rarity(word) : 0), 0) /
      Math.sqrt(1 + content.length);
    return [
      endsRhyme(line, last), endsRhyme(line, second), endsRhyme(line, third), endsAlike(line, last), endsAlike(line, second),
      Number(last !== undefined && last.end === line.end),
      -Math.abs(Math.log((1 + line.syllables) / (1 + middle))),
      shared(new Set(last?.words)), shared(this.#recent), shared(this.#song),
      cosine(line.meaning, this.#meaning.recent), cosine(line.meaning, this.#meaning.song),
      Number(this.#firsts.has(line.words[0] ?? '-')),
      pairsOf(line.words).filter((pair) => this.#pairs.has(pair)).length / Math.sqrt(1 + line.words.length),
      Number(this.#texts.has(line.words.join(' '))),
      line.names.filter((name) => this.#names.has(name)).length,
      -Math.abs(clippedShare(line.words) - this.#clipped),
    ]; // biome-ignore format: in the order of NEXT_LINE_FEATURES
  }

  #rarity(word: string): number {
    const number = this.#tools.table.find(word);
    return (
      (number < 0 ? RARE_WORTH : Math.max(0, MOST_USUAL - (this.#tools.table.frequency[number] ?? 0))) /
      MOST_USUAL
    );
  }

  #read(text: string): ReadLine {
    const { lexicon, table } = this.#tools;
    const read = readWords(text);
    const words = read.map(({ word }) => word);
    const end = words.at(-1) ?? '';
    return {
      words,
      end,
      sound: soundOf(lexicon, end),
      syllables: words.reduce((sum, word) => sum + soundOf(lexicon, word).syllables, 0),
      meaning: meaningOf(words, table),
      names: read.slice(1).flatMap(({ shown, word }) => (/^\p{Lu}\p{Ll}/u.test(shown) ? [word] : [])),
    };
  }
}

const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at]} ${word}`);

const meanSyllables = (lines: readonly ReadLine[]): number =>
  lines.reduce((sum, { syllables }) => sum + syllables, 0) / Math.max(1, lines.length);

const clippedShare = (words: readonly string[]): number =>
  words.filter((word) => /in'?$/.test(word) && word.length > 4).length / Math.max(1, words.length);

const endsRhyme = (line: ReadLine, other: ReadLine | undefined): number =>
  Number(
    other !== undefined &&
      line.sound.endKey !== '' &&
      line.sound.endKey === other.sound.endKey &&
      !isSameWord(line.end, other.end),
  );

/** How alike the vowels are that carry the rhyme of two ends, 0-1; 0 for the same word. */
function endsAlike(line: ReadLine, other: ReadLine | undefined): number {
  if (
    other === undefined ||
    line.sound.anchor < 0 ||
    other.sound.anchor < 0 ||
    isSameWord(line.end, other.end)
  )
    return 0;
  return vowelSimilarity(line.sound.anchor, other.sound.anchor);
}

/** The sum of what the words mean, the rarer ones with more weight. */
function meaningOf(words: readonly string[], table: WordTable): Float64Array {
  const sum = new Float64Array(table.vectorSize);
  for (const word of words) {
    const number = table.find(word);
    const weight = number < 0 ? 0 : Math.max(0, MOST_USUAL - (table.frequency[number] ?? 0)) / MOST_USUAL;
    for (let i = 0; i < sum.length && weight > 0; i++)
      sum[i] = (sum[i] ?? 0) + weight * (table.vectors[number * table.vectorSize + i] ?? 0);
  }
  return sum;
}

function sumOf(lines: readonly ReadLine[], table: WordTable): Float64Array {
  const sum = new Float64Array(table.vectorSize);
  for (const { meaning } of lines)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (meaning[i] ?? 0);
  return sum;
}

function cosine(a: Float64Array, b: Float64Array): number {
  let [dot, one, other] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += (a[i] ?? 0) * (b[i] ?? 0);
    one += (a[i] ?? 0) ** 2;
    other += (b[i] ?? 0) ** 2;
  }
  return one === 0 || other === 0 ? 0 : dot / Math.sqrt(one * other);
}
