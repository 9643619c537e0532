import { wordStem } from '../../lib/word-stem.ts';
import { LABELS_ASKED, WORDS_SAID } from './concept-table.ts';

type Meanings = ReadonlyMap<string, ReadonlySet<string>>;

/** What each word means, by its stem, from lines of `meaning: words` or `words: meanings`. */
function readTable(
  table: string,
  read: (left: string, right: string) => [words: string, meanings: string],
): Meanings {
  const meanings = new Map<string, Set<string>>();
  for (const line of table.trim().split('\n')) {
    const [left = '', right = ''] = line.split(': ');
    const [words, meant] = read(left, right);
    for (const word of words.split(' ')) {
      const stem = wordStem(word);
      meanings.set(stem, new Set([...(meanings.get(stem) ?? []), ...meant.split(' ')]));
    }
  }
  return meanings;
}

/** `theme loss_grief` as the notes of a song name it: one word that nobody sings. */
const labelWord = (label: string): string => label.replaceAll(/[ _]/g, '');

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

/** The labels of songs that each word asks for, as the notes of songs name them; words without one are left out. */
export function labelsOf(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.flatMap((word) => {
      const labels = LABELS.get(wordStem(word));
      return labels === undefined ? [] : [[word, [...labels].join(' ')]];
    }),
  );
}
