import type { Vocabulary } from '../contract.ts';
import type { Song } from '../text/song.ts';
import { measureDiversity } from './diversity.ts';
import { selectTokens, toSequence } from './word-sequence.ts';

const LONG_WORD_LETTERS = 7;
const LETTER = /\p{L}/u;
const PLAIN = /^[a-z]+$/;
const CLIPPED = /in'$/;
const APOSTROPHES = /^'+|'+$/g;

/**
 * Vocabulary of a song. A line that comes back counts once (choruses would otherwise decide the measures) except under
 * `as_sung`. Words are lower case, "-in'" equals "-ing", header lines and bare numbers are left out, ad-libs are in.
 */
export function measureVocabulary(song: Song): Vocabulary {
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
  const sung = toSequence(words);
  const once = selectTokens(sung, (at) => isNew[at] === true);
  const lengths = measureLengths(words, isNew);
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

function measureLengths(
  words: readonly string[],
  isNew: readonly boolean[],
): { letters: number; long: number } {
  let letters = 0;
  let long = 0;
  for (let at = 0; at < words.length; at++) {
    if (!isNew[at]) continue;
    const length = letterCount(words[at] ?? '');
    letters += length;
    if (length >= LONG_WORD_LETTERS) long += 1;
  }
  return { letters, long };
}

function vocabularyWord(norm: string): string | null {
  if (PLAIN.test(norm)) return norm;
  return LETTER.test(norm) ? norm.replace(CLIPPED, 'ing').replace(APOSTROPHES, '') : null;
}

function letterCount(word: string): number {
  let count = 0;
  for (const char of word) if (char !== "'" && char !== '.' && char !== '*') count += 1;
  return count;
}
