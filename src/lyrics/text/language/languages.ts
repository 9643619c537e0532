import { ENGLISH_SLANG, LATIN_WORDS } from './latin-words.ts';
import { ROMANISED_WORDS } from './romanised-words.ts';
import { SCRIPT_WORDS } from './script-words.ts';
import { GRAM_LANGUAGES } from './word-grams.ts';

const LATIN = '-Latn';
const ALONE =
  'ja yue zh ko el hy he dv nqo bn as pa gu or ta te kn ml si th lo bo my ka am ti chr iu km sat zgh ja'.split(
    ' ',
  );

/** Every list of everyday words with its language. */
export const ALL_LISTS: readonly (readonly [language: string, words: string])[] = [
  ...Object.entries(LATIN_WORDS),
  ['en', ENGLISH_SLANG],
  ...Object.entries(ROMANISED_WORDS).map(([code, words]) => [code + LATIN, words] as const),
  ...Object.entries(SCRIPT_WORDS),
];

/** Every language that can be told, by index: a code, with `-Latn` where it is in Latin letters and usually is not. */
export const LANGUAGES: readonly string[] = [
  ...new Set([...ALL_LISTS.map(([language]) => language), ...GRAM_LANGUAGES, ...ALONE]),
];

const INDEXES = new Map(LANGUAGES.map((language, index) => [language, index]));

export function indexOf(language: string): number {
  const index = INDEXES.get(language);
  if (index === undefined) throw new Error(`no language ${language}`);
  return index;
}

export const ENGLISH = indexOf('en');

/** Whether a language is in Latin letters although it has a script of its own. */
export const isRomanised = (index: number): boolean => LANGUAGES[index]?.endsWith(LATIN) ?? false;

/** ISO 639-1 code of a language, ISO 639-3 where it has none. */
export const codeAt = (index: number): string => (LANGUAGES[index] ?? '').replace(LATIN, '');

type Lists = ReadonlyMap<string, readonly number[]>;

const MARKS = /\p{M}/gu;
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe' };
let lists: { spelled: Lists; plain: Lists } | undefined;

/** The languages that have a word on their list of everyday words. */
export function listedIn(word: string): readonly number[] {
  lists ??= readLists();
  return lists.spelled.get(word) ?? [];
}

/** The languages that have it with accents which the word, or its writer, left out. */
export function listedWithAccents(word: string): readonly number[] {
  lists ??= readLists();
  return lists.plain.get(word) ?? [];
}

function readLists(): { spelled: Lists; plain: Lists } {
  const [spelled, plain] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const note = (found: Map<string, number[]>, word: string, index: number): void => {
    const before = found.get(word);
    if (before === undefined) found.set(word, [index]);
    else if (!before.includes(index)) before.push(index);
  };
  for (const [language, words] of ALL_LISTS)
    for (const word of words.split(' ')) {
      note(spelled, word, indexOf(language));
      const bare = withoutAccents(word);
      if (bare !== word) note(plain, bare, indexOf(language));
    }
  return { spelled, plain };
}

function withoutAccents(word: string): string {
  if (/^[ -~]*$/.test(word)) return word;
  const bare = word.normalize('NFD').replace(MARKS, '');
  return bare.replace(/[ıłđøßæœ]/g, (letter) => PLAIN[letter] ?? letter);
}
