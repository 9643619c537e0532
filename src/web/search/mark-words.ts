export interface TextPiece {
  text: string;
  marked: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const MIN_STEMMED_LENGTH = 5;
const MAX_ENDING_LENGTH = 5;

// The API stems and names the asked words only, so an inflected form is known by the start it shares.
function fits(word: string, asked: string): boolean {
  if (word === asked) return true;
  if (asked.length < MIN_STEMMED_LENGTH) return false;
  const stem = asked.slice(0, Math.max(MIN_STEMMED_LENGTH - 1, asked.length - 3));
  return word.startsWith(stem) && word.length - stem.length <= MAX_ENDING_LENGTH;
}

/** Parts `text` so that the pieces joined are the text, with the asked words (lower case) and their inflections marked. */
export function markWords(text: string, asked: readonly string[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    if (!asked.some((one) => fits(word, one))) continue;
    if (match.index > done) pieces.push({ text: text.slice(done, match.index), marked: false });
    done = match.index + match[0].length;
    pieces.push({ text: match[0], marked: true });
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}
