import { trimOf } from '../../lib/trim-text.ts';
import type { Vocabulary } from '../contract.ts';
import type { Song } from '../text/song.ts';
import { measureDiversity } from './diversity.ts';
import { selectTokens, type WordSequence, withCounts } from './word-sequence.ts';

const LONG_WORD_LETTERS = 7;
const LETTER = /\p{L}/u;
const PLAIN = /^[a-z]+$/;
const CLIPPED = /in'$/;

/**
 * Vocabulary of a song. A repeated line counts once (otherwise choruses would dominate the measures) except under
 * `as_sung`. Words are lower case, "-in'" equals "-ing", header lines and bare numbers are left out, ad-libs are in.
 */
export function measureVocabulary(song: Song): Vocabulary {
  const { sung, words, isNew } = readVocabulary(song);
  const once = selectTokens(sung, (at) => isNew[at] === 1);
  const lengths = measureLengths(sung.ids, isNew, words.map(letterCount));
  const newLines = song.lines.reduce((sum, line) => sum + (line.repeated ? 0 : 1), 0);
  const tokens = once.ids.length;
  return {
    ...measureDiversity(once),
    mean_word_length: tokens === 0 ? null : lengths.letters / tokens,
    long_word_ratio: tokens === 0 ? null : lengths.long / tokens,
    words_per_line: newLines === 0 ? null : tokens / newLines,
    distinct_line_ratio: song.lines.length === 0 ? null : newLines / song.lines.length,
    as_sung: measureDiversity(sung),
  };
}

interface SungVocabulary {
  sung: WordSequence;
  /** The word of each type. */
  words: readonly string[];
  /** 1 for each token of a line that is not a repeat. */
  isNew: Uint8Array;
}

function readVocabulary(song: Song): SungVocabulary {
  const { typeOf, words } = typeNorms(song.norms);
  const ids = new Int32Array(song.words.length);
  const isNew = new Uint8Array(song.words.length);
  let count = 0;
  for (const line of song.lines) {
    const end = line.firstWord + line.words.length;
    for (let at = line.firstWord; at < end; at++) {
      const type = typeOf[song.normIds[at] ?? 0] ?? NO_WORD;
      if (type === NO_WORD) continue;
      ids[count] = type;
      isNew[count++] = line.repeated ? 0 : 1;
    }
  }
  return { sung: withCounts(ids.slice(0, count), words.length), words, isNew };
}

const NO_WORD = -1;

// Several norms can be one word of the vocabulary ("rollin'", "rolling").
function typeNorms(norms: readonly string[]): { typeOf: Int32Array; words: string[] } {
  const types = new Map<string, number>();
  const typeOf = Int32Array.from(norms, (norm) => {
    const word = vocabularyWord(norm);
    if (word === null) return NO_WORD;
    const type = types.get(word) ?? types.size;
    types.set(word, type);
    return type;
  });
  return { typeOf, words: [...types.keys()] };
}

/** The words that vocabulary is measured on, in order, and whether each stands on a line that did not come before. */
export function vocabularyWords(song: Song): { words: string[]; isNew: boolean[] } {
  const words: string[] = [];
  const isNew: boolean[] = [];
  for (const line of song.lines) {
    for (const { norm } of line.words) {
      const word = vocabularyWord(norm);
      if (word === null) continue;
      words.push(word);
      isNew.push(!line.repeated);
    }
  }
  return { words, isNew };
}

function measureLengths(
  ids: Int32Array,
  isNew: Uint8Array,
  lengths: readonly number[],
): { letters: number; long: number } {
  let letters = 0;
  let long = 0;
  for (let at = 0; at < ids.length; at++) {
    if (isNew[at] !== 1) continue;
    const length = lengths[ids[at] ?? 0] ?? 0;
    letters += length;
    if (length >= LONG_WORD_LETTERS) long += 1;
  }
  return { letters, long };
}

function vocabularyWord(norm: string): string | null {
  if (PLAIN.test(norm)) return norm;
  return LETTER.test(norm) ? trimOf(norm.replace(CLIPPED, 'ing'), "'") : null;
}

function letterCount(word: string): number {
  let count = 0;
  if (PLAIN.test(word)) return word.length;
  for (const char of word) if (char !== "'" && char !== '.' && char !== '*') count += 1;
  return count;
}
