const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const QUOTED = /[“"«]([^“"«”»]*)[”"»]/g;
/** So many words in a row are a quotation. */
const QUOTED_WORDS = 5;
/** A phrase of fewer words says nothing by standing in the text too. */
const MIN_PHRASE_WORDS = 3;

const wordsOf = (text: string): string[] =>
  Array.from(text.toLowerCase().replaceAll('’', "'").matchAll(WORD), ([word]) => word);

/**
 * Tells whether what somebody wrote about a text repeats it: five words in a row, all of it where it is shorter (three
 * words at least), or anything that it puts in quotation marks. The text is read once.
 */
export function quotationsOf(text: string): (phrase: string) => boolean {
  const source = ` ${wordsOf(text).join(' ')} `;
  const holds = (words: readonly string[]) => source.includes(` ${words.join(' ')} `);
  // The last word of a shortened quotation may be cut.
  const begins = (words: readonly string[]) => words.length > 0 && source.includes(` ${words.join(' ')}`);
  return (phrase) => {
    if (Array.from(phrase.matchAll(QUOTED), ([, inside = '']) => wordsOf(inside)).some(begins)) return true;
    const words = wordsOf(phrase);
    if (words.length < QUOTED_WORDS) return words.length >= MIN_PHRASE_WORDS && holds(words);
    return words.some((_, i) => i + QUOTED_WORDS <= words.length && holds(words.slice(i, i + QUOTED_WORDS)));
  };
}
