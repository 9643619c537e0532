const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const QUOTED = /[“"«]([^“"«”»]*)[”"»]/g;
/** This many words in a row count as a quotation. */
const QUOTED_WORDS = 5;
/** A shorter phrase is not evidence of a quotation, because it may occur by chance. */
const MIN_PHRASE_WORDS = 3;

const wordsOf = (text: string): string[] =>
  Array.from(text.toLowerCase().replaceAll('’', "'").matchAll(WORD), ([word]) => word);

/**
 * Whether a comment about a text quotes it: five words in a row, the whole comment if it is shorter (at least three
 * words), or anything in quotation marks. The text is read once.
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
