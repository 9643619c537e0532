import { wordStem } from '../../lib/word-stem.ts';
import { LABELS_ASKED, WORDS_SAID } from './concept-table.ts';
import { TRANSLATIONS } from './translations.ts';

type Meanings = ReadonlyMap<string, ReadonlySet<string>>;

/** What each word means, by its stem, from lines of `meaning: words` or `words: meanings`. */
function readTable(
  table: string,
  read: (left: string, right: string) => [words: string, meanings: string],
  keyOf: (word: string) => string = wordStem,
): Meanings {
  const meanings = new Map<string, Set<string>>();
  for (const line of table.trim().split('\n')) {
    const [left = '', right = ''] = line.split(': ');
    const [words, meant] = read(left, right);
    for (const word of words.split(' ')) {
      const key = keyOf(word);
      meanings.set(key, new Set([...(meanings.get(key) ?? []), ...meant.split(' ')]));
    }
  }
  return meanings;
}

/** `theme loss_grief` as the notes of a song name it: one word that nobody sings. */
export const labelWord = (label: string): string => label.replaceAll(/[ _-]/g, '');

const LABELS = readTable(LABELS_ASKED, (label, words) => [words, labelWord(label)]);
const SAID = readTable(WORDS_SAID, (words, said) => [words, said]);

/** A query of more content words describes what it means itself. */
const MAX_BARE_WORDS = 3;

/** Words of songs about the themes and moods that a query of a few content words names; otherwise none. */
export function conceptWords(content: readonly string[]): string[] {
  if (content.length > MAX_BARE_WORDS) return [];
  const known = content.flatMap((word) => [...(SAID.get(wordStem(word)) ?? [])]);
  return [...new Set(known)].filter((word) => !content.includes(word));
}

const MARKS = /\p{M}+/gu;
const folded = (word: string): string => word.normalize('NFKD').replaceAll(MARKS, '').normalize();

const ENGLISH = readTable(TRANSLATIONS, (english, words) => [words, english], folded);

/** The English words for those of a query in another language, in their order; those that are not known are left out. */
export const inEnglish = (words: readonly string[]): string[] =>
  words.flatMap((word) => [...(ENGLISH.get(folded(word)) ?? [])]);

/**
 * What each word also asks for: labels, as the notes of songs name them, and for a foreign word its English ones. Words
 * without either are left out.
 */
export function labelsOf(words: readonly string[], isEnglish = true): Record<string, string> {
  return Object.fromEntries(
    words.flatMap((word) => {
      const english = isEnglish ? [] : inEnglish([word]);
      const labels = [word, ...english].flatMap((one) => [...(LABELS.get(wordStem(one)) ?? [])]);
      const asked = [...new Set([...english, ...labels])];
      return asked.length === 0 ? [] : [[word, asked.join(' ')]];
    }),
  );
}
