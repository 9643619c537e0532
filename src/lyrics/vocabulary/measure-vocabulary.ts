import type { Vocabulary } from '../contract.ts';
import type { Song, SongLine } from '../text/song.ts';
import { measureDiversity } from './diversity.ts';

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
  const once = song.lines.filter((line) => !line.repeated);
  const onceWords = once.flatMap(vocabularyWords);
  const sungWords = song.lines.flatMap(vocabularyWords);
  let letters = 0;
  let long = 0;
  for (const word of onceWords) {
    const length = letterCount(word);
    letters += length;
    if (length >= LONG_WORD_LETTERS) long += 1;
  }
  const count = onceWords.length;
  return {
    ...measureDiversity(onceWords),
    mean_word_length: count === 0 ? null : letters / count,
    long_word_ratio: count === 0 ? null : long / count,
    words_per_line: once.length === 0 ? null : count / once.length,
    distinct_line_ratio: song.lines.length === 0 ? null : once.length / song.lines.length,
    as_sung: measureDiversity(sungWords),
  };
}

function vocabularyWords(line: SongLine): string[] {
  const words: string[] = [];
  for (const { norm } of line.words) {
    if (PLAIN.test(norm)) words.push(norm);
    else if (LETTER.test(norm)) words.push(norm.replace(CLIPPED, 'ing').replace(APOSTROPHES, ''));
  }
  return words;
}

function letterCount(word: string): number {
  let count = 0;
  for (const char of word) if (char !== "'" && char !== '.' && char !== '*') count += 1;
  return count;
}
