const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Code units on both sides of a cut in which a grapheme is looked for. */
const WINDOW = 64;

/** Length in UTF-8: no tokenizer makes more tokens of a text than it has bytes. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/**
 * Cuts a text into trimmed pieces of at most `maxBytes` (UTF-8, at least 4): at white space if there is any, otherwise
 * between graphemes, and inside a grapheme only if it is longer by itself. A surrogate pair is never cut. Only white
 * space is lost.
 */
export function cutText(text: string, maxBytes: number): string[] {
  const buffer = new Uint8Array(Math.max(4, maxBytes));
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const fitting = encoder.encodeInto(text.slice(start, start + buffer.length), buffer).read;
    const end = start + fitting;
    const cut = end >= text.length ? text.length : findCut(text, start, end);
    const piece = text.slice(start, cut).trim();
    if (piece !== '') pieces.push(piece);
    start = cut;
  }
  return pieces;
}

/** The last position up to `end` where a piece that begins at `start` may end. */
function findCut(text: string, start: number, end: number): number {
  for (let i = end; i > start; i--) {
    if (/\s/.test(text.charAt(i))) return i;
  }
  const from = Math.max(start, end - WINDOW);
  const around = graphemes.segment(text.slice(from, end + WINDOW)).containing(end - from);
  const cut = from + (around?.index ?? end - from);
  // A grapheme that fills the window is not a valid cut position.
  return cut > from ? cut : end;
}
