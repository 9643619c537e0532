/** A stretch of a text that is outside strings. */
export interface Stretch {
  start: number;
  end: number;
}

/** The stretches of a text from a place on that are outside strings, whose quotes are given. */
export function* outsideStrings(text: string, from: number, quotes: string): Generator<Stretch> {
  let quote: string | null = null;
  let start = from;
  for (let i = from; i < text.length; i++) {
    const char = text.charAt(i);
    if (quote === null && quotes.includes(char)) {
      yield { start, end: i };
      quote = char;
    } else if (quote !== null && char === '\\') i++;
    else if (char === quote) {
      quote = null;
      start = i + 1;
    }
  }
  if (quote === null) yield { start, end: text.length };
}
