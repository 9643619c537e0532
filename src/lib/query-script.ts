/** Scripts that write no blanks between words, or add particles to them: the same as in `unspaced_pairs` of the database. */
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+/g;
const CYRILLIC_TWINS = new Map(
  [...'АВЕКМНОРСТУХаеорсухіјѕ'].map((letter, i) => [letter, [...'ABEKMHOPCTYXaeopcyxijs'][i] ?? letter]),
);
const WORD = /[\p{L}\p{N}]+/gu;

/** Whether a text is, or contains, writing without blanks. */
export const isUnspaced = (text: string): boolean => text.search(UNSPACED) >= 0;

/** The word as the database indexes it: pairs of characters of a script without blanks, otherwise the word itself. */
export function indexedForms(word: string): string[] {
  const forms = Array.from(word.matchAll(UNSPACED), ([run]) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
  ).flat();
  const spaced = word.replaceAll(UNSPACED, ' ').split(' ');
  return [...spaced.filter((part) => part !== ''), ...forms];
}

/** Characters that nobody sees: soft hyphens, spaces without width, and marks of direction. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The text in its usual characters: without styled or full-width letters, unseen characters, and Cyrillic twins in Latin
 * words.
 */
export function inUsualLetters(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(UNSEEN, '')
    .replaceAll(WORD, (word) =>
      /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)
        ? Array.from(word, (letter) => CYRILLIC_TWINS.get(letter) ?? letter).join('')
        : word,
    );
}
